import type { DecidedVerdict } from '@core/billing/coverage-table';
import { type TicketId, type TimesheetLineId, timesheetLineIdSchema } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { keepNotedWork } from '../../../src/main/db/queries/noted-work';
import { listLinesOfTicket } from '../../../src/main/db/queries/timesheet-lines';
import { applyNotedWork } from '../../../src/main/sync/store-note';
import { addLine } from '../../../src/main/usecases/add-line';
import { decideCoverage } from '../../../src/main/usecases/change-coverage';
import { decideLimit } from '../../../src/main/usecases/decide-limit';
import { decideLineVerdict } from '../../../src/main/usecases/decide-line-verdict';
import { editLine } from '../../../src/main/usecases/edit-line';
import { redoChange, undoChange } from '../../../src/main/usecases/undo-change';
import type { Workbench } from '../../../src/main/usecases/workbench';
import { MINUTE, MONDAY_NINE } from '../../support/hand-clock';
import { change, chargeOn, heldOf, limitOn, lineOf, notesOn, record } from '../../support/limit-acts';
import { expectFailure, expectValue } from '../../support/portal-bench';
import { startTwoConsultants, syncBoth } from '../../support/two-consultants';
import { DECIDED, judged, KIND, LOCKED, OF_TERMS, ON_PORTAL } from '../../support/verdict-acts';
import { openWorkbench } from '../../support/workbench';
import { addTicket } from '../../support/workbench-rows';

async function open() {
  const workbench = openWorkbench();
  return { workbench, ticketId: await addTicket(workbench) };
}

function decide(
  workbench: Workbench,
  lineId: TimesheetLineId,
  verdict: DecidedVerdict = 'not-charged',
  reason = 'Vårt eget fel',
) {
  return decideLineVerdict(workbench, { lineId, decided: { verdict, reason } });
}

const decideKind = async (workbench: Workbench, ticketId: TicketId, verdict: DecidedVerdict) =>
  expectValue(await decideCoverage(workbench, { ticketId, kindOfWork: KIND, verdict, reason: 'Avtalat' }));

describe('a verdict on one line', () => {
  it('is kept with reason, who and when, changes the charge, and is undone and done again', async () => {
    const { workbench, ticketId } = await open();
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 60 });
    const other = await record(workbench, ticketId, { from: 60, minutes: 60 });
    expectValue(await decide(workbench, lineId));
    expect(await judged(workbench, lineId)).toEqual(DECIDED);
    expect((await lineOf(workbench, lineId)).overrideAt).toBe(workbench.clock.read().wall);
    expect(await judged(workbench, other)).toEqual(OF_TERMS);
    expect((await chargeOn(workbench, ticketId)).chargedMinutes).toBe(60);
    const decided = await lineOf(workbench, lineId);
    expectValue(await undoChange(workbench));
    expect(await judged(workbench, lineId)).toEqual(OF_TERMS);
    expect((await chargeOn(workbench, ticketId)).chargedMinutes).toBe(120);
    expectValue(await redoChange(workbench));
    expect(await lineOf(workbench, lineId)).toEqual(decided);
  });

  it('stands whatever is decided of the kind of work, and the line follows that once it is taken back', async () => {
    const { workbench, ticketId } = await open();
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 60 });
    await decideKind(workbench, ticketId, 'included');
    expectValue(await decide(workbench, lineId));
    await decideKind(workbench, ticketId, 'always-separate');
    expectValue(await editLine(workbench, { lineId, kindOfWork: 'bug-analysis', cutOverlaps: false }));
    expectValue(await editLine(workbench, { lineId, kindOfWork: KIND, cutOverlaps: false }));
    expect(await judged(workbench, lineId)).toEqual(DECIDED);
    expectValue(await decideLineVerdict(workbench, { lineId, decided: null }));
    expect(await judged(workbench, lineId)).toEqual(['always-separate', 'Avtalat', 'Maja Lindqvist']);
  });

  it('lets go what waited past the limit', async () => {
    const { workbench, ticketId } = await open();
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 270 });
    expect(await heldOf(workbench, lineId)).toEqual([30, 'unapproved']);
    expectValue(await decide(workbench, lineId, 'included'));
    expect(await heldOf(workbench, lineId)).toEqual([0, null]);
  });

  it('takes the place of a decision not to charge past the limit, which falls with it and returns with undo', async () => {
    const { workbench, ticketId } = await open();
    await record(workbench, ticketId, { from: 0, minutes: 300 });
    expectValue(await decideLimit(workbench, { ticketId, decision: 'not-charged' }));
    const past = (await listLinesOfTicket(workbench.database, ticketId)).find(
      ({ verdict }) => verdict === 'not-charged',
    );
    if (!past) throw new Error('nothing was parted');
    workbench.clock.pass(MINUTE);
    expectValue(await decide(workbench, past.id, 'chargeable', 'Kunden beställde det'));
    expect(await heldOf(workbench, past.id)).toEqual([60, 'unapproved']);
    expect(await limitOn(workbench, ticketId)).toMatchObject({ decision: null, unapprovedSeconds: 3600 });
    expectValue(await undoChange(workbench));
    expect(await limitOn(workbench, ticketId)).toMatchObject({
      decision: { decision: 'not-charged' },
      unapprovedSeconds: 0,
    });
  });

  it('is refused of what is invoiced, of a colleague’s line and of time without a ticket', async () => {
    const { workbench, ticketId } = await open();
    const invoiced = await record(workbench, ticketId, { from: 0, minutes: 30 });
    await change(workbench, invoiced, { remoteId: 7, portalValues: LOCKED });
    const colleagues = await record(
      workbench,
      ticketId,
      { from: 60, minutes: 30 },
      { origin: 'colleague', remoteId: 8 },
    );
    const { lineId: internal } = expectValue(
      await addLine(workbench, {
        target: { kind: 'activity', activity: 'meeting' },
        date: '2026-11-23',
        time: { kind: 'duration', workedSeconds: 1800 },
        description: 'Möte',
        kindOfWork: 'internal',
        cutOverlaps: false,
      }),
    );
    const before = await Promise.all([invoiced, colleagues, internal].map((id) => lineOf(workbench, id)));
    expect(expectFailure(await decide(workbench, invoiced))).toEqual({ kind: 'line-locked' });
    expect(expectFailure(await decide(workbench, colleagues))).toEqual({ kind: 'not-found' });
    expect(expectFailure(await decide(workbench, internal))).toEqual({ kind: 'not-found' });
    expect(await Promise.all([invoiced, colleagues, internal].map((id) => lineOf(workbench, id)))).toEqual(before);
  });
});

describe('what others learn of a verdict on one line', () => {
  it('reaches a colleague’s app with its reason, in a note that only colleagues read', async () => {
    const both = await startTwoConsultants();
    const { maja, oskar } = both;
    const lineId = await record(maja.session.workbench, maja.ticketId, { from: 0, minutes: 60 });
    await syncBoth(both);
    expectValue(await decide(maja.session.workbench, lineId));
    await syncBoth(both);
    const [line] = await listLinesOfTicket(oskar.session.workbench.database, oskar.ticketId);
    expect(line).toMatchObject({
      origin: 'colleague',
      verdict: 'not-charged',
      overrideReason: 'Vårt eget fel',
      overrideBy: 'Maja Lindqvist',
    });
  });

  it('is told of a line that another computer of mine wrote, and stands against the older note', async () => {
    const { workbench, ticketId } = await open();
    const brought = { remoteId: 7, intervals: [], portalValues: ON_PORTAL };
    const lineId = await record(workbench, ticketId, { from: 0, minutes: 60 }, brought);
    await keepNotedWork(workbench.database, {
      lineId: timesheetLineIdSchema.parse(workbench.newId()),
      ticketId,
      authorName: 'Maja Lindqvist',
      notedAt: MONDAY_NINE,
      state: 'sent',
      remoteId: 7,
      date: '2026-11-23',
      intervals: [],
      workedSeconds: 3600,
      heldSeconds: 0,
      kindOfWork: KIND,
      verdict: 'chargeable',
      overtimeDecision: null,
      overrideReason: null,
    });
    workbench.clock.pass(MINUTE);
    expectValue(await decide(workbench, lineId));
    await applyNotedWork(workbench.database, ticketId);
    expect(await judged(workbench, lineId)).toEqual(DECIDED);
    const notes = (await notesOn(workbench, ticketId)).filter((note) => note.kind === 'line' && note.lineId === lineId);
    expect(notes).toMatchObject([{ verdict: 'not-charged', overrideReason: 'Vårt eget fel' }]);
  });
});
