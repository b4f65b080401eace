import { instantFromEpochMs } from '@core/time/instant';
import { createSwedishCalendar } from '@core/time/swedish-holidays';
import {
  addWorkingMinutes,
  createWorkingCalendar,
  serviceHoursOn,
  type WorkingCalendar,
  workingMillisecondsBetween,
} from '@core/time/working-hours';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, stockholm, utc } from '../builders';
import { countWorkingMinutesOneByOne } from './count-working-minutes';
import { SWEDISH_ALMANAC } from './swedish-almanac';

const swedish = createSwedishCalendar();

function workingMinutes(from: string, to: string, calendar: WorkingCalendar = swedish): number {
  return workingMillisecondsBetween(stockholm(from), stockholm(to), calendar) / MINUTE;
}

describe('the service hours of a date', () => {
  it('are 07:00 to 18:00, also on a summer day, and none on a day that is closed', () => {
    expect(serviceHoursOn('2026-11-23', swedish)).toEqual({
      startedAt: stockholm('2026-11-23 07:00'),
      durationMs: 11 * HOUR,
    });
    expect(serviceHoursOn('2026-07-01', swedish)?.startedAt).toBe(stockholm('2026-07-01 07:00'));
    expect(serviceHoursOn('2026-11-28', swedish)).toBeNull();
    expect(serviceHoursOn('2026-12-25', swedish)).toBeNull();
  });
});

describe('working time between two instants', () => {
  it('counts service hours, 07:00 to 18:00', () => {
    expect(workingMinutes('2026-11-23 00:00', '2026-11-24 00:00')).toBe(11 * 60);
    expect(workingMinutes('2026-11-23 06:59', '2026-11-23 07:01')).toBe(1);
    expect(workingMinutes('2026-11-23 17:59', '2026-11-23 18:01')).toBe(1);
    expect(workingMinutes('2026-11-23 18:00', '2026-11-24 07:00')).toBe(0);
  });

  it('leaves out the weekend', () => {
    expect(workingMinutes('2026-11-27 17:00', '2026-11-30 08:00')).toBe(2 * 60);
  });

  it('leaves out public holidays, and has the eves open unless told otherwise', () => {
    expect(workingMinutes('2026-12-24 00:00', '2026-12-28 00:00')).toBe(11 * 60);
    const withoutEves = createSwedishCalendar({ includesEves: true });
    expect(workingMinutes('2026-12-24 00:00', '2026-12-28 00:00', withoutEves)).toBe(0);
  });

  it('is nothing when the end is not after the beginning', () => {
    expect(workingMinutes('2026-11-23 09:00', '2026-11-23 09:00')).toBe(0);
    expect(workingMinutes('2026-11-24 09:00', '2026-11-23 09:00')).toBe(0);
  });

  it('counts a day the same on both sides of a clock change', () => {
    expect(workingMinutes('2026-03-27 12:00', '2026-03-30 12:00')).toBe(11 * 60);
    expect(workingMinutes('2026-10-23 12:00', '2026-10-26 12:00')).toBe(11 * 60);
  });

  // Each window holds a clock change; the second also All Saints' weekend, the first Easter.
  describe.each([
    ['spring', utc('2026-03-20T00:00Z')],
    ['autumn', utc('2026-10-16T00:00Z')],
  ])('around the clock change in %s', (_name, begin) => {
    const days = 21;
    const countUpTo = countWorkingMinutesOneByOne(begin, days * 24 * 60, new Set(SWEDISH_ALMANAC[2026]));

    it('equals a count minute by minute', () => {
      const minute = fc.nat({ max: days * 24 * 60 });
      fc.assert(
        fc.property(minute, minute, (a, b) => {
          const [from, to] = a < b ? [a, b] : [b, a];
          const expected = (countUpTo[to] ?? 0) - (countUpTo[from] ?? 0);
          const actual = workingMillisecondsBetween(
            instantFromEpochMs(begin + from * MINUTE),
            instantFromEpochMs(begin + to * MINUTE),
            swedish,
          );
          expect(actual).toBe(expected * MINUTE);
        }),
        { numRuns: 400 },
      );
    });

    it('adds up: from a to c is from a to b and from b to c', () => {
      const millisecond = fc.nat({ max: days * 24 * HOUR });
      fc.assert(
        fc.property(fc.tuple(millisecond, millisecond, millisecond), (offsets) => {
          const [a = 0, b = 0, c = 0] = offsets.toSorted((x, y) => x - y);
          const between = (from: number, to: number) =>
            workingMillisecondsBetween(instantFromEpochMs(begin + from), instantFromEpochMs(begin + to), swedish);
          expect(between(a, b) + between(b, c)).toBe(between(a, c));
        }),
      );
    });
  });
});

describe('adding working minutes', () => {
  it.each([
    ['within a day', '2026-11-23 09:00', 240, '2026-11-23 13:00'],
    ['over the night', '2026-11-23 16:00', 240, '2026-11-24 09:00'],
    ['over the weekend', '2026-11-27 16:00', 240, '2026-11-30 09:00'],
    ['from before opening', '2026-11-23 03:00', 60, '2026-11-23 08:00'],
    ['from after closing', '2026-11-23 20:00', 60, '2026-11-24 08:00'],
    ['up to closing time, not to the next opening', '2026-11-23 14:00', 240, '2026-11-23 18:00'],
    ['over Christmas', '2026-12-23 17:00', 2 * 660, '2026-12-28 17:00'],
    ['over the clock change in March', '2026-03-27 17:00', 120, '2026-03-30 08:00'],
    ['over the clock change in October', '2026-10-23 17:00', 120, '2026-10-26 08:00'],
  ])('%s', (_name, from, minutes, due) => {
    expect(addWorkingMinutes(stockholm(from), minutes, swedish)).toBe(stockholm(due));
  });

  it('stays where it is for no minutes', () => {
    expect(addWorkingMinutes(stockholm('2026-11-22 03:00'), 0, swedish)).toBe(stockholm('2026-11-22 03:00'));
  });

  it('refuses negative minutes and a calendar that never opens', () => {
    const from = stockholm('2026-11-23 09:00');
    expect(() => addWorkingMinutes(from, -1, swedish)).toThrow(RangeError);
    expect(() => addWorkingMinutes(from, Number.NaN, swedish)).toThrow(RangeError);
    expect(() => addWorkingMinutes(from, 1, { isWorkingDay: () => false })).toThrow(RangeError);
  });

  it('ends exactly when that much working time has passed, and not before', () => {
    const begin = stockholm('2026-10-01 00:00');
    fc.assert(
      fc.property(fc.nat({ max: 60 * 24 * HOUR }), fc.integer({ min: 1, max: 5000 }), (offset, minutes) => {
        const from = instantFromEpochMs(begin + offset);
        const due = addWorkingMinutes(from, minutes, swedish);
        expect(workingMillisecondsBetween(from, due, swedish)).toBe(minutes * MINUTE);
        expect(workingMillisecondsBetween(from, instantFromEpochMs(due - 1), swedish)).toBe(minutes * MINUTE - 1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a working calendar', () => {
  it('asks about each date once', () => {
    const asked: string[] = [];
    const calendar = createWorkingCalendar((date) => {
      asked.push(date);
      return false;
    });
    const [from, to] = [stockholm('2026-11-02 08:00'), stockholm('2026-11-06 08:00')];
    workingMillisecondsBetween(from, to, calendar);
    workingMillisecondsBetween(from, to, calendar);
    expect(asked.toSorted()).toEqual(['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06']);
  });
});
