import type { TicketId } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { listOpenEntries } from '../../../src/main/db/queries/outbox';
import { readTicket } from '../../../src/main/db/queries/tickets';
import { recordApproval } from '../../../src/main/usecases/record-approval';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { stopTimer } from '../../../src/main/usecases/stop-timer';
import { readMeter } from '../../../src/main/usecases/ticket-figures';
import { withdrawApproval } from '../../../src/main/usecases/withdraw-approval';
import { HOUR, MONDAY_NINE } from '../../support/hand-clock';
import { change, chargeOn, heldOf, limitOn, lineOf, notesOn, record, told } from '../../support/limit-acts';
import { expectValue } from '../../support/portal-bench';
import { openWorkbench, type TestWorkbench, work } from '../../support/workbench';
import { addLine, addTicket } from '../../support/workbench-rows';

const HOURS = 60;

function approve(workbench: TestWorkbench, ticketId: TicketId, hours: number) {
  return recordApproval(workbench, {
    ticketId,
    approvedBy: 'Anna Berg',
    approvedAt: workbench.clock.read().wall,
    channel: 'email',
    band: null,
    limitMinutes: hours * HOURS,
    note: '',
  });
}

async function meterOn(workbench: TestWorkbench, ticketId: TicketId) {
  const ticket = await readTicket(workbench.database, ticketId);
  if (!ticket) throw new Error('no ticket');
  return readMeter(workbench.database, ticket, workbench.clock.read());
}

describe('time past the limit: "approve up to 4 hours of chargeable consulting work for each issue"', () => {
  it('circumstances: cap-reached: waits here, and the rest of the line is sent', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await record(workbench, ticketId, { from: 0, minutes: 3 * HOURS });
    const lineId = await record(workbench, ticketId, { from: 4 * HOURS, minutes: 90 });
    expect(await heldOf(workbench, lineId)).toEqual([30, 'unapproved']);
    expect(await limitOn(workbench, ticketId)).toMatchObject({
      limitSeconds: 4 * 3_600,
      source: 'terms',
      unapprovedSeconds: 30 * 60,
      sentOverSeconds: 0,
      decision: null,
    });
    // Told when it has arrived: until then nobody knows what of it the portal gets.
    expect(await notesOn(workbench, ticketId)).toEqual([]);
    const meter = await meterOn(workbench, ticketId);
    expect(meter).toMatchObject({
      countedSeconds: 4.5 * 3_600,
      notYetSentSeconds: 4.5 * 3_600,
      unapprovedSeconds: 1_800,
    });
    expect(await chargeOn(workbench, ticketId)).toMatchObject({ chargedMinutes: 240, reason: 'held-at-limit' });
  });

  it('is not put into the outbox when all of a line waits, and colleagues are told of it', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await addLine(workbench, ticketId, { workedSeconds: 4 * 3_600, origin: 'colleague', remoteId: 7 });
    const lineId = await record(workbench, ticketId, { from: 60, minutes: 45 });
    expect(await heldOf(workbench, lineId)).toEqual([45, 'unapproved']);
    const kinds = (await listOpenEntries(workbench.database)).map(({ operation }) => operation.kind);
    expect(kinds).toEqual(['post-message']);
    const notes = await notesOn(workbench, ticketId);
    expect(notes.map(told)).toEqual([['held', 45, 45, 'chargeable']]);
    expect(notes[0]).toMatchObject({
      lineId,
      remoteId: null,
      intervals: [{ startedAt: MONDAY_NINE + HOUR, durationMs: 0.75 * HOUR }],
    });
  });

  it('is what was worked last, also when an earlier line is written later', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const late = await record(workbench, ticketId, { from: 5 * HOURS, minutes: 4 * HOURS }, { description: '' });
    expect(await heldOf(workbench, late)).toEqual([0, null]);
    const early = await record(workbench, ticketId, { from: 0, minutes: 20 });
    expect(await heldOf(workbench, early)).toEqual([0, null]);
    expect(await heldOf(workbench, late)).toEqual([20, 'unapproved']);
  });

  it('is no longer past it when other time is taken away, or is of a kind that is not counted', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const first = await record(workbench, ticketId, { from: 0, minutes: 4 * HOURS });
    const second = await record(workbench, ticketId, { from: 5 * HOURS, minutes: 30 });
    expect(await heldOf(workbench, second)).toEqual([30, 'unapproved']);
    await change(workbench, first, { verdict: 'included', kindOfWork: 'infrastructure-question' });
    expect(await heldOf(workbench, second)).toEqual([0, null]);
    await change(workbench, first, { verdict: 'chargeable' });
    expect(await heldOf(workbench, second)).toEqual([30, 'unapproved']);
    await change(workbench, second, { verdict: 'undecided' });
    expect(await heldOf(workbench, second)).toEqual([0, null]);
  });

  it('circumstances: cap-reached: is held when a timer is stopped, which nothing stops by itself', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await addLine(workbench, ticketId, { workedSeconds: 4 * 3_600 - 60, origin: 'colleague', remoteId: 7 });
    const { timerId } = expectValue(await startTimer(workbench, ticketId));
    await work(workbench, 3 * 60_000);
    const stopped = await stopTimer(workbench, { timerId, description: 'Mer', kindOfWork: 'general-user-support' });
    const [lineId] = expectValue(stopped).lineIds;
    expect(lineId && (await heldOf(workbench, lineId))).toEqual([2, 'unapproved']);
  });

  it('does not wait in a line that was sent before it turned out to be past the limit', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const sent = await record(workbench, ticketId, { from: 5 * HOURS, minutes: 4 * HOURS }, { remoteId: 5 });
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 60 });
    expect(await heldOf(workbench, sent)).toEqual([0, null]);
    expect(await heldOf(workbench, lineId)).toEqual([0, null]);
    expect(await limitOn(workbench, ticketId)).toMatchObject({ unapprovedSeconds: 0, sentOverSeconds: 3_600 });
  });

  it('does not wait in a line that is on its way: nobody knows whether the portal has it', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const lineId = await record(workbench, ticketId, { from: 5 * HOURS, minutes: 4 * HOURS });
    await workbench.database.updateTable('outbox').set({ state: 'in-flight', sentAt: MONDAY_NINE }).execute();
    await record(workbench, ticketId, { from: 0, minutes: 60 });
    expect(await heldOf(workbench, lineId)).toEqual([0, null]);
    expect(await limitOn(workbench, ticketId)).toMatchObject({ sentOverSeconds: 3_600 });
  });

  it('stays as it is in a line that waits because it overlaps another', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const overlapping = { heldSeconds: 600, holdReason: 'overlap' } as const;
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 5 * HOURS }, overlapping);
    expect(await heldOf(workbench, lineId)).toEqual([10, 'overlap']);
  });

  it('has its minutes outside service hours worked out on the way', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    // From half past five in the afternoon.
    const lineId = await record(workbench, ticketId, { from: 8.5 * HOURS, minutes: 60 });
    expect((await lineOf(workbench, lineId)).overtimeSeconds).toBe(1_800);
  });
});

describe('an approval', () => {
  it('moves the limit, releases what waited, and is kept', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 6 * HOURS });
    expect(await heldOf(workbench, lineId)).toEqual([120, 'unapproved']);
    const { approvalId } = expectValue(await approve(workbench, ticketId, 5));
    expect(await heldOf(workbench, lineId)).toEqual([60, 'unapproved']);
    expectValue(await approve(workbench, ticketId, 10));
    expect(await heldOf(workbench, lineId)).toEqual([0, null]);
    const limit = await limitOn(workbench, ticketId);
    expect(limit).toMatchObject({ limitSeconds: 36_000, source: 'approval', unapprovedSeconds: 0 });
    expect(limit.approvals.map(({ limitSeconds }) => limitSeconds / 3_600)).toEqual([10, 5]);
    expect(limit.approvals[1]).toMatchObject({ id: approvalId, approvedBy: 'Anna Berg', recordedBy: 'Maja Lindqvist' });
    expect(await meterOn(workbench, ticketId)).toMatchObject({ limitSeconds: 36_000, leftSeconds: 4 * 3_600 });
    expect(await chargeOn(workbench, ticketId)).toMatchObject({ chargedMinutes: 360, reason: 'exact' });
  });

  it('arms the warnings for the new limit', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await record(workbench, ticketId, { from: 0, minutes: 4 * HOURS });
    expectValue(await approve(workbench, ticketId, 5));
    await record(workbench, ticketId, { from: 5 * HOURS, minutes: 30 });
    expect(workbench.warnings.map(({ thresholdPermille }) => thresholdPermille)).toEqual([1000, 750, 875]);
  });

  it('that was withdrawn counts no more, and what waits waits again', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 6 * HOURS });
    const { approvalId } = expectValue(await approve(workbench, ticketId, 10));
    expectValue(await withdrawApproval(workbench, approvalId));
    expect(await heldOf(workbench, lineId)).toEqual([120, 'unapproved']);
    const limit = await limitOn(workbench, ticketId);
    expect(limit).toMatchObject({ limitSeconds: 4 * 3_600, source: 'terms', approvals: [{ isWithdrawn: true }] });
    expect(await withdrawApproval(workbench, approvalId)).toMatchObject({ failure: { kind: 'not-found' } });
    const notes = (await notesOn(workbench, ticketId)).filter(({ kind }) => kind === 'approval');
    expect(notes).toMatchObject([
      { approvalId, state: 'given', limitSeconds: 36_000 },
      { approvalId, state: 'withdrawn' },
    ]);
  });

  it('needs a ticket', async () => {
    const workbench = openWorkbench();
    const other = openWorkbench();
    expect(await approve(workbench, await addTicket(other), 10)).toMatchObject({ failure: { kind: 'not-found' } });
  });
});

describe('the thresholds of the settings', () => {
  it('are where the warnings speak and what the meter draws', async () => {
    const workbench = openWorkbench({ settings: { ...openWorkbench().settings(), warnAtPercents: [50] } });
    const ticketId = await addTicket(workbench);
    await record(workbench, ticketId, { from: 0, minutes: 119 });
    expect(workbench.warnings).toEqual([]);
    await record(workbench, ticketId, { from: 2 * HOURS, minutes: 61 });
    expect(workbench.warnings.map(({ thresholdPermille }) => thresholdPermille)).toEqual([500]);
  });
});
