import { type Instant, instantFromEpochMs } from '@core/time/instant';
import { createWorkingCalendar } from '@core/time/working-hours';
import type { ClockReading } from '@core/timer/timer-log';
import { DateTime } from 'luxon';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** The instant at which Stockholm's clocks show this, such as `2026-11-23 08:30`. */
export function stockholm(text: string): Instant {
  const shown = DateTime.fromSQL(text, { zone: 'Europe/Stockholm' });
  if (!shown.isValid) throw new Error(`No time: ${text}`);
  return instantFromEpochMs(shown.toMillis());
}

/** The instant that this UTC text names, such as `2026-10-25T00:30Z`. */
export function utc(text: string): Instant {
  return instantFromEpochMs(DateTime.fromISO(text).toMillis());
}

/** A calendar with no holidays but these Stockholm dates. */
export function calendarWithHolidays(...dates: string[]) {
  return createWorkingCalendar((date) => dates.includes(date));
}

const WALL_AT_BOOT = 1_763_888_400_000;

/** A reading so many milliseconds after the start of a boot, by a wall clock that is `wallSetByMs` off. */
export function reading(ms: number, { boot = 'boot-1', wallSetByMs = 0 } = {}): ClockReading {
  return { wall: instantFromEpochMs(WALL_AT_BOOT + ms + wallSetByMs), monotonicMs: ms, bootId: boot };
}

/** The instant `ms` after the start of the first boot, by a right wall clock. */
export function wallAt(ms: number): Instant {
  return reading(ms).wall;
}
