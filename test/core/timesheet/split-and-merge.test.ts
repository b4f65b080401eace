import { addMs } from '@core/time/instant';
import { intersectIntervals } from '@core/time/interval-sets';
import type { Line } from '@core/timesheet/line-content';
import { mergeLines } from '@core/timesheet/merge-lines';
import { type SplitPoint, splitLine } from '@core/timesheet/split-line';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE, stockholm } from '../builders';
import { anyLine, apply, between, byId, DAY, lineId, makeLine, OVERRIDE, ticket } from './lines';

function split(line: Line, point: SplitPoint) {
  const parts = splitLine(line, point, lineId(99));
  return parts.ok ? parts.value.map(({ after }) => after) : parts.failure.kind;
}

function at(clock: string): SplitPoint {
  return { kind: 'instant', at: stockholm(`${DAY} ${clock}`) };
}

describe('a split', () => {
  it('at a time of the clock parts the times of work there', () => {
    const line = makeLine({ intervals: [between('09:00', '10:00'), between('10:30', '11:00')] });
    expect(split(line, at('10:45'))).toEqual([
      { ...line.content, intervals: [between('09:00', '10:00'), between('10:30', '10:45')], workedSeconds: 75 * 60 },
      { ...line.content, intervals: [between('10:45', '11:00')], workedSeconds: 15 * 60 },
    ]);
    expect(split(line, at('10:15'))).toMatchObject([{ workedSeconds: 3600 }, { workedSeconds: 1800 }]);
  });

  it('after so much work counts work, not pauses', () => {
    const line = makeLine({ intervals: [between('09:00', '10:00'), between('10:30', '11:00')] });
    expect(split(line, { kind: 'after-seconds', seconds: 70 * 60 })).toMatchObject([
      { intervals: [between('09:00', '10:00'), between('10:30', '10:40')], workedSeconds: 70 * 60 },
      { intervals: [between('10:40', '11:00')], workedSeconds: 20 * 60 },
    ]);
  });

  it('of a typed length parts the length', () => {
    expect(split(makeLine(), { kind: 'after-seconds', seconds: 600 })).toMatchObject([
      { intervals: [], workedSeconds: 600 },
      { intervals: [], workedSeconds: 1200 },
    ]);
    expect(split(makeLine(), at('10:00'))).toBe('no-clock-times');
  });

  it('keeps the id of the first part and everything else on both', () => {
    const line = makeLine({ override: OVERRIDE, overtimeDecision: 'waived', intervals: [between('09:00', '10:00')] });
    const parts = splitLine(line, at('09:30'), lineId(99));
    expect(parts.ok && parts.value).toMatchObject([
      { lineId: line.id, before: line.content },
      { lineId: lineId(99), before: null, after: { override: OVERRIDE, overtimeDecision: 'waived', date: DAY } },
    ]);
  });

  it('that leaves nothing on one side is refused', () => {
    const line = makeLine({ intervals: [between('09:00', '10:00')] });
    for (const clock of ['08:00', '09:00', '10:00', '11:00']) expect(split(line, at(clock))).toBe('outside-line');
    for (const seconds of [0, 3600, 4000]) {
      expect(split(line, { kind: 'after-seconds', seconds })).toBe('outside-line');
      expect(split(makeLine({ workedSeconds: 3600 }), { kind: 'after-seconds', seconds })).toBe('outside-line');
    }
    expect(split(makeLine({ workedSeconds: 1 }), { kind: 'after-seconds', seconds: 1 })).toBe('outside-line');
  });

  it('gives each part a second, however its times are rounded', () => {
    const { startedAt } = between('09:00', '09:01');
    const short = makeLine({ intervals: [{ startedAt, durationMs: 10_000 }] });
    const early: SplitPoint = { kind: 'instant', at: addMs(startedAt, 200) };
    expect(split(short, early)).toMatchObject([{ workedSeconds: 1 }, { workedSeconds: 9 }]);
    const late: SplitPoint = { kind: 'instant', at: addMs(startedAt, 9_900) };
    expect(split(short, late)).toMatchObject([{ workedSeconds: 9 }, { workedSeconds: 1 }]);
    const roundedUp = makeLine({ intervals: [{ startedAt, durationMs: 1_800 }], workedSeconds: 3 });
    expect(split(roundedUp, { kind: 'after-seconds', seconds: 2 })).toMatchObject([
      { intervals: [{ durationMs: 1_799 }], workedSeconds: 2 },
      { intervals: [{ durationMs: 1 }], workedSeconds: 1 },
    ]);
  });

  it('of a line that ran over midnight gives the part behind it its own date', () => {
    const startedAt = stockholm(`${DAY} 23:30`);
    const line = makeLine({ intervals: [{ startedAt, durationMs: 60 * MINUTE }] });
    const midnight: SplitPoint = { kind: 'instant', at: stockholm('2026-11-24 00:00') };
    expect(split(line, midnight)).toMatchObject([{ date: DAY }, { date: '2026-11-24' }]);
    expect(split(line, at('23:45'))).toMatchObject([{ date: DAY }, { date: DAY }]);
  });

  const anyPoint = fc.oneof(
    fc.record({ kind: fc.constant('after-seconds' as const), seconds: fc.nat({ max: 20_000 }) }),
    fc.nat({ max: 14 * 60 * MINUTE }).map(
      (ms): SplitPoint => ({
        kind: 'instant',
        at: addMs(stockholm(`${DAY} 07:00`), ms),
      }),
    ),
  );

  it('keeps the sum of seconds and of time, leaves nothing empty and never overlaps', () => {
    let count = 0;
    fc.assert(
      fc.property(anyLine, anyPoint, (line, point) => {
        const parts = splitLine(line, point, lineId(99));
        if (!parts.ok) return;
        count += 1;
        const [first, second] = parts.value.map(({ after }) => after);
        if (!first || !second) throw new Error('There are two parts.');
        expect(first.workedSeconds + second.workedSeconds).toBe(line.content.workedSeconds);
        expect(Math.min(first.workedSeconds, second.workedSeconds)).toBeGreaterThan(0);
        expect(intersectIntervals(first.intervals, second.intervals)).toEqual([]);
        for (const part of [first, second]) {
          expect(part.intervals.length === 0).toBe(line.content.intervals.length === 0);
        }
        const merged = mergeLines([
          { id: lineId(99), content: second },
          { id: line.id, content: first },
        ]);
        expect(merged.ok && apply(apply(byId([line]), parts.value), merged.value)).toEqual(byId([line]));
      }),
      { numRuns: 500 },
    );
    expect(count).toBeGreaterThan(50);
  });
});

describe('a merge', () => {
  const morning = makeLine({ intervals: [between('09:00', '10:00')], description: 'Först' }, 1);
  const noon = makeLine({ intervals: [between('11:00', '12:00')], description: 'Sedan' }, 2);

  function merge(...lines: Line[]) {
    const merged = mergeLines(lines);
    return merged.ok ? merged.value : merged.failure.kind;
  }

  it('puts all time into the first line, and its description in front', () => {
    expect(merge(noon, morning)).toEqual([
      {
        lineId: morning.id,
        before: morning.content,
        after: {
          ...morning.content,
          intervals: [between('09:00', '10:00'), between('11:00', '12:00')],
          workedSeconds: 7200,
          description: 'Först; Sedan',
        },
      },
      { lineId: noon.id, before: noon.content, after: null },
    ]);
  });

  it('keeps the line it is told to keep', () => {
    const merged = mergeLines([morning, noon], noon.id);
    expect(merged.ok && merged.value).toMatchObject([
      { lineId: noon.id, before: noon.content, after: { description: 'Först; Sedan', workedSeconds: 7200 } },
      { lineId: morning.id, after: null },
    ]);
  });

  it('joins what touches and says equal descriptions once', () => {
    const next = makeLine({ intervals: [between('10:00', '10:30')], description: 'Först' }, 3);
    expect(merge(morning, next)).toMatchObject([
      { after: { intervals: [between('09:00', '10:30')], description: 'Först' } },
      { after: null },
    ]);
  });

  it('adds typed lengths up', () => {
    const lines = [makeLine({ description: '' }, 1), makeLine({}, 2), makeLine({}, 3)];
    expect(merge(...lines)).toMatchObject([
      { lineId: lineId(1), after: { intervals: [], workedSeconds: 5400, description: 'Felsökning' } },
      { after: null },
      { after: null },
    ]);
  });

  it('is refused where two overrides have different reasons', () => {
    const some = makeLine({ override: OVERRIDE }, 1);
    const other = makeLine({ override: { ...OVERRIDE, reason: 'Kulans' } }, 2);
    expect(merge(some, other)).toBe('different-decisions');
    expect(merge(some, makeLine({ override: OVERRIDE }, 2))).toMatchObject([{ after: { override: OVERRIDE } }, {}]);
  });

  it.each([
    ['nothing-to-merge', []],
    ['different-targets', [{ target: ticket(2) }]],
    ['different-targets', [{ target: { kind: 'activity' as const, activity: 'meeting' as const } }]],
    ['different-days', [{ date: '2026-11-24' }]],
    ['different-decisions', [{ kindOfWork: 'bug-analysis' as const }]],
    ['different-decisions', [{ override: OVERRIDE }]],
    ['different-decisions', [{ overtimeDecision: 'confirmed' as const }]],
    ['different-times', [{ intervals: [] }]],
    ['lines-overlap', [{ intervals: [between('09:59', '10:30')] }]],
    ['lines-overlap', [{}, { intervals: [between('11:30', '12:30')] }]],
    ['description-too-long', [{ description: 'x'.repeat(2000) }]],
  ])('is refused: %s', (kind, others) => {
    const lines = others.map((content, index) => makeLine({ ...noon.content, ...content }, index + 2));
    expect(merge(morning, ...lines)).toBe(kind);
  });
});
