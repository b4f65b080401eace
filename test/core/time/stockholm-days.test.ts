import { endOf } from '@core/time/interval';
import {
  addDays,
  datesOfWeek,
  daysBetween,
  intervalOfClockRange,
  intervalOfDate,
  isoWeekOf,
  moveByDays,
} from '@core/time/stockholm-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, stockholm, utc } from '../builders';

const SPRING = '2026-03-29';
const AUTUMN = '2026-10-25';

function range(date: string, from: number, to: number) {
  return intervalOfClockRange(date, { kind: 'clock-range', fromMinute: from * 60, toMinute: to * 60 });
}

describe('a week', () => {
  it.each([
    ['2026-11-23', 2026, 48],
    ['2026-11-29', 2026, 48],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2024-12-30', 2025, 1],
  ])('of %s is in %i number %i', (date, year, week) => {
    expect(isoWeekOf(date)).toEqual({ year, week });
  });

  it('has seven dates from Monday to Sunday, also around New Year and a change of clocks', () => {
    expect(datesOfWeek('2027-01-01')).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ]);
    expect(datesOfWeek(SPRING).at(-1)).toBe(SPRING);
    expect(datesOfWeek(AUTUMN)[0]).toBe('2026-10-19');
  });

  it('is not made of what is no date', () => {
    expect(() => datesOfWeek('2026-02-30')).toThrow(RangeError);
  });
});

describe('a date', () => {
  it('lasts from midnight to midnight in Stockholm', () => {
    expect(intervalOfDate('2026-11-23')).toEqual({ startedAt: stockholm('2026-11-23 00:00'), durationMs: 24 * HOUR });
    expect(intervalOfDate(SPRING).durationMs).toBe(23 * HOUR);
    expect(intervalOfDate(AUTUMN).durationMs).toBe(25 * HOUR);
  });

  it('is so many days from another', () => {
    expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });
});

describe('a clock range on a date', () => {
  it('is the stretch between both times', () => {
    expect(range('2026-11-23', 9.25, 10.75)).toEqual({
      ok: true,
      value: { startedAt: stockholm('2026-11-23 09:15'), durationMs: 90 * MINUTE },
    });
  });

  it('may end at midnight', () => {
    expect(range('2026-11-23', 23.5, 24)).toEqual({
      ok: true,
      value: { startedAt: stockholm('2026-11-23 23:30'), durationMs: 30 * MINUTE },
    });
  });

  it.each([
    ['over the hour that is skipped', SPRING, 1.5, 3.5, '2026-03-29T00:30Z', 60],
    ['from a time that is skipped', SPRING, 2.25, 3.25, '2026-03-29T01:00Z', 15],
    ['to a time that is skipped', SPRING, 1.5, 2.5, '2026-03-29T00:30Z', 30],
    ['over the hour that is told twice', AUTUMN, 1.5, 3.5, '2026-10-24T23:30Z', 180],
    ['to a time told twice: the first', AUTUMN, 1.5, 2.5, '2026-10-24T23:30Z', 60],
    ['from a time told twice: the second', AUTUMN, 2.5, 3.5, '2026-10-25T01:30Z', 60],
    ['between two times told twice: both the first', AUTUMN, 2.25, 2.75, '2026-10-25T00:15Z', 30],
  ])('%s', (_what, date, from, to, startedAt, minutes) => {
    expect(range(date, from, to)).toEqual({
      ok: true,
      value: { startedAt: utc(startedAt), durationMs: minutes * MINUTE },
    });
  });

  it('that is skipped as a whole is refused', () => {
    expect(range(SPRING, 2.25, 2.75)).toEqual({ ok: false, failure: { kind: 'time-skipped' } });
    expect(range(SPRING, 2, 3)).toEqual({ ok: false, failure: { kind: 'time-skipped' } });
  });

  it('lies within its date, and two that touch on the clock never overlap', () => {
    const dates = fc.constantFrom('2026-11-23', SPRING, AUTUMN, '2026-07-01');
    const times = fc.uniqueArray(fc.nat({ max: 1440 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(dates, times, (date, chosen) => {
        const [from = 0, middle = 0, to = 0] = chosen.toSorted((a, b) => a - b);
        const day = intervalOfDate(date);
        const first = intervalOfClockRange(date, { kind: 'clock-range', fromMinute: from, toMinute: middle });
        const second = intervalOfClockRange(date, { kind: 'clock-range', fromMinute: middle, toMinute: to });
        for (const part of [first, second]) {
          if (!part.ok) continue;
          expect(part.value.startedAt).toBeGreaterThanOrEqual(day.startedAt);
          expect(endOf(part.value)).toBeLessThanOrEqual(endOf(day));
          expect(part.value.durationMs).toBeGreaterThan(0);
        }
        if (first.ok && second.ok) expect(endOf(first.value)).toBeLessThanOrEqual(second.value.startedAt);
      }),
    );
  });
});

describe('moved by days', () => {
  it('an interval keeps its times of the clock', () => {
    const morning = { startedAt: stockholm('2026-10-23 09:15'), durationMs: 90 * MINUTE };
    expect(moveByDays(morning, 4)).toEqual({ startedAt: stockholm('2026-10-27 09:15'), durationMs: 90 * MINUTE });
    expect(moveByDays(morning, 0)).toBe(morning);
  });

  it('it is as long as those times are there', () => {
    const night = { startedAt: stockholm('2026-03-28 01:00'), durationMs: 3 * HOUR };
    expect(moveByDays(night, 1)).toEqual({ startedAt: utc('2026-03-29T00:00Z'), durationMs: 2 * HOUR });
    const skipped = { startedAt: stockholm('2026-03-28 02:10'), durationMs: 20 * MINUTE };
    expect(moveByDays(skipped, 1)).toBeNull();
  });
});
