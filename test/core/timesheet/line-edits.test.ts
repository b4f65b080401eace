import type { TimesheetLineId } from '@core/ids';
import { totalMs } from '@core/time/interval-sets';
import { addLine, changeLine, type LineChange, planUndo, removeLine } from '@core/timesheet/change-set';
import type { Line, LineContent } from '@core/timesheet/line-content';
import { onDate, withIntervals, withLength, withTypedTime } from '@core/timesheet/line-time';
import { mergeLines } from '@core/timesheet/merge-lines';
import { duplicateLine, onTarget } from '@core/timesheet/move-line';
import { splitLine } from '@core/timesheet/split-line';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, stockholm, utc } from '../builders';
import { anyLine, apply, between, byId, DAY, lineId, makeLine, OVERRIDE, ticket } from './lines';

const MEETING = { kind: 'activity', activity: 'meeting' } as const;

describe('a line on another target', () => {
  const { content } = makeLine({ kindOfWork: 'bug-analysis', override: OVERRIDE, overtimeDecision: 'confirmed' });

  it('leaves behind what was decided about the ticket', () => {
    expect(onTarget(content, ticket(2), 'dns')).toEqual({
      ...content,
      target: ticket(2),
      override: null,
      overtimeDecision: null,
    });
  });

  it('is internal work as an activity, and ordinary work again on a ticket', () => {
    const meeting = onTarget(content, MEETING, 'dns');
    expect(meeting).toMatchObject({ target: MEETING, kindOfWork: 'internal', override: null });
    expect(onTarget(meeting, ticket(2), 'dns')).toMatchObject({ target: ticket(2), kindOfWork: 'dns' });
    expect(onTarget(meeting, { kind: 'activity', activity: 'travel' }, 'dns').kindOfWork).toBe('internal');
  });

  it('is the same when it does not move', () => {
    expect(onTarget(content, ticket(1), 'dns')).toBe(content);
  });
});

describe('the time of a line', () => {
  const { content } = makeLine({ intervals: [between('09:00', '10:00'), between('11:00', '11:30')] });

  it('is typed as a length or as a range of the clock', () => {
    expect(withTypedTime(content, '2026-11-24', { kind: 'duration', seconds: 600 })).toMatchObject({
      value: { date: '2026-11-24', intervals: [], workedSeconds: 600 },
    });
    const range = { kind: 'clock-range', fromMinute: 9 * 60 + 15, toMinute: 10 * 60 } as const;
    expect(withTypedTime(content, DAY, range)).toMatchObject({
      value: { intervals: [between('09:15', '10:00')], workedSeconds: 2700 },
    });
    const skipped = { kind: 'clock-range', fromMinute: 130, toMinute: 140 } as const;
    expect(withTypedTime(content, '2026-03-29', skipped)).toEqual({ ok: false, failure: { kind: 'time-skipped' } });
  });

  it('keeps the second that rounding gave when its intervals change', () => {
    const rounded = { ...content, workedSeconds: 5401 };
    expect(withIntervals(rounded, [between('09:00', '10:00')]).workedSeconds).toBe(3601);
    expect(withIntervals(rounded, content.intervals)).toEqual(rounded);
  });

  it('moves to another date at the same times of the clock', () => {
    expect(onDate(content, '2026-07-01')).toEqual({
      ...content,
      date: '2026-07-01',
      intervals: [between('09:00', '10:00', '2026-07-01'), between('11:00', '11:30', '2026-07-01')],
    });
    expect(onDate(makeLine().content, '2026-07-01')).toEqual({ ...makeLine().content, date: '2026-07-01' });
  });

  it('is what those times are where clocks are changed', () => {
    const night = makeLine({ date: '2026-03-28', intervals: [between('01:00', '04:00', '2026-03-28')] }).content;
    expect(onDate(night, '2026-03-29')).toMatchObject({
      intervals: [{ startedAt: utc('2026-03-29T00:00Z'), durationMs: 2 * HOUR }],
      workedSeconds: 2 * 3600,
    });
    const skipped = makeLine({ date: '2026-03-28', intervals: [between('02:10', '02:30', '2026-03-28')] }).content;
    expect(onDate(skipped, '2026-03-29')).toMatchObject({ intervals: [], workedSeconds: 1200 });
  });

  it('that was decided on the portal is cut at the end, or loses its clock times', () => {
    expect(withLength(content, 75 * 60)).toEqual({
      ...content,
      workedSeconds: 75 * 60,
      intervals: [between('09:00', '10:00'), between('11:00', '11:15')],
    });
    expect(withLength(content, 1800).intervals).toEqual([between('09:00', '09:30')]);
    expect(withLength(content, 0).intervals).toEqual([]);
    expect(withLength(content, 5401)).toEqual({ ...content, workedSeconds: 5401, intervals: [] });
    expect(withLength(content, 5400)).toEqual(content);
  });
});

describe('a duplicate', () => {
  const line = makeLine({
    intervals: [between('09:00', '10:00')],
    override: OVERRIDE,
    overtimeDecision: 'confirmed',
  });

  it('on another date says the same at the same times, with nothing decided', () => {
    expect(duplicateLine(line, '2026-11-25', lineId(2))).toEqual({
      lineId: lineId(2),
      before: null,
      after: {
        ...line.content,
        date: '2026-11-25',
        intervals: [between('09:00', '10:00', '2026-11-25')],
        override: null,
        overtimeDecision: null,
      },
    });
  });

  it('on the same date has its length only', () => {
    expect(duplicateLine(line, DAY, lineId(2)).after).toMatchObject({ date: DAY, intervals: [], workedSeconds: 3600 });
  });
});

describe('an edit', () => {
  it('that says the same is none', () => {
    const line = makeLine({ intervals: [between('09:00', '10:00')], override: OVERRIDE });
    expect(changeLine(line, structuredClone(line.content))).toBeNull();
  });

  it.each<Partial<LineContent>>([
    { target: ticket(2) },
    { target: MEETING },
    { date: '2026-11-24' },
    { intervals: [] },
    { intervals: [between('09:00', '10:01')] },
    { intervals: [between('09:01', '10:00')] },
    { workedSeconds: 3601 },
    { description: 'x' },
    { kindOfWork: 'dns' },
    { override: null },
    { override: { ...OVERRIDE, reason: 'x' } },
    { override: { ...OVERRIDE, verdict: 'included' } },
    { overtimeDecision: 'waived' },
  ])('is one in any field: %j', (changes) => {
    const line = makeLine({ intervals: [between('09:00', '10:00')], override: OVERRIDE });
    const after = { ...line.content, ...changes };
    expect(changeLine(line, after)).toEqual({ lineId: line.id, before: line.content, after });
  });
});

/** Undoes a step on these lines; answers the lines afterwards and the step that the undo was. */
function undo(lines: ReadonlyMap<string, LineContent>, changes: readonly LineChange[], gone: readonly string[] = []) {
  let lastId = 500;
  const plan = planUndo({
    changes,
    current: (id: TimesheetLineId) => lines.get(id) ?? null,
    isGoneForGood: (id) => gone.includes(id),
    newId: () => {
      lastId += 1;
      return lineId(lastId);
    },
  });
  if (!plan.ok) throw new Error(plan.failure.kind);
  return { lines: apply(lines, plan.value), changes: plan.value };
}

describe('an undo', () => {
  const other = makeLine({ intervals: [between('20:00', '21:00')] }, 2);
  const steps: readonly [string, (line: Line) => readonly LineChange[] | null][] = [
    ['an addition', ({ content }) => [addLine(lineId(9), content)]],
    ['an edit', (line) => [changeLine(line, { ...line.content, description: 'Annat' })].flatMap((one) => one ?? [])],
    ['a move', (line) => [changeLine(line, onTarget(line.content, MEETING, 'dns'))].flatMap((one) => one ?? [])],
    ['a deletion', (line) => [removeLine(line), removeLine(other)]],
    ['a duplicate', (line) => [duplicateLine(line, '2026-11-30', lineId(9))]],
    [
      'a split',
      (line) => {
        const split = splitLine(line, { kind: 'after-seconds', seconds: 1 }, lineId(9));
        return split.ok ? split.value : null;
      },
    ],
    [
      'a merge',
      (line) => {
        const merged = mergeLines([line, other]);
        return merged.ok ? merged.value : null;
      },
    ],
  ];

  it.each(steps)('of %s gives the lines that were, and a redo the lines that came of it', (_what, step) => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const before = byId([line, other]);
        const changes = step(line);
        if (changes === null) return;
        const after = apply(before, changes);
        const undone = undo(after, changes);
        expect(undone.lines).toEqual(before);
        expect(undo(undone.lines, undone.changes).lines).toEqual(after);
      }),
    );
  });

  it('of a deletion that the portal knows of makes a new line, and its redo deletes that one', () => {
    const line = makeLine();
    const changes = [removeLine(line)];
    const undone = undo(new Map(), changes, [line.id]);
    expect(undone.lines).toEqual(new Map([[lineId(501), line.content]]));
    expect(undo(undone.lines, undone.changes).lines).toEqual(new Map());
  });

  it('is refused when something was changed since', () => {
    const line = makeLine();
    const changes = [changeLine(line, { ...line.content, description: 'Annat' })].flatMap((one) => one ?? []);
    const current = () => ({ ...line.content, description: 'Något tredje' });
    const plan = { changes, isGoneForGood: () => false, newId: () => lineId(9) };
    expect(planUndo({ ...plan, current })).toEqual({ ok: false, failure: { kind: 'changed-since', lineId: line.id } });
    expect(planUndo({ ...plan, current: () => null }).ok).toBe(false);
  });
});

it('splits, moves and duplicates never make work', () => {
  fc.assert(
    fc.property(anyLine, fc.nat({ max: 10 * MINUTE }), ({ content }, ms) => {
      const shorter = withLength(content, Math.max(0, content.workedSeconds - Math.round(ms / 1000)));
      expect(totalMs(shorter.intervals)).toBeLessThanOrEqual(totalMs(content.intervals));
      expect(onDate(onDate(content, '2026-12-01'), DAY)).toEqual(content);
      expect(stockholm(DAY)).toBeLessThan(content.intervals[0]?.startedAt ?? Infinity);
    }),
  );
});
