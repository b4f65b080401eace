import { instantFromEpochMs } from '@core/time/instant';
import { createSwedishCalendar } from '@core/time/swedish-holidays';
import { addWorkingMinutes, workingMillisecondsBetween } from '@core/time/working-hours';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE, stockholm } from '../builders';
import { countWorkingMinutesOneByOne } from './count-working-minutes';
import { SWEDISH_ALMANAC } from './swedish-almanac';

const DAY_MINUTES = 24 * 60;
const INTERVALS = 10_000;

describe('working time from 2024 to 2030', () => {
  const calendar = createSwedishCalendar();
  const holidays = Object.values(SWEDISH_ALMANAC).flat();
  const begin = stockholm('2024-01-01 00:00');
  const minutes = (stockholm('2031-01-01 00:00') - begin) / MINUTE;
  const upTo = countWorkingMinutesOneByOne(begin, minutes, new Set(holidays));

  const minuteOf = (text: string) => (stockholm(text) - begin) / MINUTE;
  const clockChanges = Object.keys(SWEDISH_ALMANAC).flatMap((year) => [
    minuteOf(`${lastSunday(Number(year), 3)} 01:00`),
    minuteOf(`${lastSunday(Number(year), 10)} 01:00`),
  ]);
  const noonsOfHolidays = holidays.map((date) => minuteOf(`${date} 12:00`));

  const anyMinute = fc.nat({ max: minutes });
  const minuteNear = (places: readonly number[]) =>
    fc
      .tuple(fc.constantFrom(...places), fc.integer({ min: -4 * DAY_MINUTES, max: 4 * DAY_MINUTES }))
      .map(([place, off]) => Math.min(minutes, Math.max(0, place + off)));
  const aMinute = fc.oneof(anyMinute, minuteNear(clockChanges), minuteNear(noonsOfHolidays));
  const interval = fc.oneof(
    fc.tuple(aMinute, aMinute),
    // As long as tickets are open.
    fc.tuple(aMinute, fc.nat({ max: 15 * DAY_MINUTES })).map(([from, length]) => [from, from + length]),
  );

  it(`equals a count minute by minute on ${INTERVALS} intervals, clock changes and holidays included`, () => {
    fc.assert(
      fc.property(interval, (pair) => {
        const [from = 0, to = 0] = pair.map((minute) => Math.min(minute, minutes)).toSorted((a, b) => a - b);
        const counted = (upTo[to] ?? 0) - (upTo[from] ?? 0);
        const fromInstant = instantFromEpochMs(begin + from * MINUTE);
        const toInstant = instantFromEpochMs(begin + to * MINUTE);
        expect(workingMillisecondsBetween(fromInstant, toInstant, calendar)).toBe(counted * MINUTE);
        if (counted === 0) return;

        // The last minute counted ends where adding the count arrives.
        let last = to;
        while (upTo[last - 1] === upTo[to]) last -= 1;
        expect(addWorkingMinutes(fromInstant, counted, calendar)).toBe(begin + last * MINUTE);
      }),
      { numRuns: INTERVALS },
    );
  });

  it('counts no minute of a holiday, and eleven hours of every other day from Monday to Friday', () => {
    for (let day = 0; day * DAY_MINUTES < minutes; day += 1) {
      const noon = new Date(Date.UTC(2024, 0, 1 + day, 12));
      const date = noon.toISOString().slice(0, 10);
      const isOpen = noon.getUTCDay() >= 1 && noon.getUTCDay() <= 5 && !holidays.includes(date);
      const next = new Date(noon.getTime() + DAY_MINUTES * MINUTE).toISOString().slice(0, 10);
      expect([
        date,
        workingMillisecondsBetween(stockholm(`${date} 00:00`), stockholm(`${next} 00:00`), calendar) / MINUTE,
      ]).toEqual([date, isOpen ? 11 * 60 : 0]);
    }
  });
});

/** On which clocks are changed in March and October. */
function lastSunday(year: number, month: number): string {
  const last = new Date(Date.UTC(year, month, 0));
  last.setUTCDate(last.getUTCDate() - last.getUTCDay());
  return last.toISOString().slice(0, 10);
}
