import type { Instant } from '../time/instant';
import { addWorkingMilliseconds, type WorkingCalendar, workingMillisecondsBetween } from '../time/working-hours';

/** A stretch in which a clock does not run. `until` is null where it has not ended. */
export interface Pause {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** Milliseconds of service time within the pauses, up to `now`. Pauses are in order and do not overlap. */
export function pausedMilliseconds(pauses: readonly Pause[], now: Instant, calendar: WorkingCalendar): number {
  return pauses.reduce((sum, { from, until }) => sum + workingMillisecondsBetween(from, until ?? now, calendar), 0);
}

/** Milliseconds of service time between two instants in which the clock ran; 0 when `to` is not after `from`. */
export function ranMilliseconds(
  from: Instant,
  to: Instant,
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
): number {
  const within = pauses.flatMap((pause): Pause[] => {
    const begins = pause.from > from ? pause.from : from;
    const ends = pause.until === null || pause.until > to ? to : pause.until;
    return begins < ends ? [{ from: begins, until: ends }] : [];
  });
  return workingMillisecondsBetween(from, to, calendar) - pausedMilliseconds(within, to, calendar);
}

/**
 * The first instant by which `minutes` of service time have run since `from`. A pause that has not ended is taken to end
 * at `now`: while it goes on, the answer moves with it. Throws a RangeError as {@link addWorkingMilliseconds} does.
 */
export function dueAfter(
  from: Instant,
  minutes: number,
  { pauses, now, calendar }: { pauses: readonly Pause[]; now: Instant; calendar: WorkingCalendar },
): Instant {
  let leftMs = minutes * 60_000;
  let begins = from;
  for (const pause of pauses) {
    const ends = pause.until ?? now;
    if (ends <= begins) continue;
    const ranMs = workingMillisecondsBetween(begins, pause.from, calendar);
    if (leftMs <= ranMs) break;
    leftMs -= ranMs;
    begins = ends;
  }
  return addWorkingMilliseconds(begins, leftMs, calendar);
}
