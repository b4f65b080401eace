import type { Instant } from '../time/instant';
import { endOf, type Interval } from '../time/interval';
import { instantFromStockholmClockMs, stockholmClockMs, stockholmDate } from '../time/stockholm';

const MS_PER_DAY = 24 * 60 * 60_000;

/** What was worked on one date in Stockholm. */
export interface WorkOnDate {
  /** Such as `2026-11-23`. */
  readonly date: string;
  readonly intervals: readonly Interval[];
  readonly workedSeconds: number;
}

function nextMidnight(at: Instant): Instant {
  return instantFromStockholmClockMs((Math.floor(stockholmClockMs(at) / MS_PER_DAY) + 1) * MS_PER_DAY);
}

/** The pieces of an interval that lie on one date each. */
function cutAtMidnights(interval: Interval): Interval[] {
  const pieces: Interval[] = [];
  for (let from = interval.startedAt; from < endOf(interval); from = nextMidnight(from)) {
    const until = Math.min(nextMidnight(from), endOf(interval));
    pieces.push({ startedAt: from, durationMs: until - from });
  }
  return pieces;
}

/**
 * Splits work by Stockholm's dates. `worked` is in order of time. Each date's seconds are the rounded total up to its end
 * less the rounded total before it, so that the dates add up to the rounded whole (half up): nothing is gained or lost
 * by a midnight. A date on which less than that was worked can have 0 seconds.
 */
export function splitWorkByDate(worked: readonly Interval[]): readonly WorkOnDate[] {
  const byDate = Map.groupBy(worked.flatMap(cutAtMidnights), ({ startedAt }) => stockholmDate(startedAt));
  let totalMs = 0;
  return [...byDate].map(([date, intervals]) => {
    const secondsBefore = Math.round(totalMs / 1000);
    for (const { durationMs } of intervals) totalMs += durationMs;
    return { date, intervals, workedSeconds: Math.round(totalMs / 1000) - secondsBefore };
  });
}
