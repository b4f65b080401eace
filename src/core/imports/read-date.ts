import { DateTime } from 'luxon';

/** What a text says of a date. */
export type ReadDate =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'not-a-date' }
  | { readonly kind: 'ambiguous' };

const YEAR_FIRST = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?$/u;
const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/u;

function dateOf(year: number, month: number, day: number): ReadDate {
  const date = DateTime.fromObject({ year, month, day }, { zone: 'utc' });
  return date.isValid ? { kind: 'date', date: date.toFormat('yyyy-MM-dd') } : { kind: 'not-a-date' };
}

/**
 * Reads a date as files hold it: `2026-11-24`, also with a time, `20261124`, `24.11.2026`, `24/11/2026`. With slashes or
 * dashes and the year last, day and month can only be told apart where one of them is above 12.
 */
export function readDate(text: string): ReadDate {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return dateOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const yearLast = YEAR_LAST.exec(text);
  if (!yearLast) return { kind: 'not-a-date' };
  const [first, second, year] = [Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4])];
  if (yearLast[2] === '.' || first > 12 || first === second) return dateOf(year, second, first);
  return second > 12 ? dateOf(year, first, second) : { kind: 'ambiguous' };
}
