import { formatHoursMinutes } from '@core/time/duration-text';
import type { Instant } from '@core/time/instant';

/** The languages of the window. */
export type Language = 'sv' | 'en';

const LOCALES: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };
const TIME_ZONE = 'Europe/Stockholm';
/** By the terms. */
const MINUTES_PER_WORKING_DAY = 11 * 60;
/** A space that never breaks, so that a figure stays with its unit. */
const JOIN = '\u00a0';

/** Whole minutes as a person says them: `55 min`, `3 h 05`, `4 h`. The units are the same in Swedish and English. */
export function formatMinutes(minutes: number): string {
  const { hours, minutes: rest } = formatHoursMinutes(minutes * 60);
  if (hours === 0) return `${rest}${JOIN}min`;
  return rest === 0 ? `${hours}${JOIN}h` : `${hours}${JOIN}h${JOIN}${String(rest).padStart(2, '0')}`;
}

/** Seconds in whole minutes, rounded down: what has been used is never shown as more than it is. */
export function formatSpent(seconds: number): string {
  return formatMinutes(Math.floor(seconds / 60));
}

/** Seconds in whole minutes, rounded up: the other half of {@link formatSpent}, so that the two add up. */
export function formatLeft(seconds: number): string {
  return formatMinutes(Math.ceil(seconds / 60));
}

/**
 * Working minutes in the largest unit that still says something: `40 min`, `3 h`, `2 d`. A working day has 11 hours unless
 * the customer is served for longer or shorter.
 */
export function formatWorkingTime(minutes: number, minutesPerWorkingDay = MINUTES_PER_WORKING_DAY): string {
  if (minutes >= minutesPerWorkingDay) {
    const days = Math.floor(minutes / minutesPerWorkingDay);
    const hours = Math.floor((minutes % minutesPerWorkingDay) / 60);
    return days < 3 && hours > 0 ? `${days}${JOIN}d${JOIN}${hours}${JOIN}h` : `${days}${JOIN}d`;
  }
  return minutes >= 180 ? `${Math.floor(minutes / 60)}${JOIN}h` : formatMinutes(minutes);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatInstant(at: number, language: Language, name: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${name}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(LOCALES[language], { timeZone: TIME_ZONE, hourCycle: 'h23', ...options });
    formatters.set(key, formatter);
  }
  return formatter.format(at);
}

/** Things one after another as a person says them: `Etapp, rubrik och prioritet`. The first word keeps its capital. */
export function formatList(items: readonly string[], language: Language): string {
  const inSentence = items.map((item, index) => (index === 0 ? item : item.toLocaleLowerCase(LOCALES[language])));
  return formatNames(inSentence, language);
}

/** Names one after another: `Maja Lindqvist och Oskar Bergström`. */
export function formatNames(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALES[language]).format(names);
}

/** A time of day in Stockholm: `14:10`. */
export function formatTime(at: Instant, language: Language): string {
  return formatInstant(at, language, 'time', { hour: '2-digit', minute: '2-digit' });
}

/** Day and time in Stockholm, short: `20 juli 14:10`. */
export function formatDayTime(at: Instant, language: Language): string {
  const day = formatInstant(at, language, 'day', { day: 'numeric', month: 'short' });
  return `${day} ${formatTime(at, language)}`;
}

/** Weekday, day and time in Stockholm: `mån 20 juli 08:12`. */
export function formatWeekdayTime(at: Instant, language: Language): string {
  const day = formatInstant(at, language, 'weekday day', { weekday: 'short', day: 'numeric', month: 'short' });
  return `${day} ${formatTime(at, language)}`;
}

/** From one instant to another, with the day said once where it is the same: `20 juli 14:10–15:25`. */
export function formatSpanOfTime(from: Instant, until: Instant, language: Language): string {
  const dayOf = (at: Instant) => formatInstant(at, language, 'day', { day: 'numeric', month: 'short' });
  const isOneDay = dayOf(from) === dayOf(until);
  const end = isOneDay ? formatTime(until, language) : ` ${formatDayTime(until, language)}`;
  return `${formatDayTime(from, language)}${isOneDay ? '' : ' '}–${end}`;
}

/** Date and time in Stockholm in full: `20 juli 2026 14:10`. */
export function formatDateTime(at: Instant, language: Language): string {
  const date = formatInstant(at, language, 'date', { day: 'numeric', month: 'long', year: 'numeric' });
  return `${date} ${formatTime(at, language)}`;
}

/** Noon of a calendar date, which is on that date in Stockholm too. NaN for no date. */
function noonOf(date: string): number {
  return globalThis.Date.parse(`${date}T12:00:00Z`);
}

function formatDate(date: string, language: Language, name: string, options: Intl.DateTimeFormatOptions): string {
  const noon = noonOf(date);
  return Number.isNaN(noon) ? date : formatInstant(noon, language, name, options);
}

/** A calendar date (`2026-07-20`, already Stockholm's) as a person writes it: `20 juli 2026`. */
export function formatCalendarDate(date: string, language: Language): string {
  return formatDate(date, language, 'calendar', { day: 'numeric', month: 'short', year: 'numeric' });
}

/** A calendar date with its weekday, in full: `onsdag 25 november 2026`. */
export function formatWeekdayDate(date: string, language: Language): string {
  return formatDate(date, language, 'weekday date', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** A calendar date with its weekday, short: `ons 25 nov.`. */
export function formatShortDay(date: string, language: Language): string {
  return formatDate(date, language, 'short day', { weekday: 'short', day: 'numeric', month: 'short' });
}

/** A weekday and the day of its month, as heads a column: `ons 25`. */
export function formatDayHead(date: string, language: Language): string {
  return formatDate(date, language, 'day head', { weekday: 'short', day: 'numeric' });
}

/** A month (`2026-07`) as a person writes it: `juli 2026`. */
export function formatMonth(month: string, language: Language): string {
  return formatDate(`${month}-01`, language, 'month', { month: 'long', year: 'numeric' });
}

/** From one calendar date to another, with what they share said once: `23–29 november 2026`. */
export function formatDateSpan(from: string, to: string, language: Language): string {
  const formatter = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: TIME_ZONE,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return formatter.formatRange(noonOf(from), noonOf(to));
}

/** The name of a language that Odoo writes as `sv_SE`: `svenska`. What is no language code stays as it is. */
export function formatLanguageName(code: string, language: Language): string {
  const [tag = ''] = code.split(/[_-]/);
  try {
    return new Intl.DisplayNames(LOCALES[language], { type: 'language' }).of(tag) ?? code;
  } catch {
    return code;
  }
}

/** A whole number with the language's own thousands separator. */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(count);
}

const SIZE_UNITS = ['B', 'kB', 'MB', 'GB'];

/** The size of a file in the largest unit that still says something: `640 B`, `1,4 kB`, `12 MB`. */
export function formatFileSize(bytes: number, language: Language): string {
  let [size, unit] = [bytes, 0];
  while (size >= 999.5 && unit < SIZE_UNITS.length - 1) [size, unit] = [size / 1000, unit + 1];
  const maximumFractionDigits = unit > 0 && size < 9.95 ? 1 : 0;
  const figure = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits }).format(size);
  return `${figure}${JOIN}${SIZE_UNITS[unit]}`;
}
