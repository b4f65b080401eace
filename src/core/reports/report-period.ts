import { z } from 'zod';
import { addDays, datesOfWeek } from '../time/stockholm-days';

/** The stretches of time that reports are made of. */
export const periodKindSchema = z.enum([
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-quarter',
  'this-year',
  'last-year',
]);
export type PeriodKind = z.infer<typeof periodKindSchema>;

/** From one Stockholm date to another, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const MONTHS_PER_QUARTER = 3;

function monthsFrom(year: number, month: number, count: number): Period {
  const startOf = (months: number) => {
    const whole = year * 12 + month + months;
    return `${String(Math.floor(whole / 12)).padStart(4, '0')}-${String((whole % 12) + 1).padStart(2, '0')}-01`;
  };
  return { from: startOf(0), to: addDays(startOf(count), -1) };
}

/** The dates of a period as seen from a Stockholm date; weeks begin on Monday. Throws a RangeError for no date. */
export function periodOf(kind: PeriodKind, today: string): Period {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  const weekOf = (date: string) => {
    const dates = datesOfWeek(date);
    return { from: dates[0] ?? date, to: dates.at(-1) ?? date };
  };
  switch (kind) {
    case 'this-week':
      return weekOf(today);
    case 'last-week':
      return weekOf(addDays(today, -7));
    case 'this-month':
      return monthsFrom(year, month, 1);
    case 'last-month':
      return monthsFrom(year, month - 1, 1);
    case 'this-quarter':
      return monthsFrom(year, month - (month % MONTHS_PER_QUARTER), MONTHS_PER_QUARTER);
    case 'this-year':
      return monthsFrom(year, 0, 12);
    case 'last-year':
      return monthsFrom(year - 1, 0, 12);
  }
}
