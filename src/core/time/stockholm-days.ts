import { DateTime } from 'luxon';
import { fail, type Outcome, succeed } from '../outcome';
import { type Instant, instantFromEpochMs } from './instant';
import { endOf, type Interval } from './interval';
import { stockholmClockMs } from './stockholm';
import type { ClockRange } from './work-time-text';

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 60 * MS_PER_MINUTE;
const MS_PER_DAY = 24 * MS_PER_HOUR;

function inCalendar(date: string): DateTime {
  const day = DateTime.fromISO(date, { zone: 'utc' });
  if (!day.isValid) throw new RangeError(`Not a date: ${date}`);
  return day;
}

/** The date so many days later (earlier when negative), such as `2026-11-24`. Throws a RangeError for no date. */
export function addDays(date: string, days: number): string {
  return inCalendar(date).plus({ days }).toFormat('yyyy-MM-dd');
}

/** A week as Swedish calendars name it. `year` is the one its Thursday lies in: 2027-01-01 is in week 53 of 2026. */
export interface IsoWeek {
  readonly year: number;
  /** 1 to 53. */
  readonly week: number;
}

/** The week of a date. Throws a RangeError for no date. */
export function isoWeekOf(date: string): IsoWeek {
  const { weekYear, weekNumber } = inCalendar(date);
  return { year: weekYear, week: weekNumber };
}

/** The weekday of a date, from 1 for Monday to 7. Throws a RangeError for no date. */
export function isoWeekdayOf(date: string): number {
  return inCalendar(date).weekday;
}

/** The seven dates of the week that a date lies in, Monday first. Throws a RangeError for no date. */
export function datesOfWeek(date: string): string[] {
  const monday = addDays(date, 1 - inCalendar(date).weekday);
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

/** What Stockholm's clocks show at the first moment of a date, in the count of {@link stockholmClockMs}. */
function midnightClockMs(date: string): number {
  return inCalendar(date).toMillis();
}

/** The instants at which Stockholm's clocks show this, in order: one, two at night in October, none at night in March. */
function instantsShowing(clockMs: number): Instant[] {
  const offsetNear = (at: number) => stockholmClockMs(instantFromEpochMs(at)) - at;
  const offsets = new Set([offsetNear(clockMs - MS_PER_DAY), offsetNear(clockMs + MS_PER_DAY)]);
  return [...offsets]
    .map((offset) => instantFromEpochMs(clockMs - offset))
    .filter((at) => stockholmClockMs(at) === clockMs)
    .toSorted((a, b) => a - b);
}

/** As {@link instantsShowing}; of a time that is skipped, the moment at which the clocks go forward instead. */
function instantsFor(clockMs: number): Instant[] {
  const shown = instantsShowing(clockMs);
  if (shown.length > 0) return shown;
  // Stockholm's clocks skip whole hours, so the first time that is shown again is the next full one.
  return instantsShowing((Math.floor(clockMs / MS_PER_HOUR) + 1) * MS_PER_HOUR);
}

/**
 * The stretch between two times of Stockholm's clock. A time that is skipped in March is the moment the clocks go
 * forward; of times told twice in October those are meant that lie closest together, of two such pairs the first. So a
 * stretch is longer than its clock times say only where both lie outside the hour told twice. Null when nothing is
 * left of it.
 */
function stretchBetween(fromClockMs: number, toClockMs: number): Interval | null {
  const pairs = instantsFor(fromClockMs).flatMap((from) =>
    instantsFor(toClockMs).flatMap((to) => (from < to ? [{ startedAt: from, durationMs: to - from }] : [])),
  );
  return pairs.toSorted((a, b) => a.durationMs - b.durationMs || a.startedAt - b.startedAt)[0] ?? null;
}

/**
 * The stretch that a clock range names on a Stockholm date, as {@link stretchBetween} reads it. `time-skipped`: the
 * whole range lies in the hour that is skipped in March.
 */
export function intervalOfClockRange(date: string, range: ClockRange): Outcome<Interval, { kind: 'time-skipped' }> {
  const midnight = midnightClockMs(date);
  const interval = stretchBetween(
    midnight + range.fromMinute * MS_PER_MINUTE,
    midnight + range.toMinute * MS_PER_MINUTE,
  );
  return interval === null ? fail({ kind: 'time-skipped' }) : succeed(interval);
}

/** A Stockholm date as a stretch of time: 24 hours, 23 in March, 25 in October. */
export function intervalOfDate(date: string): Interval {
  const midnight = midnightClockMs(date);
  const [from] = instantsFor(midnight);
  const [to] = instantsFor(midnight + MS_PER_DAY);
  if (from === undefined || to === undefined) throw new RangeError(`Stockholm has no midnight on ${date}`);
  return { startedAt: from, durationMs: to - from };
}

/**
 * The same times of the clock so many days later. Null when they are skipped there. Like {@link intervalOfClockRange}
 * it can be shorter or longer than before where clocks are changed in between.
 */
export function moveByDays(interval: Interval, days: number): Interval | null {
  if (days === 0) return interval;
  const byMs = days * MS_PER_DAY;
  return stretchBetween(stockholmClockMs(interval.startedAt) + byMs, stockholmClockMs(endOf(interval)) + byMs);
}

/** Days from one date to a later one; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return (midnightClockMs(to) - midnightClockMs(from)) / MS_PER_DAY;
}
