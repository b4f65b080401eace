import { instantFromEpochMs } from '@core/time/instant';
import { endOf, type Interval } from '@core/time/interval';
import { stockholmDate } from '@core/time/stockholm';
import { splitWorkByDate } from '@core/timer/work-by-date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND, stockholm } from '../builders';
import { sumMs } from './logs';

/** Work from one time in Stockholm to another. */
function work(from: string, until: string): Interval {
  return { startedAt: stockholm(from), durationMs: stockholm(until) - stockholm(from) };
}

/** Date and seconds of each day. */
function days(...worked: Interval[]): [string, number][] {
  return splitWorkByDate(worked).map(({ date, workedSeconds }) => [date, workedSeconds]);
}

describe('work is split by the dates of Stockholm', () => {
  it('and stays whole within one', () => {
    const interval = work('2026-11-23 09:00', '2026-11-23 09:22');
    expect(splitWorkByDate([interval])).toEqual([
      { date: '2026-11-23', intervals: [interval], workedSeconds: (22 * MINUTE) / SECOND },
    ]);
    expect(splitWorkByDate([])).toEqual([]);
  });

  it('at midnight, to the millisecond', () => {
    expect(splitWorkByDate([work('2026-11-23 23:30', '2026-11-24 01:00')])).toEqual([
      { date: '2026-11-23', intervals: [work('2026-11-23 23:30', '2026-11-24 00:00')], workedSeconds: 1_800 },
      { date: '2026-11-24', intervals: [work('2026-11-24 00:00', '2026-11-24 01:00')], workedSeconds: 3_600 },
    ]);
    expect(days(work('2026-11-23 23:00', '2026-11-24 00:00'))).toEqual([['2026-11-23', 3_600]]);
    expect(days(work('2026-11-24 00:00', '2026-11-24 01:00'))).toEqual([['2026-11-24', 3_600]]);
  });

  it('with all stretches of a date together', () => {
    const first = work('2026-11-23 09:00', '2026-11-23 10:00');
    const second = work('2026-11-23 11:00', '2026-11-23 11:30');
    const third = work('2026-11-24 08:00', '2026-11-24 08:15');
    expect(splitWorkByDate([first, second, third])).toMatchObject([
      { intervals: [first, second], workedSeconds: 5_400 },
      { intervals: [third], workedSeconds: 900 },
    ]);
  });

  it('over several midnights', () => {
    expect(days(work('2026-11-20 23:00', '2026-11-23 01:00'))).toEqual([
      ['2026-11-20', 3_600],
      ['2026-11-21', 86_400],
      ['2026-11-22', 86_400],
      ['2026-11-23', 3_600],
    ]);
  });

  it('that has 23 hours when summer time begins, and 25 when it ends', () => {
    expect(days(work('2026-03-29 00:00', '2026-03-30 00:00'))).toEqual([['2026-03-29', 23 * 3_600]]);
    expect(days(work('2026-10-25 00:00', '2026-10-26 00:00'))).toEqual([['2026-10-25', 25 * 3_600]]);
    expect(days(work('2026-03-28 23:30', '2026-03-29 03:30'))).toEqual([
      ['2026-03-28', 1_800],
      ['2026-03-29', 2.5 * 3_600],
    ]);
    expect(days(work('2026-10-24 23:30', '2026-10-25 03:30'))).toEqual([
      ['2026-10-24', 1_800],
      ['2026-10-25', 4.5 * 3_600],
    ]);
  });

  it('so that the seconds of all dates add up to the rounded whole', () => {
    const almost = (date: string): Interval => ({ startedAt: stockholm(`${date} 09:00`), durationMs: 1_400 });
    // 1.4 s on each of three days are 4.2 s, not three times one.
    expect(days(almost('2026-11-23'), almost('2026-11-24'), almost('2026-11-25'))).toEqual([
      ['2026-11-23', 1],
      ['2026-11-24', 2],
      ['2026-11-25', 1],
    ]);
  });
});

describe('whatever was worked whenever', () => {
  const begins = fc.oneof(
    fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2100, 0) }),
    // Around both changes of the clocks, and around New Year.
    fc.integer({ min: Date.UTC(2026, 2, 27), max: Date.UTC(2026, 2, 31) }),
    fc.integer({ min: Date.UTC(2026, 9, 23), max: Date.UTC(2026, 9, 27) }),
    fc.integer({ min: Date.UTC(2026, 11, 30), max: Date.UTC(2027, 0, 2) }),
  );
  const stretch = fc.record({
    freeMs: fc.integer({ min: 0, max: 20 * HOUR }),
    durationMs: fc.oneof(fc.integer({ min: 1, max: 5 * SECOND }), fc.integer({ min: 1, max: 50 * HOUR })),
  });
  const worked = fc.tuple(begins, fc.array(stretch, { maxLength: 8 })).map(([begin, stretches]) => {
    let at = begin;
    return stretches.map(({ freeMs, durationMs }): Interval => {
      const startedAt = instantFromEpochMs(at + freeMs);
      at = startedAt + durationMs;
      return { startedAt, durationMs };
    });
  });

  it('each piece lies on its date, and all pieces together are what was worked', () => {
    fc.assert(
      fc.property(worked, (intervals) => {
        const split = splitWorkByDate(intervals);
        const pieces = split.flatMap((day) => day.intervals);
        expect(sumMs(pieces)).toBe(sumMs(intervals));
        for (const { date, intervals: onDate } of split) {
          for (const piece of onDate) {
            expect(piece.durationMs).toBeGreaterThan(0);
            expect(stockholmDate(piece.startedAt)).toBe(date);
            expect(stockholmDate(instantFromEpochMs(endOf(piece) - 1))).toBe(date);
          }
        }
        expect(split.map(({ date }) => date)).toEqual([...new Set(split.map(({ date }) => date))].toSorted());
        for (const interval of intervals) {
          const inside = pieces.filter(
            (piece) => piece.startedAt >= interval.startedAt && endOf(piece) <= endOf(interval),
          );
          expect(sumMs(inside)).toBe(interval.durationMs);
        }
      }),
    );
  });

  it('the seconds of all dates are the rounded whole, and each is less than one second off', () => {
    fc.assert(
      fc.property(worked, (intervals) => {
        const split = splitWorkByDate(intervals);
        expect(split.reduce((sum, { workedSeconds }) => sum + workedSeconds, 0)).toBe(
          Math.round(sumMs(intervals) / 1000),
        );
        for (const day of split) {
          expect(Math.abs(day.workedSeconds * 1000 - sumMs(day.intervals))).toBeLessThan(1000);
          expect(day.workedSeconds).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
