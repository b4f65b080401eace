import holidays from './swedish-holidays.json';
import { createWorkingCalendar, type WorkingCalendar } from './working-hours';

export interface SwedishHolidayOptions {
  /** Whether Midsummer Eve, Christmas Eve and New Year's Eve count too. They are no public holidays. Default: false. */
  readonly includesEves?: boolean;
}

/**
 * Makes the question "is this Stockholm date, such as `2026-06-06`, a public holiday in Sweden?". Sundays count only
 * when they are a holiday of their own. Knows the years 2015 to 2060; in others no date is a holiday.
 * Source: 000, "Hours of service"; the eves are our reading. The dates are those of date-holidays.
 */
export function createSwedishHolidays({ includesEves = false }: SwedishHolidayOptions = {}): (date: string) => boolean {
  const dates = new Set(includesEves ? [...holidays.public, ...holidays.eves] : holidays.public);
  return (date) => dates.has(date);
}

/** The service hours' calendar: Monday to Friday except public holidays in Sweden. Make it once and keep it. */
export function createSwedishCalendar(options: SwedishHolidayOptions = {}): WorkingCalendar {
  return createWorkingCalendar(createSwedishHolidays(options));
}
