import { DateTime } from 'luxon';
import { type Instant, instantFromEpochMs } from './instant';

/** Where the service hours, dates and week numbers of this app are read off. */
export const STOCKHOLM_ZONE = 'Europe/Stockholm';

const MS_PER_MINUTE = 60_000;

function inStockholm(at: Instant): DateTime {
  return DateTime.fromMillis(at, { zone: STOCKHOLM_ZONE });
}

/** The date in Stockholm at an instant, such as `2026-11-23`. */
export function stockholmDate(at: Instant): string {
  return inStockholm(at).toFormat('yyyy-MM-dd');
}

/** What Stockholm's clocks show at an instant, such as `14:10`. */
export function stockholmTime(at: Instant): string {
  return inStockholm(at).toFormat('HH:mm');
}

/** The ISO week number in Stockholm at an instant, 1 to 53, as Swedish calendars print it. */
export function stockholmWeekNumber(at: Instant): number {
  return inStockholm(at).weekNumber;
}

/**
 * What Stockholm's clocks show at an instant, in milliseconds since they showed 1970-01-01 00:00. A day of this count
 * always has 24 hours: the hour that is skipped in March or told twice in October lies between 02:00 and 03:00.
 */
export function stockholmClockMs(at: Instant): number {
  return at + inStockholm(at).offset * MS_PER_MINUTE;
}

/** The instant at which Stockholm's clocks show `clockMs`; of a time told twice, at night in October, one of the two. */
export function instantFromStockholmClockMs(clockMs: number): Instant {
  const shown = DateTime.fromMillis(clockMs, { zone: 'utc' });
  return instantFromEpochMs(shown.setZone(STOCKHOLM_ZONE, { keepLocalTime: true }).toMillis());
}

/** The first instant of a Stockholm date such as `2026-11-23`. Throws a RangeError for a text that is no date. */
export function stockholmDayStart(date: string): Instant {
  const start = DateTime.fromISO(date, { zone: STOCKHOLM_ZONE }).startOf('day');
  if (!start.isValid) throw new RangeError(`No date: ${date}`);
  return instantFromEpochMs(start.toMillis());
}
