import { instantFromEpochMs } from './instant';
import { endOf, type Interval } from './interval';

// Sets of half-open intervals: what touches does not overlap.

function stretch(from: number, to: number): Interval {
  return { startedAt: instantFromEpochMs(from), durationMs: to - from };
}

/** The same time in order, with touching and overlapping intervals joined and empty ones left out. */
export function joinIntervals(intervals: readonly Interval[]): Interval[] {
  const joined: Interval[] = [];
  const inOrder = intervals
    .filter(({ durationMs }) => durationMs > 0)
    .toSorted((a, b) => a.startedAt - b.startedAt || a.durationMs - b.durationMs);
  for (const interval of inOrder) {
    const last = joined.at(-1);
    if (last === undefined || endOf(last) < interval.startedAt) joined.push(interval);
    else joined[joined.length - 1] = stretch(last.startedAt, Math.max(endOf(last), endOf(interval)));
  }
  return joined;
}

/** The time that is in both, in order. */
export function intersectIntervals(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  const joined = joinIntervals(others);
  return joinIntervals(some).flatMap((interval) =>
    joined.flatMap((other) => {
      const from = Math.max(interval.startedAt, other.startedAt);
      const to = Math.min(endOf(interval), endOf(other));
      return from < to ? [stretch(from, to)] : [];
    }),
  );
}

/** The time that is in the first and not in the second, in order. */
export function subtractIntervals(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  return joinIntervals(others).reduce(
    (left, other) =>
      left.flatMap((interval) => {
        const [from, to] = [interval.startedAt, endOf(interval)];
        if (endOf(other) <= from || to <= other.startedAt) return [interval];
        return [stretch(from, other.startedAt), stretch(endOf(other), to)].filter(({ durationMs }) => durationMs > 0);
      }),
    joinIntervals(some),
  );
}

/** Milliseconds of all intervals together; what overlaps counts as often as it is there. */
export function totalMs(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { durationMs }) => sum + durationMs, 0);
}
