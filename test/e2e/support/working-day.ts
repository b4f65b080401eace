import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instantFromEpochMs } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import { addDays } from '@core/time/stockholm-days';
import { createWorkingCalendar, serviceHoursOn } from '@core/time/working-hours';
import { z } from 'zod';

const HOUR_MS = 3_600_000;

/** The same list the app has; the test runner's loader reads no JSON module. */
function publicHolidays(): ReadonlySet<string> {
  const file = join(import.meta.dirname, '..', '..', '..', 'src', 'core', 'time', 'swedish-holidays.json');
  const holidays = z.object({ public: z.array(z.string()) }).parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Set(holidays.public);
}

function today(): string {
  return stockholmDate(instantFromEpochMs(Date.now()));
}

/** The first working day that is at least so many days after that date. */
function firstWorkingDay(daysAfter: number, from = today()) {
  const holidays = publicHolidays();
  const calendar = createWorkingCalendar((date) => holidays.has(date));
  for (let days = daysAfter; days < daysAfter + 14; days += 1) {
    const date = addDays(from, days);
    const hours = serviceHoursOn(date, calendar);
    if (hours !== null) return { date, hours };
  }
  throw new Error('There is no working day within two weeks');
}

/** A working day three weeks from now: nobody has worked in its week, not even in the practice portal's history. */
export function quietWorkingDay(): string {
  return firstWorkingDay(21).date;
}

/** How far ahead a clock has to be to show that long before the end of service hours, on a day that is still to come. */
export function aheadToBeforeClosing(beforeMs: number): number {
  const { startedAt, durationMs } = firstWorkingDay(1).hours;
  return startedAt + durationMs - beforeMs - Date.now();
}

/** How far ahead a clock has to be to show that long after service hours began again, after the day that closes then. */
export function aheadToAfterOpening(afterMs: number): number {
  return firstWorkingDay(1, firstWorkingDay(1).date).hours.startedAt + afterMs - Date.now();
}

/** How far ahead of now the next working day is half an hour old: a whole day's work fits into it. */
export function aheadToMorning(): number {
  return firstWorkingDay(1).hours.startedAt + HOUR_MS / 2 - Date.now();
}

/**
 * How far ahead of now it is two in the afternoon on the next working day in Stockholm: with the morning behind it, and
 * hours to go before the day ends, whenever the tests run.
 */
export function aheadToAfternoon(): number {
  return aheadToBeforeClosing(4 * HOUR_MS);
}
