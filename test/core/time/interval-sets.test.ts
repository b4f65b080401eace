import { instantFromEpochMs } from '@core/time/instant';
import type { Interval } from '@core/time/interval';
import { intersectIntervals, joinIntervals, subtractIntervals, totalMs } from '@core/time/interval-sets';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function stretch(from: number, to: number): Interval {
  return { startedAt: instantFromEpochMs(from), durationMs: to - from };
}

const sets = fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 10 })).map(([from, ms]) => stretch(from, from + ms)));

/** Every millisecond of a set, the slow way. */
function moments(intervals: readonly Interval[]): Set<number> {
  return new Set(
    intervals.flatMap(({ startedAt, durationMs }) => Array.from({ length: durationMs }, (_, ms) => startedAt + ms)),
  );
}

function expectInOrder(intervals: readonly Interval[]) {
  for (const [index, interval] of intervals.entries()) {
    expect(interval.durationMs).toBeGreaterThan(0);
    const before = intervals[index - 1];
    if (before) expect(before.startedAt + before.durationMs).toBeLessThan(interval.startedAt);
  }
}

describe('sets of intervals', () => {
  it('join what touches', () => {
    expect(joinIntervals([stretch(10, 20), stretch(0, 10), stretch(25, 25)])).toEqual([stretch(0, 20)]);
  });

  it('hold the same moments as sets of moments do', () => {
    fc.assert(
      fc.property(sets, sets, (some, others) => {
        const [inSome, inOthers] = [moments(some), moments(others)];
        expect(moments(joinIntervals(some))).toEqual(inSome);
        expect(moments(intersectIntervals(some, others))).toEqual(
          new Set([...inSome].filter((ms) => inOthers.has(ms))),
        );
        expect(moments(subtractIntervals(some, others))).toEqual(
          new Set([...inSome].filter((ms) => !inOthers.has(ms))),
        );
        expect(totalMs(joinIntervals(some))).toBe(inSome.size);
      }),
    );
  });

  it('come in order and apart', () => {
    fc.assert(
      fc.property(sets, sets, (some, others) => {
        expectInOrder(joinIntervals(some));
        expectInOrder(subtractIntervals(some, others));
        expectInOrder(intersectIntervals(some, others));
      }),
    );
  });
});
