import { DEFAULT_MAPPING } from '@core/ticket/ticket-mapping';
import { addMs } from '@core/time/instant';
import { describe, expect, it, vi } from 'vitest';
import { readTicket } from '../../../src/main/db/queries/tickets';
import { changeMapping } from '../../../src/main/usecases/change-mapping';
import { handleTicket, withdrawHandling } from '../../../src/main/usecases/handle-ticket';
import { readTicketView } from '../../../src/main/usecases/read-ticket';
import { HOUR, instantInStockholm, MONDAY_NINE } from '../../support/hand-clock';
import { expectValue } from '../../support/portal-bench';
import { type BothTicket, loopOf, pullInto, type SyncBench, startWithTickets } from '../../support/sync-bench';
import { changeHere, changeThere, stagesOf } from '../../support/ticket-acts';
import { type Consultant, startTwoConsultants, syncOne } from '../../support/two-consultants';
import { addLine } from '../../support/workbench-rows';

// Each speaks to a portal dozens of times.
vi.setConfig({ testTimeout: 30_000 });

async function viewOf({ workbench }: Pick<SyncBench, 'workbench'>, { id }: Pick<BothTicket, 'id'>) {
  const { database, clock, calendar } = workbench;
  return (await readTicketView(database, id, clock.read(), calendar)) ?? expect.fail('The ticket is not here.');
}

async function historyOf(bench: Pick<SyncBench, 'workbench'>, ticket: Pick<BothTicket, 'id'>) {
  return (await viewOf(bench, ticket)).handling.changes.map(({ status, at, isExact }) => [status, at, isExact]);
}

describe('the states of a ticket', () => {
  it('begin with what the portal says of its stage; since when somebody has it, nobody knows', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    expect(await historyOf(bench, ticket)).toEqual([['assigned', MONDAY_NINE, false]]);
  });

  it('are dated by the portal’s own clock when it moved the ticket, however late they come here', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const stages = await stagesOf(bench);
    const { clock } = bench.workbench;
    clock.pass(HOUR);
    await changeThere(bench, ticket, { stage_id: stages['Väntar på kund'] });
    clock.pass(HOUR);
    await changeThere(bench, ticket, { name: 'Order igen' });
    clock.pass(5 * HOUR);
    await pullInto(bench);
    const moved = addMs(MONDAY_NINE, HOUR);
    expect((await historyOf(bench, ticket)).at(-1)).toEqual(['waiting-for-customer', moved, true]);
    expect((await viewOf(bench, ticket)).target).toMatchObject({ isPaused: true, pausedWorkingMinutes: 6 * 60 });
  });

  it('are dated by this computer when it moved the ticket, and told once although the portal tells of them too', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const stages = await stagesOf(bench);
    const { clock } = bench.workbench;
    await loopOf(bench).run();
    clock.pass(HOUR);
    await changeHere(bench, ticket, { stage: { remoteId: stages['Väntar på kund'] ?? 0 } });
    clock.pass(HOUR);
    await loopOf(bench).run();
    await loopOf(bench).run();
    const moved = addMs(MONDAY_NINE, HOUR);
    expect((await historyOf(bench, ticket)).slice(1)).toEqual([['waiting-for-customer', moved, true]]);
  });

  it('mean what the mapping says by now: pauses of the past come and go with it', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const { workbench, portal } = bench;
    const stages = await stagesOf(bench);
    await loopOf(bench).run();
    await addLine(workbench, ticket.id, { intervals: [{ startedAt: MONDAY_NINE, durationMs: HOUR }] });
    const move = async (name: string) => changeHere(bench, ticket, { stage: { remoteId: stages[name] ?? 0 } });
    workbench.clock.pass(HOUR);
    await move('Pågår');
    workbench.clock.pass(3 * HOUR);
    await move('Ny');
    const dueAt = async () => (await viewOf(bench, ticket)).target?.dueAt;
    expect(await dueAt()).toBe(instantInStockholm('2026-11-25 09:00'));
    const paused = { ...DEFAULT_MAPPING, stageStates: { [String(stages['Pågår'])]: 'waiting-for-customer' as const } };
    await changeMapping(workbench, portal, paused);
    expect(await dueAt()).toBe(instantInStockholm('2026-11-25 12:00'));
    await changeMapping(workbench, portal, DEFAULT_MAPPING);
    expect(await dueAt()).toBe(instantInStockholm('2026-11-25 09:00'));
  });

  it('can be closed by a mapping, where the queue has it among the solved', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const stages = await stagesOf(bench);
    await loopOf(bench).run();
    await changeMapping(bench.workbench, bench.portal, {
      ...DEFAULT_MAPPING,
      stageStates: { [String(stages['Ny'])]: 'closed' },
    });
    expect(await viewOf(bench, ticket)).toMatchObject({
      state: 'solved',
      handling: { status: 'closed' },
      target: null,
    });
  });
});

const CALL = {
  kind: 'escalation-requested' as const,
  calledBy: 'Anna Berg',
  calledAt: MONDAY_NINE,
  about: 'Kassan startar inte',
  userDetails: 'anna@norrskenet.example',
  hasScreenDump: true,
};

describe('what a colleague decides', () => {
  const seenBy = async ({ session, ticketId }: Consultant) =>
    viewOf({ workbench: session.workbench as SyncBench['workbench'] }, { id: ticketId });

  it('about an escalation or a line reaches this computer in a note, also that it was taken back', async () => {
    const both = await startTwoConsultants();
    const { maja, oskar } = both;
    const decide = async (handling: Parameters<typeof handleTicket>[1]['handling']) =>
      expectValue(await handleTicket(maja.session.workbench, { ticketId: maja.ticketId, handling })).eventId;
    await decide(CALL);
    const accepted = await decide({ kind: 'escalation-accepted', note: 'Till 20' });
    await decide({ kind: 'moved-to-line', line: 'second', reason: 'Utveckling' });
    await decide({ kind: 'follow-up', on: '2026-11-30' });
    await syncOne(both, maja);
    await syncOne(both, oskar);
    const seen = await seenBy(oskar);
    expect(seen.escalation.kind).toBe('accepted');
    expect(seen.handling).toMatchObject({ line: 'second', followUp: null });
    expect(seen.handling.events.map(({ handling, by }) => [handling, by])).toEqual(
      expect.arrayContaining([[CALL, 'Maja Lindqvist']]),
    );
    expectValue(await withdrawHandling(maja.session.workbench, accepted));
    await syncOne(both, maja);
    await syncOne(both, oskar);
    expect((await seenBy(oskar)).escalation.kind).toBe('requested');
    // A later pull of the ticket leaves it so.
    await changeThere(both.bench, both.ticket, { name: 'Order igen' });
    await syncOne(both, oskar);
    expect(await seenBy(oskar)).toMatchObject({ title: 'Order igen', escalation: { kind: 'requested' } });
    const row = await readTicket(oskar.session.workbench.database, oskar.ticketId);
    expect(row?.escalationKind).toBe('requested');
  });
});
