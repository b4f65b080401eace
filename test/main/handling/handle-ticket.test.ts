import { type TicketId, ticketEventIdSchema } from '@core/ids';
import type { TicketHandling } from '@core/ticket/ticket-event';
import { describe, expect, it } from 'vitest';
import { beginNews } from '../../../src/main/db/queries/portal-facts';
import { noteTicketState } from '../../../src/main/db/queries/state-changes';
import { readTicket } from '../../../src/main/db/queries/tickets';
import { changeCustomerService, readCustomerServices } from '../../../src/main/usecases/customer-service';
import { handleTicket, withdrawHandling } from '../../../src/main/usecases/handle-ticket';
import { readTicketView } from '../../../src/main/usecases/read-ticket';
import { unregisterTicket } from '../../../src/main/usecases/register-ticket';
import { tellNews } from '../../../src/main/usecases/tell-news';
import { writeMessage } from '../../../src/main/usecases/write-message';
import { HOUR, instantInStockholm, MONDAY_NINE } from '../../support/hand-clock';
import { notesOn } from '../../support/limit-acts';
import { expectFailure, expectValue } from '../../support/portal-bench';
import { queueOf } from '../../support/queue';
import { openWorkbench, type TestWorkbench } from '../../support/workbench';
import { readElsewhere } from '../../support/workbench-file';
import { addLine, addTicket } from '../../support/workbench-rows';

const CALL: TicketHandling = {
  kind: 'escalation-requested',
  calledBy: 'Anna Berg',
  calledAt: MONDAY_NINE,
  about: 'Kassan startar inte',
  userDetails: '',
  hasScreenDump: false,
};

async function handle(workbench: TestWorkbench, ticketId: TicketId, handling: TicketHandling) {
  return expectValue(await handleTicket(workbench, { ticketId, handling })).eventId;
}

async function queue(workbench: TestWorkbench) {
  const { rows } = await queueOf(workbench, { view: 'working' });
  return rows;
}

async function view({ database, clock, calendar }: TestWorkbench, ticketId: TicketId) {
  const ticket = await readTicketView(database, ticketId, clock.read(), calendar);
  return ticket ?? expect.fail('The ticket is not here.');
}

describe('an escalation', () => {
  it('takes the ticket up when it is asked for, and to the top when it is accepted', async () => {
    const workbench = openWorkbench();
    const [first, second, third] = [await addTicket(workbench), await addTicket(workbench), await addTicket(workbench)];
    await handle(workbench, third, CALL);
    workbench.clock.pass(HOUR);
    await handle(workbench, second, CALL);
    expect((await queue(workbench)).map(({ id, reason }) => [id, reason])).toEqual([
      [third, 'escalation-requested'],
      [second, 'escalation-requested'],
      [first, 'registration'],
    ]);
    workbench.clock.pass(HOUR);
    await handle(workbench, second, { kind: 'escalation-accepted', note: 'Till 20' });
    expect((await queue(workbench)).map(({ id }) => id)).toEqual([second, third, first]);
    expect((await view(workbench, second)).escalation).toEqual({
      kind: 'accepted',
      at: workbench.clock.read().wall,
    });
  });

  it('goes back to its place when it is declined, and each step can be taken back', async () => {
    const workbench = openWorkbench();
    const [first, second] = [await addTicket(workbench), await addTicket(workbench)];
    const asked = await handle(workbench, second, CALL);
    workbench.clock.pass(HOUR);
    const declined = await handle(workbench, second, { kind: 'escalation-declined', reason: 'Ett testsystem' });
    expect((await queue(workbench)).map(({ id }) => id)).toEqual([first, second]);
    expectValue(await withdrawHandling(workbench, declined));
    expect((await queue(workbench))[0]).toMatchObject({ id: second, reason: 'escalation-requested' });
    expectValue(await withdrawHandling(workbench, asked));
    expect((await queue(workbench)).map(({ id }) => id)).toEqual([first, second]);
    const { events } = (await view(workbench, second)).handling;
    expect(events.map(({ handling, isWithdrawn }) => [handling.kind, isWithdrawn])).toEqual([
      ['escalation-requested', true],
      ['escalation-declined', true],
    ]);
  });

  it('is told to colleagues in internal notes, step by step', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const asked = await handle(workbench, ticketId, CALL);
    await handle(workbench, ticketId, { kind: 'escalation-accepted', note: '' });
    expectValue(await withdrawHandling(workbench, asked));
    const notes = (await notesOn(workbench, ticketId)).map((note) =>
      note.kind === 'escalation' ? [note.step, note.state, note.calledBy] : note.kind,
    );
    expect(notes).toHaveLength(3);
    expect(notes).toEqual(
      expect.arrayContaining([
        ['requested', 'given', 'Anna Berg'],
        ['accepted', 'given', null],
        ['requested', 'withdrawn', 'Anna Berg'],
      ]),
    );
  });

  it('of a ticket or by an event that is not here is refused', async () => {
    const workbench = openWorkbench();
    const nothing = ticketEventIdSchema.parse(workbench.newId());
    expect(expectFailure(await withdrawHandling(workbench, nothing))).toEqual({ kind: 'not-found' });
    const ticketId = await addTicket(workbench);
    const asked = await handle(workbench, ticketId, CALL);
    expectValue(await withdrawHandling(workbench, asked));
    expect(expectFailure(await withdrawHandling(workbench, asked))).toEqual({ kind: 'not-found' });
  });
});

describe('the target of a ticket', () => {
  it('is that of second line once it is moved there, and again that of first line', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await addLine(workbench, ticketId, { intervals: [{ startedAt: MONDAY_NINE, durationMs: HOUR }] });
    expect((await queue(workbench))[0]?.target?.dueAt).toBe(instantInStockholm('2026-11-25 09:00'));
    const moved = await handle(workbench, ticketId, { kind: 'moved-to-line', line: 'second', reason: 'Utveckling' });
    expect((await queue(workbench))[0]?.target).toMatchObject({
      line: 'second',
      dueAt: instantInStockholm('2026-12-07 09:00'),
    });
    expectValue(await withdrawHandling(workbench, moved));
    expect((await queue(workbench))[0]?.target?.line).toBe('first');
  });

  it('is a resolution once somebody has "begun work (first worked minute or answer)", and not after a note', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    expectValue(await writeMessage(workbench, { ticketId, text: 'Jag tittar', isInternalNote: true }));
    expect((await queue(workbench))[0]?.target?.kind).toBe('assignment');
    workbench.clock.pass(HOUR);
    expectValue(await writeMessage(workbench, { ticketId, text: 'Hej! Vi ser felet.', isInternalNote: false }));
    expect((await queue(workbench))[0]?.target).toMatchObject({
      kind: 'resolution',
      dueAt: instantInStockholm('2026-11-25 10:00'),
    });
    expect((await view(workbench, ticketId)).handling.status).toBe('in-progress');
  });

  it('is worked out by the hours of the customer, and by everybody’s again', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const [customer] = await readCustomerServices(workbench.database);
    if (!customer) throw new Error('There is a customer.');
    const service = { opensAtMinute: 10 * 60, closesAtMinute: 12 * 60, closedDays: ['2026-11-24'] };
    const before = expectValue(await changeCustomerService(workbench, { customerId: customer.id, service }));
    expect((await queue(workbench))[0]?.target).toMatchObject({
      dueAt: instantInStockholm('2026-11-25 12:00'),
      minutesPerWorkingDay: 120,
    });
    expect(await readCustomerServices(workbench.database)).toMatchObject([{ service }]);
    expectValue(await changeCustomerService(workbench, { customerId: customer.id, service: before }));
    expect((await view(workbench, ticketId)).target?.dueAt).toBe(instantInStockholm('2026-11-23 13:00'));
  });
});

describe('what is of use here only', () => {
  it('is kept with its reason or day, told to nobody, and can be taken back', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await handle(workbench, ticketId, { kind: 'passed-over', reason: 'Väntar på nyckel' });
    const set = await handle(workbench, ticketId, { kind: 'follow-up', on: '2026-11-24' });
    expect(await notesOn(workbench, ticketId)).toEqual([]);
    expect((await queue(workbench))[0]?.followUp).toEqual({ on: '2026-11-24', isDue: false });
    workbench.clock.pass(24 * HOUR);
    expect((await queue(workbench))[0]?.followUp).toEqual({ on: '2026-11-24', isDue: true });
    expectValue(await withdrawHandling(workbench, set));
    expect((await view(workbench, ticketId)).handling.followUp).toBeNull();
  });

  it('is told of on the desktop once, when service begins on the day', async () => {
    const workbench = openWorkbench();
    await beginNews(workbench.database, MONDAY_NINE);
    const [tomorrow, today] = [await addTicket(workbench), await addTicket(workbench)];
    for (const ticketId of [tomorrow, today]) await addLine(workbench, ticketId);
    await handle(workbench, tomorrow, { kind: 'follow-up', on: '2026-11-24' });
    await handle(workbench, today, { kind: 'follow-up', on: '2026-11-23' });
    await tellNews(workbench);
    workbench.clock.pass(21 * HOUR);
    await tellNews(workbench);
    expect(workbench.news).toEqual([]);
    workbench.clock.pass(2 * HOUR);
    await tellNews(workbench);
    await tellNews(workbench);
    expect(workbench.news).toMatchObject([{ counts: [{ kind: 'follow-up', count: 1 }], tickets: [{ id: tomorrow }] }]);
  });

  it('keeps a ticket that was registered here from being taken back', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await workbench.database.updateTable('ticket').set({ remoteId: null }).where('id', '=', ticketId).execute();
    await handle(workbench, ticketId, { kind: 'follow-up', on: '2026-11-24' });
    expect(await unregisterTicket(workbench, ticketId)).toBe(false);
    expect(await readTicket(workbench.database, ticketId)).toBeDefined();
  });
});

describe('the history of a ticket', () => {
  it('is only ever added to, and only by what is otherwise', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const seen = {
      stageRemoteId: 1,
      stageName: 'Ny',
      isFolded: false,
      resolution: 'open' as const,
      isAssigned: true,
    };
    const at = { stageAt: MONDAY_NINE, assignmentAt: null, knownAt: MONDAY_NINE };
    await noteTicketState(workbench.database, ticketId, seen, at);
    await noteTicketState(workbench.database, ticketId, seen, at);
    const count = () => readElsewhere(workbench.file, 'SELECT count(*) AS rows FROM ticket_state_change');
    expect(count()).toEqual([{ rows: 2 }]);
    await expect(workbench.database.updateTable('ticketStateChange').set({ at: null }).execute()).rejects.toThrow(
      'the history of a ticket is never changed',
    );
  });

  it('does not take the time of an earlier move for that of a later change', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const seen = { stageRemoteId: 1, stageName: 'Ny', isFolded: false, isAssigned: true };
    const at = (stageAt: typeof MONDAY_NINE) => ({ stageAt, assignmentAt: null, knownAt: MONDAY_NINE });
    await noteTicketState(workbench.database, ticketId, { ...seen, resolution: 'open' }, at(MONDAY_NINE));
    // Done without a move: the portal’s time is still that of the stage.
    await noteTicketState(workbench.database, ticketId, { ...seen, resolution: 'done' }, at(MONDAY_NINE));
    const rows = readElsewhere(workbench.file, `SELECT at FROM ticket_state_change WHERE kind = 'stage'`);
    expect(rows).toEqual([{ at: MONDAY_NINE }, { at: null }]);
  });
});
