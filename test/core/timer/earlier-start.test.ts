import { addMs } from '@core/time/instant';
import { endOf, type Interval } from '@core/time/interval';
import { boundEarlierStart, recordedUntil } from '@core/timer/earlier-start';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, wallAt } from '../builders';

const interval = (from: number, until: number): Interval => ({ startedAt: wallAt(from), durationMs: until - from });
const bound = (askedMs: number, ...recorded: Interval[]) => boundEarlierStart({ askedMs, now: wallAt(HOUR), recorded });

describe('work is recorded', () => {
  it('up to the last end of it, but not beyond now', () => {
    const now = wallAt(HOUR);
    expect(recordedUntil([], now)).toBeNull();
    expect(recordedUntil([interval(30 * MINUTE, 40 * MINUTE), interval(0, 10 * MINUTE)], now)).toBe(
      wallAt(40 * MINUTE),
    );
    expect(recordedUntil([interval(0, 2 * HOUR)], now)).toBe(now);
    expect(recordedUntil([interval(HOUR, 2 * HOUR)], now)).toBeNull();
  });
});

describe('work may be said to have begun earlier', () => {
  it('by what was asked for when nothing was recorded before', () => {
    expect(bound(10 * MINUTE)).toBe(10 * MINUTE);
  });

  it.each([
    ['long ago', [interval(0, 40 * MINUTE)], 10 * MINUTE],
    ['just then', [interval(0, 50 * MINUTE)], 10 * MINUTE],
    ['later', [interval(0, 54 * MINUTE)], 6 * MINUTE],
    ['now, as a switch of timers', [interval(0, HOUR)], 0],
    ['in the future, by a line that is still going on', [interval(0, 2 * HOUR)], 0],
    ['not at all yet, by a line that was typed in advance', [interval(61 * MINUTE, 2 * HOUR)], 10 * MINUTE],
    ['now, by a line that begins now', [interval(HOUR, 2 * HOUR)], 10 * MINUTE],
    ['by the last of several', [interval(30 * MINUTE, 57 * MINUTE), interval(0, 10 * MINUTE)], 3 * MINUTE],
  ])('but never before earlier work ended: %s', (_when, recorded, expected) => {
    expect(bound(10 * MINUTE, ...recorded)).toBe(expected);
  });

  it('never overlapping anything recorded before now, and by as much as can be', () => {
    const recorded = fc.array(
      fc.record({
        startedAt: fc.integer({ min: 0, max: 2 * HOUR }).map(wallAt),
        durationMs: fc.integer({ min: 1, max: HOUR }),
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: HOUR }), recorded, (askedMs, intervals) => {
        const earlierMs = bound(askedMs, ...intervals);
        const from = addMs(wallAt(HOUR), -earlierMs);
        const overlapping = intervals.filter((other) => other.startedAt < wallAt(HOUR) && endOf(other) > from);
        if (earlierMs > 0) expect(overlapping).toEqual([]);
        const isFree = !intervals.some((other) => other.startedAt < wallAt(HOUR) && endOf(other) > addMs(from, -1));
        if (earlierMs < askedMs) expect(isFree).toBe(false);
        expect(earlierMs).toBeLessThanOrEqual(askedMs);
      }),
    );
  });
});
