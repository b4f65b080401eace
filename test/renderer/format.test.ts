import { instantFromEpochMs } from '@core/time/instant';
import { describe, expect, it } from 'vitest';
import {
  formatCalendarDate,
  formatDateSpan,
  formatDateTime,
  formatDayHead,
  formatDayTime,
  formatFileSize,
  formatLanguageName,
  formatLeft,
  formatMinutes,
  formatMonth,
  formatShortDay,
  formatSpanOfTime,
  formatSpent,
  formatTime,
  formatWeekdayDate,
  formatWorkingTime,
} from '../../src/renderer/src/ui/format';

/** A figure stays with its unit: the texts hold non-breaking spaces, the expectations ordinary ones. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const SUMMER_AFTERNOON = instantFromEpochMs(Date.UTC(2026, 6, 20, 12, 10));

describe('durations', () => {
  it('says minutes as a person does', () => {
    expect([0, 55, 60, 65, 240].map((minutes) => plain(formatMinutes(minutes)))).toEqual([
      '0 min',
      '55 min',
      '1 h',
      '1 h 05',
      '4 h',
    ]);
  });

  it('rounds so that what is spent and what is left always add up to the limit', () => {
    const limit = 4 * 3600;
    for (const spent of [0, 1, 59, 60, 11_099, 11_100, 14_399, 14_400]) {
      const minutes = Math.floor(spent / 60) + Math.ceil((limit - spent) / 60);
      expect(minutes).toBe(240);
    }
    expect(plain(formatSpent(11_099))).toBe('3 h 04');
    expect(plain(formatLeft(limit - 11_099))).toBe('56 min');
  });

  it('counts working days of eleven hours', () => {
    expect([40, 150, 200, 660, 870, 1980, 4000].map((minutes) => plain(formatWorkingTime(minutes)))).toEqual([
      '40 min',
      '2 h 30',
      '3 h',
      '1 d',
      '1 d 3 h',
      '3 d',
      '6 d',
    ]);
  });
});

describe('dates', () => {
  it('are in Stockholm, in summer and in winter, with a 24-hour clock', () => {
    expect(formatTime(SUMMER_AFTERNOON, 'en')).toBe('14:10');
    expect(formatTime(instantFromEpochMs(Date.UTC(2026, 0, 20, 23, 5)), 'sv')).toBe('00:05');
  });

  it('are written in the language of the window', () => {
    expect(formatDayTime(SUMMER_AFTERNOON, 'sv')).toBe('20 juli 14:10');
    expect(formatDayTime(SUMMER_AFTERNOON, 'en')).toBe('20 Jul 14:10');
    expect(formatDateTime(SUMMER_AFTERNOON, 'sv')).toBe('20 juli 2026 14:10');
    expect(formatDateTime(SUMMER_AFTERNOON, 'en')).toBe('20 July 2026 14:10');
  });

  it('keep a calendar date on its day, whatever the clock of the computer says', () => {
    expect(formatCalendarDate('2026-07-20', 'sv')).toBe('20 juli 2026');
    expect(formatCalendarDate('2026-12-31', 'en')).toBe('31 Dec 2026');
  });

  it('name a language of Odoo in the language of the window', () => {
    expect(formatLanguageName('sv_SE', 'sv')).toBe('svenska');
    expect(formatLanguageName('sv_SE', 'en')).toBe('Swedish');
    expect(formatLanguageName('?', 'sv')).toBe('?');
  });

  it('leave a date they cannot read as it is', () => {
    expect(formatCalendarDate('soon', 'sv')).toBe('soon');
  });
});

describe('calendar dates', () => {
  it('say their weekday, in full and short', () => {
    expect(formatWeekdayDate('2026-11-25', 'sv')).toBe('onsdag 25 november 2026');
    expect(formatWeekdayDate('2026-11-25', 'en')).toBe('Wednesday, 25 November 2026');
    expect(formatShortDay('2026-11-25', 'sv')).toBe('ons 25 nov.');
    expect(formatDayHead('2026-11-25', 'en')).toBe('Wed 25');
    expect(formatMonth('2026-11', 'sv')).toBe('november 2026');
    expect(formatWeekdayDate('no date', 'sv')).toBe('no date');
  });

  it('say once what they share', () => {
    const plainSpan = (from: string, to: string) => formatDateSpan(from, to, 'sv').replaceAll(/\s/g, ' ');
    expect(plainSpan('2026-11-23', '2026-11-29')).toBe('23–29 november 2026');
    expect(plainSpan('2026-12-28', '2027-01-03')).toBe('28 december 2026–3 januari 2027');
  });
});

describe('from one instant to another', () => {
  const from = instantFromEpochMs(Date.UTC(2026, 6, 20, 12, 10));

  it('says the day once where it is the same', () => {
    const until = instantFromEpochMs(Date.UTC(2026, 6, 20, 13, 25));
    expect(formatSpanOfTime(from, until, 'sv')).toBe('20 juli 14:10–15:25');
  });

  it('says both days where they differ', () => {
    const until = instantFromEpochMs(Date.UTC(2026, 6, 21, 5, 30));
    expect(formatSpanOfTime(from, until, 'sv')).toBe('20 juli 14:10 – 21 juli 07:30');
  });
});

describe('sizes of files', () => {
  it.each([
    [0, '0 B'],
    [640, '640 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [1449, '1,4 kB'],
    [12_400_000, '12 MB'],
    [999_960, '1 MB'],
    [52_428_800, '52 MB'],
    [3_200_000_000, '3,2 GB'],
  ])('says %i bytes as %s', (bytes, text) => {
    expect(plain(formatFileSize(bytes, 'sv'))).toBe(text);
  });

  it('writes the figure as the language does', () => {
    expect(plain(formatFileSize(1449, 'en'))).toBe('1.4 kB');
  });
});
