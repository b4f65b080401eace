import { fail, type Outcome, succeed } from '@core/outcome';
import type { Instant } from '@core/time/instant';
import { instantFromStockholmClockMs, stockholmClockMs } from '@core/time/stockholm';
import { readClockText } from './clock-text';

const MS_PER_MINUTE = 60_000;

/** A moment as two fields hold it: a calendar date and a time of day, both as Stockholm shows them. */
export interface MomentText {
  /** Such as `2026-11-25`. */
  readonly date: string;
  /** Such as `14:10`. */
  readonly time: string;
}

/** The date and the minute that Stockholm's clocks show. */
export function toMomentText(at: Instant): MomentText {
  const [date = '', time = ''] = new Date(stockholmClockMs(at)).toISOString().split('T');
  return { date, time: time.slice(0, 5) };
}

/** Reads the two fields back. Says which of them cannot be read. */
export function parseMoment({ date, time }: MomentText): Outcome<Instant, 'date' | 'time'> {
  const midnight = /^\d{4}-\d{2}-\d{2}$/u.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // A date that no calendar has (31 February) is read as another one.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date)) return fail('date');
  const minutes = readClockText(time);
  if (minutes === null) return fail('time');
  return succeed(instantFromStockholmClockMs(midnight + minutes * MS_PER_MINUTE));
}
