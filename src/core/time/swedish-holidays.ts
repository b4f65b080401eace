import Holidays, { type HolidaysTypes } from 'date-holidays';
import { createWorkingCalendar, type WorkingCalendar } from './working-hours';

// date-holidays comes as one piece with the rules of all countries. Only the main process imports this file.

export interface SwedishHolidayOptions {
  /** Whether Midsummer Eve, Christmas Eve and New Year's Eve count too. They are no public holidays. Default: false. */
  readonly includesEves?: boolean;
}

/**
 * Makes the question "is this Stockholm date, such as `2026-06-06`, a public holiday in Sweden?". Sundays count only
 * when they are a holiday of their own. Each year is worked out once.
 * Source: 000, "Hours of service"; the eves are our reading.
 */
export function createSwedishHolidays({ includesEves = false }: SwedishHolidayOptions = {}): (date: string) => boolean {
  // The library files the three eves, and nothing else of Sweden's, under "bank".
  const types: HolidaysTypes.HolidayType[] = includesEves ? ['bank', 'public'] : ['public'];
  const holidays = new Holidays('SE', { types });
  const datesOfYear = new Map<string, ReadonlySet<string>>();

  return (date) => {
    const year = date.slice(0, 4);
    const known = datesOfYear.get(year);
    const dates = known ?? new Set(holidays.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)));
    if (!known) datesOfYear.set(year, dates);
    return dates.has(date);
  };
}

/** The service hours' calendar: Monday to Friday except public holidays in Sweden. Make it once and keep it. */
export function createSwedishCalendar(options: SwedishHolidayOptions = {}): WorkingCalendar {
  return createWorkingCalendar(createSwedishHolidays(options));
}
