import {
  instantFromStockholmClockMs,
  stockholmClockMs,
  stockholmDate,
  stockholmDayStart,
  stockholmWeekNumber,
} from '@core/time/stockholm';
import { describe, expect, it } from 'vitest';
import { HOUR, stockholm, utc } from '../builders';

describe('the date in Stockholm', () => {
  it('changes at midnight there, in winter and in summer', () => {
    expect(stockholmDate(utc('2026-11-22T22:59Z'))).toBe('2026-11-22');
    expect(stockholmDate(utc('2026-11-22T23:00Z'))).toBe('2026-11-23');
    expect(stockholmDate(utc('2026-07-22T22:00Z'))).toBe('2026-07-23');
  });
});

describe('the beginning of a day', () => {
  it('is midnight in Stockholm, also on the days that are shorter or longer', () => {
    expect(stockholmDayStart('2026-11-23')).toBe(utc('2026-11-22T23:00Z'));
    expect(stockholmDayStart('2026-03-29')).toBe(utc('2026-03-28T23:00Z'));
    expect(stockholmDayStart('2026-10-26')).toBe(utc('2026-10-25T23:00Z'));
    expect(() => stockholmDayStart('2026-02-30')).toThrow(RangeError);
  });
});

describe('the week number', () => {
  it.each([
    ['2026-11-23 12:00', 48],
    ['2026-12-31 12:00', 53],
    ['2027-01-03 23:59', 53],
    ['2027-01-04 00:00', 1],
  ])('of %s is %i', (at, week) => {
    expect(stockholmWeekNumber(stockholm(at))).toBe(week);
  });
});

describe('the clock in Stockholm', () => {
  it('is one hour ahead of UTC in winter and two in summer', () => {
    const winter = utc('2026-01-15T12:00Z');
    const summer = utc('2026-07-15T12:00Z');
    expect(stockholmClockMs(winter) - winter).toBe(HOUR);
    expect(stockholmClockMs(summer) - summer).toBe(2 * HOUR);
  });

  it('tells 02:30 twice in October', () => {
    const first = utc('2026-10-25T00:30Z');
    const second = utc('2026-10-25T01:30Z');
    expect(stockholmClockMs(first)).toBe(stockholmClockMs(second));
    expect([first, second]).toContain(instantFromStockholmClockMs(stockholmClockMs(second)));
  });

  it('is read back to the instant it came from', () => {
    for (const at of [utc('2026-01-15T12:00Z'), utc('2026-07-15T12:00Z'), utc('2026-10-25T05:00Z')]) {
      expect(instantFromStockholmClockMs(stockholmClockMs(at))).toBe(at);
    }
  });
});
