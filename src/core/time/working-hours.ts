import { DateTime } from 'luxon';
import type { Instant } from './instant';
import type { Interval } from './interval';
import { instantFromStockholmClockMs, stockholmClockMs } from './stockholm';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;

/** From when to when service is open on a day, in minutes since midnight. */
export interface ServiceHours {
  readonly opensAtMinute: number;
  readonly closesAtMinute: number;
}

/** Source: 000, "Hours of service": Monday to Friday, 07:00 - 18:00. */
export const SERVICE_HOURS: ServiceHours = { opensAtMinute: 7 * 60, closesAtMinute: 18 * 60 };

/** One working day of the terms: 11 working hours. */
export const WORKING_MINUTES_PER_DAY = minutesOfDay(SERVICE_HOURS);

/** No holiday calendar is closed this long; a calendar that never opens is a fault. */
const LONGEST_CLOSURE_DAYS = 366;

/** On which days service is open. Days are counted from 1970-01-01, day 0, as Stockholm's calendars have them. */
export interface WorkingCalendar {
  readonly isWorkingDay: (dayNumber: number) => boolean;
  /** Missing: the hours of the terms. */
  readonly hours?: ServiceHours;
}

/** Working minutes of one working day of a calendar: 660 by the terms. */
export function workingMinutesPerDay({ hours = SERVICE_HOURS }: WorkingCalendar): number {
  return minutesOfDay(hours);
}

function minutesOfDay({ opensAtMinute, closesAtMinute }: ServiceHours): number {
  return closesAtMinute - opensAtMinute;
}

/**
 * A calendar that is open Monday to Friday except on holidays. `isHoliday` is asked with a Stockholm date such as
 * `2026-12-25`, once per date. Source: 000, "Hours of service".
 */
export function createWorkingCalendar(
  isHoliday: (date: string) => boolean,
  hours: ServiceHours = SERVICE_HOURS,
): WorkingCalendar {
  const known = new Map<number, boolean>();
  return {
    hours,
    isWorkingDay: (dayNumber) => {
      const remembered = known.get(dayNumber);
      if (remembered !== undefined) return remembered;
      const day = DateTime.fromMillis(dayNumber * MS_PER_DAY, { zone: 'utc' });
      const isOpen = day.weekday <= 5 && !isHoliday(day.toFormat('yyyy-MM-dd'));
      known.set(dayNumber, isOpen);
      return isOpen;
    },
  };
}

/** The number of a date such as `2026-11-23`, as {@link WorkingCalendar} counts days. */
export function dayNumberOfDate(date: string): number {
  return dayNumberOf(DateTime.fromISO(date, { zone: 'utc' }).toMillis());
}

function dayNumberOf(clockMs: number): number {
  return Math.floor(clockMs / MS_PER_DAY);
}

/** When a calendar's days open and close, in milliseconds since midnight, and how long they are open. */
function daysOf({ hours = SERVICE_HOURS }: WorkingCalendar) {
  const opensAtMs = hours.opensAtMinute * MS_PER_MINUTE;
  const closesAtMs = hours.closesAtMinute * MS_PER_MINUTE;
  return { opensAtMs, closesAtMs, openMs: closesAtMs - opensAtMs };
}

/** Service time of that day which has passed when the clock shows `clockMs`. */
function openMsBefore(clockMs: number, calendar: WorkingCalendar): number {
  const dayNumber = dayNumberOf(clockMs);
  if (!calendar.isWorkingDay(dayNumber)) return 0;
  const { opensAtMs, closesAtMs } = daysOf(calendar);
  const msOfDay = clockMs - dayNumber * MS_PER_DAY;
  return Math.min(Math.max(msOfDay, opensAtMs), closesAtMs) - opensAtMs;
}

/** The service hours of a Stockholm date, such as `2026-11-23`; null when it is closed. Source: 000, "Hours of service". */
export function serviceHoursOn(date: string, calendar: WorkingCalendar): Interval | null {
  const dayNumber = dayNumberOfDate(date);
  if (!calendar.isWorkingDay(dayNumber)) return null;
  const { opensAtMs, openMs } = daysOf(calendar);
  return { startedAt: instantFromStockholmClockMs(dayNumber * MS_PER_DAY + opensAtMs), durationMs: openMs };
}

/**
 * When service ends on the day an instant lies on; null on a day without service and once it has closed.
 * Source: 000, "Hours of service".
 */
export function closingTimeAfter(at: Instant, calendar: WorkingCalendar): Instant | null {
  const clockMs = stockholmClockMs(at);
  const dayNumber = dayNumberOf(clockMs);
  const closesAtMs = dayNumber * MS_PER_DAY + daysOf(calendar).closesAtMs;
  return calendar.isWorkingDay(dayNumber) && clockMs < closesAtMs ? instantFromStockholmClockMs(closesAtMs) : null;
}

/** Whether service is open at an instant: by the terms from 07:00 on, and no longer at 18:00. Source: 000, "Hours of service". */
export function isServiceOpen(at: Instant, calendar: WorkingCalendar): boolean {
  const clockMs = stockholmClockMs(at);
  const dayNumber = dayNumberOf(clockMs);
  const { opensAtMs, closesAtMs } = daysOf(calendar);
  const msOfDay = clockMs - dayNumber * MS_PER_DAY;
  return calendar.isWorkingDay(dayNumber) && msOfDay >= opensAtMs && msOfDay < closesAtMs;
}

/**
 * Milliseconds of service time between two instants; 0 when `to` is not after `from`. Counted on Stockholm's clock,
 * which is exact because clocks are changed on Sunday nights, outside the service hours.
 * Source: 000, "Hours of service".
 */
export function workingMillisecondsBetween(from: Instant, to: Instant, calendar: WorkingCalendar): number {
  if (to <= from) return 0;
  const fromClock = stockholmClockMs(from);
  const toClock = stockholmClockMs(to);
  const { openMs } = daysOf(calendar);
  let sum = openMsBefore(toClock, calendar) - openMsBefore(fromClock, calendar);
  for (let day = dayNumberOf(fromClock); day < dayNumberOf(toClock); day += 1) {
    if (calendar.isWorkingDay(day)) sum += openMs;
  }
  return sum;
}

/**
 * The first instant by which `minutes` of service time have passed since `from`; `from` itself for 0. A stretch that
 * ends with the day ends at 18:00, not at 07:00 of the next. Throws a RangeError for negative minutes and for a
 * calendar that is closed for more than a year.
 */
export function addWorkingMinutes(from: Instant, minutes: number, calendar: WorkingCalendar): Instant {
  if (!(minutes >= 0)) throw new RangeError(`Working minutes to add must not be negative: ${minutes}`);
  return addWorkingMilliseconds(from, minutes * MS_PER_MINUTE, calendar);
}

/** As {@link addWorkingMinutes}, for a time that is no whole number of minutes. */
export function addWorkingMilliseconds(from: Instant, durationMs: number, calendar: WorkingCalendar): Instant {
  if (!(durationMs >= 0)) throw new RangeError(`Working time to add must not be negative: ${durationMs} ms`);
  if (durationMs === 0) return from;
  const { opensAtMs, openMs } = daysOf(calendar);
  const fromClock = stockholmClockMs(from);
  let left = durationMs + openMsBefore(fromClock, calendar);
  let lastOpenDay = dayNumberOf(fromClock);
  for (let day = lastOpenDay; day - lastOpenDay <= LONGEST_CLOSURE_DAYS; day += 1) {
    if (!calendar.isWorkingDay(day)) continue;
    if (left <= openMs) return instantFromStockholmClockMs(Math.round(day * MS_PER_DAY + opensAtMs + left));
    left -= openMs;
    lastOpenDay = day;
  }
  throw new RangeError('The working calendar is closed for more than a year');
}
