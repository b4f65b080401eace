import type { Instant } from '../time/instant';
import { endOf, type Interval } from '../time/interval';
import { intersectIntervals, joinIntervals, subtractIntervals } from '../time/interval-sets';
import { serviceHoursOn, type WorkingCalendar } from '../time/working-hours';
import type { Occupied } from './overlap';

/** Shorter pauses between two stretches of work are no gap in the day. */
const SHORTEST_GAP_MS = 60_000;

/** A stretch on the day's axis. What is there at the same time stands side by side in lanes, counted from 0. */
export interface DayBlock<Key> {
  readonly key: Key;
  readonly startedAt: Instant;
  readonly durationMs: number;
  readonly lane: number;
  /** How many lanes stand side by side where this block is. */
  readonly lanes: number;
}

/**
 * Service time of a Stockholm date, between the first and the last work of that day, in which nothing is recorded.
 * Stretches of a minute and more, in order.
 */
export function gapsOfDay(
  date: string,
  occupied: readonly Occupied<unknown>[],
  calendar: WorkingCalendar,
): readonly Interval[] {
  const serviceHours = serviceHoursOn(date, calendar);
  const taken = joinIntervals(occupied.flatMap(({ intervals }) => intervals));
  const [first, last] = [taken[0], taken.at(-1)];
  if (first === undefined || last === undefined || serviceHours === null) return [];
  const working = { startedAt: first.startedAt, durationMs: endOf(last) - first.startedAt };
  return subtractIntervals(intersectIntervals([working], [serviceHours]), taken).filter(
    ({ durationMs }) => durationMs >= SHORTEST_GAP_MS,
  );
}

/**
 * Lays out what takes up time on an axis, such as a date, in order of time. What lies outside of the axis is cut off. No
 * two blocks in one lane overlap.
 */
export function layOutDay<Key>(axis: Interval, occupied: readonly Occupied<Key>[]): readonly DayBlock<Key>[] {
  const blocks = occupied
    .flatMap(({ key, intervals }) => intersectIntervals(intervals, [axis]).map((interval) => ({ ...interval, key })))
    .toSorted((a, b) => a.startedAt - b.startedAt || b.durationMs - a.durationMs);

  const placed: DayBlock<Key>[] = [];
  let group: Omit<DayBlock<Key>, 'lanes'>[] = [];
  let laneEnds: Instant[] = [];
  const endGroup = () => {
    placed.push(...group.map((block) => ({ ...block, lanes: laneEnds.length })));
    group = [];
    laneEnds = [];
  };
  for (const block of blocks) {
    // All lanes have ended: nothing from here on stands beside what was before.
    if (laneEnds.every((end) => end <= block.startedAt)) endGroup();
    const free = laneEnds.findIndex((end) => end <= block.startedAt);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = endOf(block);
    group.push({ ...block, lane });
  }
  endGroup();
  return placed;
}
