import type { TicketId } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { listMessagesOfTicket } from '../../../src/main/db/queries/messages';
import { listLinesOfTicket } from '../../../src/main/db/queries/timesheet-lines';
import { askCustomer } from '../../../src/main/usecases/ask-customer';
import { assignPriceList, writePriceList } from '../../../src/main/usecases/change-prices';
import { decideLimit } from '../../../src/main/usecases/decide-limit';
import { decideOvertime } from '../../../src/main/usecases/decide-overtime';
import { recordApproval } from '../../../src/main/usecases/record-approval';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { stopTimer } from '../../../src/main/usecases/stop-timer';
import { redoChange, undoChange } from '../../../src/main/usecases/undo-change';
import { withdrawLimitDecision } from '../../../src/main/usecases/withdraw-limit-decision';
import { HOUR, MINUTE, MONDAY_NINE } from '../../support/hand-clock';
import { chargeOn, heldOf, limitOn, lineOf, notesOn, record } from '../../support/limit-acts';
import { expectValue } from '../../support/portal-bench';
import { openWorkbench, type TestWorkbench, work } from '../../support/workbench';
import { addLine, addTicket } from '../../support/workbench-rows';

const HOURS = 60;

/** The lines on a ticket in order of time: minutes, verdict and what waits of them. */
async function linesOn({ database }: TestWorkbench, ticketId: TicketId) {
  const lines = await listLinesOfTicket(database, ticketId);
  return lines
    .toReversed()
    .map(({ workedSeconds, verdict, heldSeconds }) => [workedSeconds / 60, verdict, heldSeconds / 60]);
}

async function pastTheLimit() {
  const workbench = openWorkbench();
  const ticketId = await addTicket(workbench);
  const lineId = await record(workbench, ticketId, { from: 0, minutes: 5 * HOURS });
  return { workbench, ticketId, lineId };
}

describe('continuing without charge', () => {
  it('makes a line of its own of what is past the limit, and nothing waits', async () => {
    const { workbench, ticketId, lineId } = await pastTheLimit();
    expectValue(await decideLimit(workbench, { ticketId, decision: 'not-charged' }));
    expect(await linesOn(workbench, ticketId)).toEqual([
      [240, 'chargeable', 0],
      [60, 'not-charged', 0],
    ]);
    const [past, first] = await listLinesOfTicket(workbench.database, ticketId);
    expect(first).toMatchObject({ id: lineId, intervals: [{ startedAt: MONDAY_NINE, durationMs: 4 * HOUR }] });
    expect(past).toMatchObject({
      description: 'Felsökning',
      intervals: [{ startedAt: MONDAY_NINE + 4 * HOUR, durationMs: HOUR }],
      overrideBy: 'Maja Lindqvist',
      overrideAt: MONDAY_NINE,
    });
    expect(past?.overrideReason).toMatch(/debiterar inte/);
    expect(await chargeOn(workbench, ticketId)).toMatchObject({ chargedMinutes: 240, reason: 'exact' });
    expect(await limitOn(workbench, ticketId)).toMatchObject({
      unapprovedSeconds: 0,
      decision: { decision: 'not-charged', decidedBy: 'Maja Lindqvist' },
    });
  });

  it('judges a line anew that waits as a whole, instead of cutting it', async () => {
    const { workbench, ticketId } = await pastTheLimit();
    await record(workbench, ticketId, { from: 6 * HOURS, minutes: 30 });
    expectValue(await decideLimit(workbench, { ticketId, decision: 'not-charged' }));
    expect(await linesOn(workbench, ticketId)).toEqual([
      [240, 'chargeable', 0],
      [60, 'not-charged', 0],
      [30, 'not-charged', 0],
    ]);
  });

  it('goes on while the timer does, as long as the limit is the same', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await addLine(workbench, ticketId, { workedSeconds: 4 * 3_600 - 60, origin: 'colleague', remoteId: 7 });
    expectValue(await decideLimit(workbench, { ticketId, decision: 'not-charged' }));
    const runFor = async (milliseconds: number) => {
      const { timerId } = expectValue(await startTimer(workbench, ticketId));
      await work(workbench, milliseconds);
      const request = { timerId, description: 'Mer', kindOfWork: 'general-user-support' } as const;
      expectValue(await stopTimer(workbench, request));
    };
    await runFor(3 * MINUTE);
    const mine = async () => (await linesOn(workbench, ticketId)).filter(([minutes]) => minutes !== 239);
    expect(await mine()).toEqual([
      [1, 'chargeable', 0],
      [2, 'not-charged', 0],
    ]);

    expectValue(
      await recordApproval(workbench, {
        ticketId,
        approvedBy: 'Anna',
        approvedAt: MONDAY_NINE,
        channel: 'phone',
        band: null,
        limitMinutes: 241,
        note: '',
      }),
    );
    await runFor(3 * MINUTE);
    // Another limit needs another decision: what is past it waits.
    expect((await mine()).at(-1)).toEqual([3, 'chargeable', 2]);
  });

  it('is taken back: what was not charged counts again and waits', async () => {
    const { workbench, ticketId } = await pastTheLimit();
    const { decisionId } = expectValue(await decideLimit(workbench, { ticketId, decision: 'not-charged' }));
    expectValue(await withdrawLimitDecision(workbench, decisionId));
    expect(await linesOn(workbench, ticketId)).toEqual([
      [240, 'chargeable', 0],
      [60, 'chargeable', 60],
    ]);
    const [past] = await listLinesOfTicket(workbench.database, ticketId);
    expect(past).toMatchObject({ overrideReason: null, overrideBy: null, overrideAt: null });
    expect(await limitOn(workbench, ticketId)).toMatchObject({ decision: null, unapprovedSeconds: 3_600 });
    expect(await withdrawLimitDecision(workbench, decisionId)).toMatchObject({ failure: { kind: 'not-found' } });
  });

  it('is undone in the timesheet, with the decision, and done again', async () => {
    const { workbench, ticketId, lineId } = await pastTheLimit();
    expectValue(await decideLimit(workbench, { ticketId, decision: 'not-charged' }));
    expectValue(await undoChange(workbench));
    expect(await linesOn(workbench, ticketId)).toEqual([[300, 'chargeable', 60]]);
    expect(await heldOf(workbench, lineId)).toEqual([60, 'unapproved']);
    expect(await limitOn(workbench, ticketId)).toMatchObject({ decision: null });
    expectValue(await redoChange(workbench));
    expect(await linesOn(workbench, ticketId)).toEqual([
      [240, 'chargeable', 0],
      [60, 'not-charged', 0],
    ]);
    expect(await limitOn(workbench, ticketId)).toMatchObject({ decision: { decision: 'not-charged' } });
  });

  it('can be undone step by step after it was taken back', async () => {
    const { workbench, ticketId } = await pastTheLimit();
    const { decisionId } = expectValue(await decideLimit(workbench, { ticketId, decision: 'not-charged' }));
    workbench.clock.pass(MINUTE);
    expectValue(await withdrawLimitDecision(workbench, decisionId));
    expectValue(await undoChange(workbench));
    expect(await limitOn(workbench, ticketId)).toMatchObject({ decision: { id: decisionId }, unapprovedSeconds: 0 });
    expectValue(await undoChange(workbench));
    expect(await linesOn(workbench, ticketId)).toEqual([[300, 'chargeable', 60]]);
    expect(await limitOn(workbench, ticketId)).toMatchObject({ decision: null });
  });

  it('leaves lines alone that wait for another reason', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const overlapping = { heldSeconds: 3_600, holdReason: 'overlap' } as const;
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 60 }, overlapping);
    expectValue(await decideLimit(workbench, { ticketId, decision: 'not-charged' }));
    expect(await heldOf(workbench, lineId)).toEqual([60, 'overlap']);
  });
});

describe('stopping', () => {
  it('is kept, and what waits goes on waiting', async () => {
    const { workbench, ticketId, lineId } = await pastTheLimit();
    expectValue(await decideLimit(workbench, { ticketId, decision: 'stop' }));
    expect(await heldOf(workbench, lineId)).toEqual([60, 'unapproved']);
    expect(await limitOn(workbench, ticketId)).toMatchObject({ decision: { decision: 'stop' } });
  });

  it('lets what a timer records nevertheless wait, as chargeable as it is', async () => {
    const { workbench, ticketId } = await pastTheLimit();
    expectValue(await decideLimit(workbench, { ticketId, decision: 'stop' }));
    workbench.clock.pass(6 * HOUR);
    const { timerId } = expectValue(await startTimer(workbench, ticketId));
    await work(workbench, 2 * MINUTE);
    const stopped = await stopTimer(workbench, { timerId, description: 'Mer', kindOfWork: 'general-user-support' });
    const [lineId] = expectValue(stopped).lineIds;
    expect(lineId && (await lineOf(workbench, lineId))).toMatchObject({ verdict: 'chargeable', heldSeconds: 120 });
  });

  it('ends the warning that stands in the windows, and so does an approval of more', async () => {
    const { workbench, ticketId } = await pastTheLimit();
    const told: string[] = [];
    workbench.onTold((what) => what.startsWith('warning') && told.push(what));
    expectValue(await decideLimit(workbench, { ticketId, decision: 'stop' }));
    expect(told).toEqual(['warning-over']);
    const request = { ticketId, approvedBy: 'A', channel: 'portal', band: null, limitMinutes: 600, note: '' } as const;
    expectValue(await recordApproval(workbench, { ...request, approvedAt: MONDAY_NINE }));
    expect(new Set(told)).toEqual(new Set(['warning-over']));
  });

  it('at one limit is no decision at another', async () => {
    const { workbench, ticketId } = await pastTheLimit();
    expectValue(await decideLimit(workbench, { ticketId, decision: 'stop' }));
    const request = { ticketId, approvedBy: 'A', channel: 'portal', band: null, limitMinutes: 250, note: '' } as const;
    expectValue(await recordApproval(workbench, { ...request, approvedAt: MONDAY_NINE }));
    expect(await limitOn(workbench, ticketId)).toMatchObject({ decision: null });
  });

  it('needs a ticket', async () => {
    const ticketId = await addTicket(openWorkbench());
    expect(await decideLimit(openWorkbench(), { ticketId, decision: 'stop' })).toMatchObject({ ok: false });
  });
});

describe('asking the customer', () => {
  const ask = (workbench: TestWorkbench, ticketId: TicketId, rest: object = {}) =>
    askCustomer(workbench, { ticketId, band: 'under-10', estimatedMinutes: null, text: 'Hej!\n\nFår vi?', ...rest });

  it('sends the message as the consultant left it, and keeps the estimate', async () => {
    const { workbench, ticketId } = await pastTheLimit();
    expectValue(await ask(workbench, ticketId));
    const messages = await listMessagesOfTicket(workbench.database, ticketId);
    const toCustomer = messages.filter(({ isInternalNote }) => isInternalNote === 0);
    expect(toCustomer.map(({ bodyHtml }) => bodyHtml)).toEqual(['<p>Hej!</p><p>Får vi?</p>']);
    expect(await limitOn(workbench, ticketId)).toMatchObject({
      limitSeconds: 4 * 3_600,
      decision: { decision: 'ask-customer' },
      estimates: [{ band: 'under-10', estimatedMinutes: null, madeBy: 'Maja Lindqvist', madeAt: MONDAY_NINE }],
    });
    const notes = await notesOn(workbench, ticketId);
    expect(notes.filter(({ kind }) => kind === 'estimate')).toMatchObject([{ band: 'under-10' }]);
  });

  it('moves no limit by itself, whatever was asked', async () => {
    const { workbench, ticketId, lineId } = await pastTheLimit();
    expectValue(await ask(workbench, ticketId, { band: 'over-20' }));
    expectValue(await ask(workbench, ticketId, { band: 'specific', estimatedMinutes: 32 * HOURS }));
    expect(await heldOf(workbench, lineId)).toEqual([60, 'unapproved']);
    const { estimates } = await limitOn(workbench, ticketId);
    expect(estimates.map(({ band }) => band)).toEqual(['specific', 'over-20']);
  });

  it('can be done at any time, not only at the limit', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    expect(await ask(workbench, ticketId)).toMatchObject({ ok: true });
  });

  it.each([
    ['a specific estimate without a figure', { band: 'specific' }, 'estimate-invalid'],
    ['a figure beside a band', { estimatedMinutes: 600 }, 'estimate-invalid'],
    ['no more than is approved', { band: 'specific', estimatedMinutes: 240 }, 'not-above-limit'],
  ])('is refused with %s, and nothing is sent', async (_what, request, kind) => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    expect(await ask(workbench, ticketId, request)).toMatchObject({ failure: { kind } });
    expect(await listMessagesOfTicket(workbench.database, ticketId)).toEqual([]);
  });
});

describe('overtime', () => {
  it('is charged by the consultant’s word, and proposed on an accepted escalation', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const [customer] = await workbench.database.selectFrom('customer').select('id').execute();
    if (!customer) throw new Error('no customer');
    const { priceListId } = expectValue(
      await writePriceList(workbench, {
        id: null,
        name: 'Jour',
        minimumMinutes: 30,
        stepMinutes: 1,
        ratePerHourOre: 100_000,
        overtimePermille: 2_000,
      }),
    );
    expectValue(await assignPriceList(workbench, { customerId: customer.id, priceListId }));
    // From half past five to half past six: half of it is overtime.
    const lineId = await record(workbench, ticketId, { from: 8.5 * HOURS, minutes: 60 });
    const amount = async () => (await chargeOn(workbench, ticketId)).amountOre;
    expect(await amount()).toBe(100_000);
    expectValue(await decideOvertime(workbench, { lineId, decision: 'confirmed' }));
    expect(await amount()).toBe(150_000);
    expectValue(await decideOvertime(workbench, { lineId, decision: null }));
    expect(await amount()).toBe(100_000);
    await workbench.database
      .updateTable('ticket')
      .set({ escalationKind: 'accepted', escalationAt: MONDAY_NINE })
      .execute();
    expect(await amount()).toBe(150_000);
    expectValue(await decideOvertime(workbench, { lineId, decision: 'waived' }));
    expect(await amount()).toBe(100_000);
    expect((await lineOf(workbench, lineId)).overtimeDecision).toBe('waived');
  });
});
