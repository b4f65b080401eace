import type { DecidedVerdict } from '@core/billing/coverage-table';
import type { CoverageDecisionId, TicketId } from '@core/ids';
import { coverageDecisionIdSchema } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { readTicket } from '../../../src/main/db/queries/tickets';
import { listLinesOfTicket } from '../../../src/main/db/queries/timesheet-lines';
import { addLine } from '../../../src/main/usecases/add-line';
import { decideCoverage, letCoverageStand } from '../../../src/main/usecases/change-coverage';
import { noteOnCustomer } from '../../../src/main/usecases/change-details';
import { decideLimit } from '../../../src/main/usecases/decide-limit';
import { duplicateLine } from '../../../src/main/usecases/duplicate-line';
import { editLine } from '../../../src/main/usecases/edit-line';
import { readDetails } from '../../../src/main/usecases/read-details';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { stopTimer } from '../../../src/main/usecases/stop-timer';
import { readMeter } from '../../../src/main/usecases/ticket-figures';
import { undoChange } from '../../../src/main/usecases/undo-change';
import { MINUTE, MONDAY_NINE } from '../../support/hand-clock';
import { change, chargeOn, heldOf, lineOf, notesOn, record } from '../../support/limit-acts';
import { expectFailure, expectValue } from '../../support/portal-bench';
import { DECIDED, judged, KIND, LOCKED, OF_TERMS } from '../../support/verdict-acts';
import { openWorkbench, type TestWorkbench, work } from '../../support/workbench';
import { addTicket } from '../../support/workbench-rows';

async function open() {
  const workbench = openWorkbench();
  return { workbench, ticketId: await addTicket(workbench) };
}

const decide = async (
  workbench: TestWorkbench,
  ticketId: TicketId,
  verdict: DecidedVerdict = 'not-charged',
  reason = 'Vårt eget fel',
): Promise<CoverageDecisionId | null> =>
  expectValue(await decideCoverage(workbench, { ticketId, kindOfWork: KIND, verdict, reason })).before;

const letStand = async (workbench: TestWorkbench, ticketId: TicketId, decisionId: CoverageDecisionId | null) =>
  expectValue(await letCoverageStand(workbench, { ticketId, kindOfWork: KIND, decisionId })).before;

async function coverageOf(workbench: TestWorkbench, ticketId: TicketId) {
  const details = await readDetails(workbench, ticketId, 'Partnern AB');
  const coverage = details?.coverage.find(({ kindOfWork }) => kindOfWork === KIND);
  if (!coverage) throw new Error('no coverage');
  return coverage;
}

describe('a decision about a kind of work on a ticket', () => {
  it('judges my lines of that kind, with its reason and who, and the charge with them, until it is taken back', async () => {
    const { workbench, ticketId } = await open();
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 60 });
    const other = await record(workbench, ticketId, { from: 60, minutes: 60 }, { kindOfWork: 'bug-analysis' });
    expect(await decide(workbench, ticketId)).toBeNull();
    expect(await judged(workbench, lineId)).toEqual(DECIDED);
    expect((await lineOf(workbench, lineId)).overrideAt).toBe(workbench.clock.read().wall);
    expect(await judged(workbench, other)).toEqual(OF_TERMS);
    expect((await chargeOn(workbench, ticketId)).chargedMinutes).toBe(60);
    await letStand(workbench, ticketId, null);
    expect(await judged(workbench, lineId)).toEqual(OF_TERMS);
    expect((await chargeOn(workbench, ticketId)).chargedMinutes).toBe(120);
  });

  it('is taken back as it was made: who, when and why come again with it', async () => {
    const { workbench, ticketId } = await open();
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 60 });
    await decide(workbench, ticketId);
    const first = await lineOf(workbench, lineId);
    workbench.clock.pass(5 * MINUTE);
    const before = await decide(workbench, ticketId, 'included', 'Enligt överenskommelse');
    expect(await judged(workbench, lineId)).toEqual(['included', 'Enligt överenskommelse', 'Maja Lindqvist']);
    await letStand(workbench, ticketId, before);
    expect(await lineOf(workbench, lineId)).toEqual(first);
    const taken = await letStand(workbench, ticketId, null);
    expect(taken).toBe(before);
    await letStand(workbench, ticketId, taken);
    expect(await lineOf(workbench, lineId)).toEqual(first);
  });

  it('lets go what waited past the limit, and it waits again when the terms decide', async () => {
    const { workbench, ticketId } = await open();
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 270 });
    expect(await heldOf(workbench, lineId)).toEqual([30, 'unapproved']);
    await decide(workbench, ticketId, 'included');
    expect(await heldOf(workbench, lineId)).toEqual([0, null]);
    await letStand(workbench, ticketId, null);
    expect(await heldOf(workbench, lineId)).toEqual([30, 'unapproved']);
  });

  it('leaves alone a line that was decided itself, what is invoiced, and colleagues’ lines; and says so before', async () => {
    const { workbench, ticketId } = await open();
    const own = await record(workbench, ticketId, { from: 0, minutes: 30 });
    await change(workbench, own, {
      verdict: 'included',
      overrideReason: 'Avtalat',
      overrideBy: 'Maja',
      overrideAt: MONDAY_NINE,
    });
    const invoiced = await record(workbench, ticketId, { from: 60, minutes: 30 });
    await change(workbench, invoiced, { remoteId: 7, portalValues: LOCKED });
    const colleagues = await record(
      workbench,
      ticketId,
      { from: 120, minutes: 30 },
      { origin: 'colleague', remoteId: 8 },
    );
    const follows = await record(workbench, ticketId, { from: 180, minutes: 20 });
    const { lines } = await coverageOf(workbench, ticketId);
    expect(lines).toEqual({
      follows: { count: 1, workedSeconds: 1200 },
      'own-override': { count: 1, workedSeconds: 1800 },
      locked: { count: 1, workedSeconds: 1800 },
      'told-by-note': { count: 0, workedSeconds: 0 },
    });
    for (const standing of ['decided', 'taken back']) {
      if (standing === 'decided') await decide(workbench, ticketId);
      else await letStand(workbench, ticketId, null);
      expect(await judged(workbench, own)).toEqual(['included', 'Avtalat', 'Maja']);
      expect(await judged(workbench, invoiced)).toEqual(OF_TERMS);
      expect(await judged(workbench, colleagues)).toEqual(OF_TERMS);
      expect(await judged(workbench, follows)).toEqual(standing === 'decided' ? DECIDED : OF_TERMS);
    }
  });

  it('tells colleagues of verdict and reason in the note about a line', async () => {
    const { workbench, ticketId } = await open();
    await record(workbench, ticketId, { from: 0, minutes: 240 });
    // What waits as a whole is told at once.
    const lineId = await record(workbench, ticketId, { from: 240, minutes: 30 });
    await decide(workbench, ticketId, 'chargeable', 'Avtalat med kunden');
    const notes = (await notesOn(workbench, ticketId)).filter((note) => note.kind === 'line' && note.lineId === lineId);
    expect(notes.at(-1)).toMatchObject({ verdict: 'chargeable', overrideReason: 'Avtalat med kunden' });
  });

  it('stands against what agreements and services decide later', async () => {
    const { workbench, ticketId } = await open();
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 60 });
    await decide(workbench, ticketId);
    const customerId = (await readTicket(workbench.database, ticketId))?.customerId;
    if (!customerId) throw new Error('no customer');
    expectValue(await noteOnCustomer(workbench, customerId, { services: ['smart-connect'] }));
    expect(await judged(workbench, lineId)).toEqual(DECIDED);
  });

  it('is refused of another ticket or kind of work', async () => {
    const { workbench, ticketId } = await open();
    const elsewhere = await addTicket(workbench);
    await decide(workbench, elsewhere);
    const standing = (await coverageOf(workbench, elsewhere)).decision?.id;
    const decisionId = coverageDecisionIdSchema.parse(standing);
    expect(expectFailure(await letCoverageStand(workbench, { ticketId, kindOfWork: KIND, decisionId }))).toEqual({
      kind: 'not-found',
    });
    expect((await coverageOf(workbench, elsewhere)).decision).toMatchObject({
      verdict: 'not-charged',
      by: 'Maja Lindqvist',
    });
  });
});

describe('a line that is recorded later', () => {
  const typed = { time: { kind: 'duration', workedSeconds: 1800 }, date: '2026-11-23', description: 'Hjälp' } as const;

  it('follows the decision, by the timer, typed or copied, and in the meter while it is worked on', async () => {
    const { workbench, ticketId } = await open();
    await decide(workbench, ticketId);
    const { timerId } = expectValue(await startTimer(workbench, ticketId));
    await work(workbench, 30 * MINUTE);
    const ticket = await readTicket(workbench.database, ticketId);
    if (!ticket) throw new Error('no ticket');
    expect((await readMeter(workbench.database, ticket, workbench.clock.read())).countedSeconds).toBe(0);
    expectValue(await stopTimer(workbench, { timerId, description: 'Felsökning', kindOfWork: KIND }));
    const target = { kind: 'ticket' as const, ticketId };
    const { lineId } = expectValue(
      await addLine(workbench, { ...typed, target, kindOfWork: KIND, cutOverlaps: false }),
    );
    expectValue(await duplicateLine(workbench, lineId, '2026-11-24'));
    const lines = await listLinesOfTicket(workbench.database, ticketId);
    expect(lines).toHaveLength(3);
    for (const { id } of lines) expect(await judged(workbench, id)).toEqual(DECIDED);
  });

  it('follows when it becomes that kind of work, and leaves the decision with it; undo takes that back', async () => {
    const { workbench, ticketId } = await open();
    await decide(workbench, ticketId);
    const target = { kind: 'ticket' as const, ticketId };
    const { lineId } = expectValue(
      await addLine(workbench, { ...typed, target, kindOfWork: 'bug-analysis', cutOverlaps: false }),
    );
    expect(await judged(workbench, lineId)).toEqual(OF_TERMS);
    expectValue(await editLine(workbench, { lineId, kindOfWork: KIND, cutOverlaps: false }));
    expect(await judged(workbench, lineId)).toEqual(DECIDED);
    expectValue(await undoChange(workbench));
    expect(await judged(workbench, lineId)).toEqual(OF_TERMS);
  });

  it('can be undone though something was decided since: what follows from a decision is no change of the line', async () => {
    const { workbench, ticketId } = await open();
    const target = { kind: 'ticket' as const, ticketId };
    const { lineId } = expectValue(
      await addLine(workbench, { ...typed, target, kindOfWork: KIND, cutOverlaps: false }),
    );
    expectValue(await editLine(workbench, { lineId, description: 'Mer hjälp', cutOverlaps: false }));
    await decide(workbench, ticketId);
    expectValue(await undoChange(workbench));
    expect(await lineOf(workbench, lineId)).toMatchObject({ description: 'Hjälp', verdict: 'not-charged' });
    const elsewhere = await addTicket(workbench);
    expectValue(
      await editLine(workbench, { lineId, target: { kind: 'ticket', ticketId: elsewhere }, cutOverlaps: false }),
    );
    expect(await judged(workbench, lineId)).toEqual(OF_TERMS);
  });

  it('is judged by the decision again when one not to charge past the limit is taken back', async () => {
    const { workbench, ticketId } = await open();
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 300 });
    await decide(workbench, ticketId, 'chargeable', 'Beställt');
    await decideLimit(workbench, { ticketId, decision: 'not-charged' });
    const verdicts = async () =>
      (await listLinesOfTicket(workbench.database, ticketId)).map(({ verdict }) => verdict).toSorted();
    expect(await verdicts()).toEqual(['chargeable', 'not-charged']);
    await letStand(workbench, ticketId, null);
    expect(await verdicts()).toEqual(['chargeable', 'not-charged']);
    expectValue(await undoChange(workbench));
    expect(await judged(workbench, lineId)).toEqual(OF_TERMS);
  });
});
