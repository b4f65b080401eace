import { type TicketId, type TimesheetLineId, timesheetLineIdSchema } from '@core/ids';
import type { Interval } from '@core/time/interval';
import { describe, expect, it } from 'vitest';
import { type AddLineRequest, addLine as addTypedLine } from '../../../src/main/usecases/add-line';
import { deleteLines } from '../../../src/main/usecases/delete-lines';
import { duplicateLine } from '../../../src/main/usecases/duplicate-line';
import { type EditLineRequest, editLine } from '../../../src/main/usecases/edit-line';
import { mergeLines } from '../../../src/main/usecases/merge-lines';
import { splitLine } from '../../../src/main/usecases/split-line';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { stopTimer } from '../../../src/main/usecases/stop-timer';
import { redoChange, undoChange } from '../../../src/main/usecases/undo-change';
import { between, DAY } from '../../core/timesheet/lines';
import { HOUR, MINUTE } from '../../support/hand-clock';
import { lineHere } from '../../support/line-acts';
import { expectFailure, expectValue } from '../../support/portal-bench';
import { openWorkbench, type TestWorkbench, work } from '../../support/workbench';
import { connect, readElsewhere, readEverything } from '../../support/workbench-file';
import { addLine, addTicket } from '../../support/workbench-rows';

function at(...intervals: Interval[]) {
  return { kind: 'intervals' as const, intervals };
}

async function add(workbench: TestWorkbench, ticketId: TicketId, request: Partial<AddLineRequest> = {}) {
  return addTypedLine(workbench, {
    target: { kind: 'ticket', ticketId },
    date: DAY,
    time: at(between('10:00', '11:00')),
    description: 'Felsökning',
    kindOfWork: 'general-user-support',
    cutOverlaps: false,
    ...request,
  });
}

async function added(...parameters: Parameters<typeof add>): Promise<TimesheetLineId> {
  return expectValue(await add(...parameters)).lineId;
}

function edit(workbench: TestWorkbench, lineId: TimesheetLineId, changes: Partial<EditLineRequest>) {
  return editLine(workbench, { lineId, cutOverlaps: false, ...changes });
}

/** The lines that are there, in order of time, such as `10:00 60 Felsökning`. */
function linesIn({ file }: TestWorkbench) {
  return readElsewhere(
    file,
    `SELECT date, coalesce(strftime('%H:%M', json_extract(intervals, '$[0].startedAt') / 1000, 'unixepoch', '+1 hour'), '-')
       AS clock, worked_seconds / 60 AS minutes, description
     FROM timesheet_line WHERE deleted_at IS NULL ORDER BY date, clock, id`,
  ).map(({ date, clock, minutes, description }) => `${date} ${clock} ${minutes} ${description}`);
}

const outboxIn = ({ file }: TestWorkbench) =>
  readElsewhere(file, 'SELECT kind, state FROM outbox ORDER BY sequence').map(({ kind, state }) => `${kind} ${state}`);

async function openWithTicket() {
  const workbench = openWorkbench();
  return { workbench, ticketId: await addTicket(workbench) };
}

describe('a line that is added', () => {
  it('is kept with what follows from it, and goes to the outbox', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const lineId = await added(workbench, ticketId, {
      time: at(between('17:30', '18:30')),
      description: '  Felsökning ',
    });
    expect(await lineHere({ workbench }, lineId)).toMatchObject({
      ticketId,
      date: DAY,
      workedSeconds: 3600,
      overtimeSeconds: 1800,
      description: 'Felsökning',
      verdict: 'chargeable',
      origin: 'mine',
      employeeName: 'Maja Lindqvist',
      heldSeconds: 0,
    });
    expect(outboxIn(workbench)).toEqual(['create-timesheet-line waiting']);
  });

  it('can be a length without a time of the clock, and can wait for its description', async () => {
    const { workbench, ticketId } = await openWithTicket();
    await added(workbench, ticketId, { time: { kind: 'duration', workedSeconds: 900 }, description: '' });
    expect(linesIn(workbench)).toEqual([`${DAY} - 15 `]);
    expect(outboxIn(workbench)).toEqual([]);
  });

  it('is refused on a ticket that is not here', async () => {
    const { workbench } = await openWithTicket();
    const nowhere = await addTicket(openWorkbench());
    expect(expectFailure(await add(workbench, nowhere))).toEqual({ kind: 'not-found' });
  });

  it.each<[string, AddLineRequest['time']]>([
    ['no time', at()],
    ['less than half a second', at({ ...between('10:00', '10:01'), durationMs: 400 })],
    ['the day before', at(between('10:00', '11:00', '2026-11-22'))],
    ['time over midnight', at({ ...between('23:30', '23:31'), durationMs: HOUR })],
  ])('is refused with %s', async (_what, time) => {
    const { workbench, ticketId } = await openWithTicket();
    expect(expectFailure(await add(workbench, ticketId, { time }))).toEqual({ kind: 'time-invalid' });
    expect(linesIn(workbench)).toEqual([]);
  });

  it('joins times that were given in any order', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const time = at(between('10:30', '11:30'), between('10:00', '11:00'), between('13:00', '13:30'));
    const lineId = await added(workbench, ticketId, { time });
    expect(await lineHere({ workbench }, lineId)).toMatchObject({
      intervals: [between('10:00', '11:30'), between('13:00', '13:30')],
      workedSeconds: 2 * 3600,
    });
  });

  it('tells those who listen, and warns when it crosses a threshold', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const told: string[] = [];
    workbench.onTold((what) => told.push(what));
    await added(workbench, ticketId, { time: at(between('07:00', '10:00')) });
    expect(new Set(told)).toEqual(new Set(['timesheet', 'ticket', 'queue', 'outbox', 'warning']));
    expect(workbench.warnings).toMatchObject([{ ticketId, thresholdPermille: 750 }]);
  });
});

describe('an overlap', () => {
  it('with another line of mine is refused, on whatever ticket; what only touches is none', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const other = await addTicket(workbench);
    await added(workbench, ticketId);
    const overlapping = { time: at(between('10:59', '12:00')) };
    expect(expectFailure(await add(workbench, other, overlapping))).toEqual({ kind: 'line-overlaps' });
    await added(workbench, other, { time: at(between('11:00', '12:00')) });
    await added(workbench, other, { time: { kind: 'duration', workedSeconds: 3600 } });
    expect(linesIn(workbench)).toHaveLength(3);
  });

  it('circumstances: overlap: is cut when that is asked for, as far as something is left', async () => {
    const { workbench, ticketId } = await openWithTicket();
    await added(workbench, ticketId);
    const cut = await added(workbench, ticketId, { time: at(between('09:00', '12:30')), cutOverlaps: true });
    expect(await lineHere({ workbench }, cut)).toMatchObject({
      intervals: [between('09:00', '10:00'), between('11:00', '12:30')],
      workedSeconds: 150 * 60,
    });
    const nothing = { time: at(between('10:15', '10:45')), cutOverlaps: true };
    expect(expectFailure(await add(workbench, ticketId, nothing))).toEqual({ kind: 'line-overlaps' });
  });

  it('with a colleague’s line, or one that was deleted, is none', async () => {
    const { workbench, ticketId } = await openWithTicket();
    await addLine(workbench, ticketId, { origin: 'colleague', intervals: [between('10:00', '11:00')] });
    const deleted = await added(workbench, ticketId);
    expectValue(await deleteLines(workbench, [deleted]));
    await added(workbench, ticketId);
  });

  it('with what an open timer has recorded is one too', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const { timerId } = expectValue(await startTimer(workbench, ticketId));
    await work(workbench, 3 * MINUTE);
    const during = { time: at(between('09:01', '09:10')) };
    expect(expectFailure(await add(workbench, ticketId, during))).toEqual({ kind: 'line-overlaps' });
    const cut = await added(workbench, ticketId, { ...during, cutOverlaps: true });
    expect((await lineHere({ workbench }, cut)).intervals).toEqual([between('09:03', '09:10')]);
    await stopTimer(workbench, { timerId, description: 'Timer', kindOfWork: 'general-user-support' });
    expect(expectFailure(await add(workbench, ticketId, during))).toEqual({ kind: 'line-overlaps' });
  });

  it('is looked for on the other side of midnight too', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const overMidnight = { ...between('23:00', '23:30'), durationMs: 2 * HOUR };
    await addLine(workbench, ticketId, { date: DAY, intervals: [overMidnight], workedSeconds: 7200 });
    const early = { date: '2026-11-24', time: at(between('00:30', '02:00', '2026-11-24')) };
    expect(expectFailure(await add(workbench, ticketId, early))).toEqual({ kind: 'line-overlaps' });
  });

  it('keeps a line from being moved there, and leaves it as it was', async () => {
    const { workbench, ticketId } = await openWithTicket();
    await added(workbench, ticketId);
    const lineId = await added(workbench, ticketId, { time: at(between('13:00', '14:00')) });
    const before = readEverything(workbench.file);
    const time = at(between('10:30', '11:30'));
    expect(expectFailure(await edit(workbench, lineId, { time, description: 'Annat' }))).toEqual({
      kind: 'line-overlaps',
    });
    expect(readEverything(workbench.file)).toEqual(before);
    expectValue(await edit(workbench, lineId, { time, cutOverlaps: true }));
    expect(linesIn(workbench)).toEqual([`${DAY} 10:00 60 Felsökning`, `${DAY} 11:00 30 Felsökning`]);
  });

  it('with itself is none: a line can be stretched', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const lineId = await added(workbench, ticketId);
    expectValue(await edit(workbench, lineId, { time: at(between('10:30', '11:30')) }));
    expect(linesIn(workbench)).toEqual([`${DAY} 10:30 60 Felsökning`]);
  });
});

describe('a line that is edited', () => {
  it('is judged anew by its kind of work, its ticket and its time', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const supported = await addTicket(workbench, { agreements: ['maintenance-and-support'] });
    const lineId = await added(workbench, ticketId);
    expectValue(await edit(workbench, lineId, { kindOfWork: 'infrastructure-question' }));
    expect((await lineHere({ workbench }, lineId)).verdict).toBe('included');
    expectValue(await edit(workbench, lineId, { kindOfWork: 'general-user-support' }));
    expect((await lineHere({ workbench }, lineId)).verdict).toBe('chargeable');
    expectValue(await edit(workbench, lineId, { target: { kind: 'ticket', ticketId: supported } }));
    expect(await lineHere({ workbench }, lineId)).toMatchObject({ ticketId: supported, verdict: 'included' });
    expectValue(await edit(workbench, lineId, { time: at(between('18:00', '19:00')) }));
    expect((await lineHere({ workbench }, lineId)).overtimeSeconds).toBe(3600);
  });

  it('keeps a verdict that a person decided', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const lineId = await addLine(workbench, ticketId, {
      verdict: 'not-charged',
      overrideReason: 'Vårt fel',
      overrideBy: 'Maja',
      overrideAt: workbench.clock.read().wall,
    });
    expectValue(await edit(workbench, lineId, { kindOfWork: 'bug-analysis' }));
    expect(await lineHere({ workbench }, lineId)).toMatchObject({ verdict: 'not-charged', overrideReason: 'Vårt fel' });
  });

  it('becomes an activity, which is internal, and work on a ticket again, of the usual kind there', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const lineId = await added(workbench, ticketId);
    await added(workbench, ticketId, { time: at(between('13:00', '14:00')), kindOfWork: 'bug-analysis' });
    expectValue(await edit(workbench, lineId, { target: { kind: 'activity', activity: 'travel' } }));
    expect(await lineHere({ workbench }, lineId)).toMatchObject({
      ticketId: null,
      activity: 'travel',
      kindOfWork: 'internal',
      verdict: 'not-charged',
    });
    expectValue(await edit(workbench, lineId, { kindOfWork: 'dns' }));
    expect((await lineHere({ workbench }, lineId)).kindOfWork).toBe('internal');
    expectValue(await edit(workbench, lineId, { target: { kind: 'ticket', ticketId } }));
    expect(await lineHere({ workbench }, lineId)).toMatchObject({
      ticketId,
      activity: null,
      kindOfWork: 'bug-analysis',
    });
  });

  it('that is on its way cannot lose its description, and one that is not can', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const lineId = await added(workbench, ticketId);
    expect(expectFailure(await edit(workbench, lineId, { description: ' ' }))).toEqual({ kind: 'description-missing' });
    const short = await added(workbench, ticketId, { time: { kind: 'duration', workedSeconds: 30 } });
    expectValue(await edit(workbench, short, { description: '' }));
  });

  it('that is not mine, or not there, is not found', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const colleagues = await addLine(workbench, ticketId, { origin: 'colleague' });
    const deleted = await added(workbench, ticketId);
    expectValue(await deleteLines(workbench, [deleted]));
    const before = readEverything(workbench.file);
    for (const lineId of [colleagues, deleted]) {
      const changes = [
        await edit(workbench, lineId, { description: 'Annat' }),
        await splitLine(workbench, lineId, { kind: 'after-seconds', seconds: 60 }),
        await duplicateLine(workbench, lineId, DAY),
        await deleteLines(workbench, [lineId]),
        await mergeLines(workbench, [lineId, lineId]),
      ];
      for (const change of changes) expect(expectFailure(change)).toEqual({ kind: 'not-found' });
    }
    expect(readEverything(workbench.file)).toEqual(before);
  });
});

describe('lines that are split, merged, duplicated and deleted', () => {
  it('are parted at a time of the clock and put together again', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const lineId = await added(workbench, ticketId);
    const point = { kind: 'instant', at: between('10:20', '11:00').startedAt } as const;
    expectValue(await splitLine(workbench, lineId, point));
    expect(linesIn(workbench)).toEqual([`${DAY} 10:00 20 Felsökning`, `${DAY} 10:20 40 Felsökning`]);
    expect(outboxIn(workbench)).toEqual(['create-timesheet-line waiting', 'create-timesheet-line waiting']);
    expect(expectFailure(await splitLine(workbench, lineId, point))).toEqual({ kind: 'time-invalid' });
    const rows = readElsewhere(workbench.file, 'SELECT id FROM timesheet_line');
    const ids = rows.map(({ id }) => timesheetLineIdSchema.parse(id));
    expectValue(await mergeLines(workbench, ids));
    expect(linesIn(workbench)).toEqual([`${DAY} 10:00 60 Felsökning`]);
    expect(outboxIn(workbench)).toEqual(['create-timesheet-line waiting']);
  });

  it('are not merged when they differ in what is charged', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const one = await added(workbench, ticketId);
    const two = await added(workbench, ticketId, { time: at(between('13:00', '14:00')), kindOfWork: 'bug-analysis' });
    expect(expectFailure(await mergeLines(workbench, [one, two]))).toEqual({ kind: 'lines-differ' });
  });

  it('are duplicated to a date at the same times, or as a length where these are taken', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const lineId = await added(workbench, ticketId);
    expectValue(await duplicateLine(workbench, lineId, '2026-11-24'));
    expectValue(await duplicateLine(workbench, lineId, '2026-11-24'));
    expectValue(await duplicateLine(workbench, lineId, DAY));
    expect(linesIn(workbench)).toEqual([
      `${DAY} - 60 Felsökning`,
      `${DAY} 10:00 60 Felsökning`,
      '2026-11-24 - 60 Felsökning',
      '2026-11-24 10:00 60 Felsökning',
    ]);
  });

  it('are deleted together or not at all', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const mine = await added(workbench, ticketId);
    const colleagues = await addLine(workbench, ticketId, { origin: 'colleague' });
    expect(expectFailure(await deleteLines(workbench, [mine, colleagues]))).toEqual({ kind: 'not-found' });
    expect(linesIn(workbench)).toHaveLength(2);
    expectValue(await deleteLines(workbench, [mine]));
    expect(outboxIn(workbench)).toEqual([]);
  });
});

describe('undo and redo', () => {
  it('walk through everything that was done, back and forth', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const states = [linesIn(workbench)];
    const note = () => states.push(linesIn(workbench));
    const lineId = await added(workbench, ticketId);
    note();
    expectValue(await edit(workbench, lineId, { description: 'Rättat', date: '2026-11-24' }));
    note();
    expectValue(await edit(workbench, lineId, { target: { kind: 'activity', activity: 'internal' } }));
    note();
    expectValue(await splitLine(workbench, lineId, { kind: 'after-seconds', seconds: 600 }));
    note();
    expectValue(await duplicateLine(workbench, lineId, DAY));
    note();
    expectValue(await deleteLines(workbench, [lineId]));
    note();
    for (const state of states.toReversed().slice(1)) {
      expectValue(await undoChange(workbench));
      expect(linesIn(workbench)).toEqual(state);
    }
    expect(expectFailure(await undoChange(workbench))).toEqual({ kind: 'nothing-to-undo' });
    for (const state of states.slice(1)) {
      expectValue(await redoChange(workbench));
      expect(linesIn(workbench)).toEqual(state);
    }
    expect(expectFailure(await redoChange(workbench))).toEqual({ kind: 'nothing-to-undo' });
  });

  it('forget what was undone once something else is done', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const lineId = await added(workbench, ticketId);
    expectValue(await edit(workbench, lineId, { description: 'Annat' }));
    expectValue(await undoChange(workbench));
    expectValue(await edit(workbench, lineId, { description: 'Något tredje' }));
    expect(expectFailure(await redoChange(workbench))).toEqual({ kind: 'nothing-to-undo' });
    expectValue(await undoChange(workbench));
    expect(linesIn(workbench)).toEqual([`${DAY} 10:00 60 Felsökning`]);
  });

  it('outlive a restart', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const lineId = await added(workbench, ticketId);
    expectValue(await deleteLines(workbench, [lineId]));
    const again = openWorkbench({ folder: workbench.folder, clock: workbench.clock });
    expectValue(await undoChange(again));
    expect(linesIn(again)).toEqual([`${DAY} 10:00 60 Felsökning`]);
    expect(outboxIn(again)).toEqual(['create-timesheet-line waiting']);
  });

  it('are refused when a line is no longer as it was left, and change nothing then', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const lineId = await added(workbench, ticketId);
    expectValue(await edit(workbench, lineId, { description: 'Annat' }));
    connect(workbench.file).exec(`UPDATE timesheet_line SET description = 'Från portalen'`);
    const before = readEverything(workbench.file);
    expect(expectFailure(await undoChange(workbench))).toEqual({ kind: 'changed-since' });
    expect(readEverything(workbench.file)).toEqual(before);
  });

  it('do not count an edit that says the same', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const lineId = await added(workbench, ticketId);
    expectValue(await edit(workbench, lineId, { description: 'Felsökning', date: DAY }));
    expectValue(await undoChange(workbench));
    expect(linesIn(workbench)).toEqual([]);
  });

  it('put back what was decided and not what was worked out: the held part is worked out anew', async () => {
    const { workbench, ticketId } = await openWithTicket();
    const lineId = await added(workbench, ticketId, { time: at(between('07:00', '10:00')) });
    expectValue(await edit(workbench, lineId, { time: at(between('07:00', '12:00')) }));
    expect(await lineHere({ workbench }, lineId)).toMatchObject({ heldSeconds: 3600, holdReason: 'unapproved' });
    expectValue(await undoChange(workbench));
    expect(await lineHere({ workbench }, lineId)).toMatchObject({ heldSeconds: 0, holdReason: null });
    expectValue(await redoChange(workbench));
    expect(await lineHere({ workbench }, lineId)).toMatchObject({ workedSeconds: 18_000, heldSeconds: 3600 });
  });
});

it('a change is written with its journal and its operations, or not at all', async () => {
  const { workbench, ticketId } = await openWithTicket();
  const lineId = await added(workbench, ticketId);
  const before = readEverything(workbench.file);
  connect(workbench.file).exec(
    `CREATE TRIGGER no_journal BEFORE INSERT ON timesheet_change BEGIN SELECT RAISE(ABORT, 'full'); END`,
  );
  await expect(edit(workbench, lineId, { description: 'Annat' })).rejects.toThrow('full');
  await expect(deleteLines(workbench, [lineId])).rejects.toThrow('full');
  expect(readEverything(workbench.file)).toEqual(before);
});
