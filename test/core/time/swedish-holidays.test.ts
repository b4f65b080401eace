import { createSwedishHolidays } from '@core/time/swedish-holidays';
import list from '@core/time/swedish-holidays.json';
import Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { SWEDISH_ALMANAC } from './swedish-almanac';

const isHoliday = createSwedishHolidays();

function datesOf(year: number, isAsked: (date: string) => boolean): string[] {
  const first = DateTime.utc(year, 1, 1);
  return Array.from({ length: first.daysInYear }, (_, day) => first.plus({ days: day }).toFormat('yyyy-MM-dd')).filter(
    isAsked,
  );
}

describe('public holidays in Sweden', () => {
  it.each(Object.entries(SWEDISH_ALMANAC))('are in %s those of the almanac', (year, dates) => {
    expect(datesOf(Number(year), isHoliday)).toEqual(dates);
  });

  it('hold the three eves only when asked for', () => {
    const withEves = createSwedishHolidays({ includesEves: true });
    const eves = datesOf(2026, (date) => withEves(date) && !isHoliday(date));
    expect(eves).toEqual(['2026-06-19', '2026-12-24', '2026-12-31']);
  });

  it('follow the law on public holidays (1989:253) in other years too', () => {
    for (let year = 2015; year <= 2060; year += 1) expect(datesOf(year, isHoliday)).toEqual(holidaysByLaw(year));
  });

  it('are those of date-holidays, eves apart', () => {
    const years = Array.from({ length: 2060 - 2015 + 1 }, (_, index) => 2015 + index);
    const datesOfType = (type: 'public' | 'bank') =>
      years.flatMap((year) =>
        new Holidays('SE', { types: [type] }).getHolidays(year).map(({ date }) => date.slice(0, 10)),
      );
    expect(list).toEqual({ public: datesOfType('public'), eves: datesOfType('bank') });
  });
});

/** The law's list, worked out without the library. */
function holidaysByLaw(year: number): string[] {
  const easter = easterSunday(year);
  const saturdayFrom = (month: number, day: number) => {
    const first = DateTime.utc(year, month, day);
    return first.plus({ days: (6 - first.weekday + 7) % 7 });
  };
  const days = [
    DateTime.utc(year, 1, 1),
    DateTime.utc(year, 1, 6),
    easter.minus({ days: 2 }),
    easter,
    easter.plus({ days: 1 }),
    DateTime.utc(year, 5, 1),
    easter.plus({ days: 39 }),
    easter.plus({ days: 49 }),
    DateTime.utc(year, 6, 6),
    saturdayFrom(6, 20),
    saturdayFrom(10, 31),
    DateTime.utc(year, 12, 25),
    DateTime.utc(year, 12, 26),
  ];
  return [...new Set(days.map((day) => day.toFormat('yyyy-MM-dd')))].toSorted();
}

/** The anonymous Gregorian computus. */
function easterSunday(year: number): DateTime {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return DateTime.utc(year, Math.floor(n / 31), (n % 31) + 1);
}
