import { endOf, type Interval } from '../time/interval';
import { intersectIntervals, joinIntervals, subtractIntervals } from '../time/interval-sets';

/** Shorter stretches are not proposed: a line under a minute is never sent. */
const SHORTEST_REST_MS = 60_000;

/** Something that takes up time of one person, such as a line or a running timer. */
export interface Occupied<Key> {
  readonly key: Key;
  readonly intervals: readonly Interval[];
}

/** Which of the others overlap with these times of work. What only touches does not overlap. */
export function findOverlapping<Key>(intervals: readonly Interval[], others: readonly Occupied<Key>[]): Key[] {
  return others.filter((other) => intersectIntervals(intervals, other.intervals).length > 0).map(({ key }) => key);
}

/**
 * The most of these times of work that overlaps nothing, in stretches of a minute and more. Empty when nothing is left
 * to propose.
 */
export function proposeCut(intervals: readonly Interval[], others: readonly Occupied<unknown>[]): readonly Interval[] {
  const taken = others.flatMap((other) => other.intervals);
  return subtractIntervals(intervals, taken).filter(({ durationMs }) => durationMs >= SHORTEST_REST_MS);
}

/** A stretch of time that several claim. */
export interface SharedStretch<Key> extends Interval {
  /** Two or more. */
  readonly keys: readonly Key[];
}

/** Every stretch that two or more claim, in order of time; it is parted where somebody joins or leaves. */
export function findSharedStretches<Key>(occupied: readonly Occupied<Key>[]): SharedStretch<Key>[] {
  const claims = occupied.map(({ key, intervals }) => ({ key, intervals: joinIntervals(intervals) }));
  const moments = new Set(claims.flatMap(({ intervals }) => intervals.flatMap((one) => [one.startedAt, endOf(one)])));
  const inOrder = [...moments].toSorted((a, b) => a - b);
  return inOrder.slice(0, -1).flatMap((startedAt, index) => {
    const until = inOrder[index + 1] ?? startedAt;
    const keys = claims
      .filter(({ intervals }) => intervals.some((one) => one.startedAt <= startedAt && until <= endOf(one)))
      .map(({ key }) => key);
    return keys.length < 2 ? [] : [{ startedAt, durationMs: until - startedAt, keys }];
  });
}
