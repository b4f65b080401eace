import type { Instant } from '@core/time/instant';
import { instantFromStockholmClockMs, stockholmClockMs } from '@core/time/stockholm';
import { parseWorkTime } from '@core/time/work-time-text';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;

/** A time of the day as people write it (`9:15`, `9.15`, `915`, `kl 9`) in minutes since midnight; null for no time. */
export function readClockText(text: string): number | null {
  // The core reads clock times as the ends of a range; this one ends with the day.
  const range = parseWorkTime(`${text}-24:00`);
  return range.ok && range.value.kind === 'clock-range' ? range.value.fromMinute : null;
}

/** Minutes since midnight that Stockholm's clocks show. */
export function minuteOfDay(at: Instant): number {
  const clockMs = stockholmClockMs(at);
  return (clockMs - Math.floor(clockMs / MS_PER_DAY) * MS_PER_DAY) / MS_PER_MINUTE;
}

/** Every instant strictly inside a stretch at which Stockholm's clocks show that time; more than one when it is long. */
export function instantsShowing(minute: number, from: Instant, until: Instant): readonly Instant[] {
  const firstDay = Math.floor(stockholmClockMs(from) / MS_PER_DAY);
  const lastDay = Math.floor(stockholmClockMs(until) / MS_PER_DAY);
  return Array.from({ length: lastDay - firstDay + 1 }, (_, index) =>
    instantFromStockholmClockMs((firstDay + index) * MS_PER_DAY + minute * MS_PER_MINUTE),
  ).filter((at) => from < at && at < until);
}
