import { DateTime } from 'luxon';
import type { Instant } from '../time/instant';
import { instantFromStockholmClockMs } from '../time/stockholm';
import { readDate } from './read-date';

/** What a text says of a moment. */
export type ReadMoment =
  | { readonly kind: 'moment'; readonly at: Instant }
  | { readonly kind: 'not-a-date' }
  | { readonly kind: 'ambiguous' };

const DATE_AND_TIME = /^(?<date>\S+?)(?:T| +)(?<time>\d{1,2}:\d{2}(?::\d{2})?)$/u;

/**
 * Reads a moment as lists hold it: `2026-11-24 08:12:00`, `24.11.2026 08:12`, or a date alone, which is its first moment.
 * The clock is Stockholm's: Odoo writes what it exports in the time zone of the user who exports.
 */
export function readMoment(text: string): ReadMoment {
  const { date = text, time = '0:00' } = DATE_AND_TIME.exec(text)?.groups ?? {};
  const read = readDate(date);
  if (read.kind !== 'date') return read;
  const shown = DateTime.fromISO(`${read.date}T${time.padStart(time.length < 6 ? 5 : 8, '0')}`, { zone: 'utc' });
  return shown.isValid ? { kind: 'moment', at: instantFromStockholmClockMs(shown.toMillis()) } : { kind: 'not-a-date' };
}
