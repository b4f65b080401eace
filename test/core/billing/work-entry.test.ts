import { cutWork, type WorkEntry } from '@core/billing/work-entry';
import { addMs } from '@core/time/instant';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND, stockholm } from '../builders';

const EIGHT = stockholm('2026-11-23 08:00');

const entry: WorkEntry = {
  key: 'a',
  workedSeconds: 5_400,
  // Half an hour at ten, and before that an hour at eight.
  intervals: [
    { startedAt: addMs(EIGHT, 2 * HOUR), durationMs: 30 * MINUTE },
    { startedAt: EIGHT, durationMs: HOUR },
  ],
  date: '2026-11-23',
};

describe('the work of a line, cut behind some of its seconds', () => {
  it('is cut by time, within an interval or between two', () => {
    expect(cutWork(entry, 1_800)).toEqual({
      first: [{ startedAt: EIGHT, durationMs: 30 * MINUTE }],
      rest: [
        { startedAt: addMs(EIGHT, 30 * MINUTE), durationMs: 30 * MINUTE },
        { startedAt: addMs(EIGHT, 2 * HOUR), durationMs: 30 * MINUTE },
      ],
    });
    expect(cutWork(entry, 3_600)).toEqual({
      first: [{ startedAt: EIGHT, durationMs: HOUR }],
      rest: [{ startedAt: addMs(EIGHT, 2 * HOUR), durationMs: 30 * MINUTE }],
    });
  });

  it('is all first or all rest at its ends', () => {
    expect(cutWork(entry, 5_400).rest).toEqual([]);
    expect(cutWork(entry, 9_999).rest).toEqual([]);
    expect(cutWork(entry, 0).first).toEqual([]);
  });

  it('is empty where only the date is known', () => {
    expect(cutWork({ ...entry, intervals: [] }, 60)).toEqual({ first: [], rest: [] });
  });

  it('loses no millisecond and takes the share that the seconds have', () => {
    const given = fc.record({
      spans: fc.array(fc.record({ pauseMs: fc.nat({ max: HOUR }), durationMs: fc.integer({ min: 1, max: HOUR }) }), {
        minLength: 1,
        maxLength: 5,
      }),
      seconds: fc.nat({ max: 20_000 }),
    });
    fc.assert(
      fc.property(given, ({ spans, seconds }) => {
        let at = EIGHT;
        const intervals = spans.map(({ pauseMs, durationMs }) => {
          const startedAt = addMs(at, pauseMs);
          at = addMs(startedAt, durationMs);
          return { startedAt, durationMs };
        });
        const sum = (list: readonly { durationMs: number }[]) => list.reduce((ms, each) => ms + each.durationMs, 0);
        const workedSeconds = Math.max(1, Math.round(sum(intervals) / SECOND));
        const { first, rest } = cutWork({ ...entry, intervals, workedSeconds }, seconds);
        expect(sum(first) + sum(rest)).toBe(sum(intervals));
        const share = Math.min(1, seconds / workedSeconds);
        expect(Math.abs(sum(first) - share * sum(intervals))).toBeLessThanOrEqual(1);
        const [last] = first.slice(-1);
        const [next] = rest;
        if (last && next) expect(last.startedAt + last.durationMs).toBeLessThanOrEqual(next.startedAt);
      }),
    );
  });
});
