import { dueAfter, type Pause, ranMilliseconds } from '@core/sla/target-clock';
import { addMs, type Instant, instantFromEpochMs } from '@core/time/instant';
import { calendarForCustomer } from '@core/time/service-calendar';
import { createSwedishCalendar } from '@core/time/swedish-holidays';
import { workingMillisecondsBetween } from '@core/time/working-hours';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, stockholm } from '../builders';

const firm = createSwedishCalendar();
const agreed = calendarForCustomer(firm, {
  opensAtMinute: 8 * 60,
  closesAtMinute: 16 * 60,
  closedDays: ['2026-11-24'],
});

const BEGIN = stockholm('2026-10-12 00:00');
const MONTHS_MS = 90 * 24 * HOUR;
const instants = fc.integer({ min: 0, max: MONTHS_MS }).map((ms) => addMs(BEGIN, ms));

/** Up to five pauses in order, apart from each other; the last one can still go on. */
const pauses = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 0, max: MONTHS_MS }), { maxLength: 10 }), fc.boolean())
  .map(([moments, goesOn]) => {
    const sorted = moments.toSorted((a, b) => a - b).map((ms) => addMs(BEGIN, ms));
    const made: Pause[] = [];
    for (let index = 0; index < sorted.length; index += 2) {
      const from = sorted[index];
      const until = sorted[index + 1];
      if (from === undefined) continue;
      if (until !== undefined) made.push({ from, until });
      else if (goesOn) made.push({ from, until: null });
    }
    return made;
  });

const calendars = fc.constantFrom(firm, agreed);
const NOW = addMs(BEGIN, MONTHS_MS + 1);

describe('a clock that stands still in pauses', () => {
  it('never makes anything due earlier because of a pause', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 6600 }), pauses, calendars, (from, minutes, waited, calendar) => {
        const plain = dueAfter(from, minutes, { pauses: [], now: NOW, calendar });
        expect(dueAfter(from, minutes, { pauses: waited, now: NOW, calendar })).toBeGreaterThanOrEqual(plain);
        for (let count = 0; count < waited.length; count += 1) {
          const fewer = dueAfter(from, minutes, { pauses: waited.slice(0, count), now: NOW, calendar });
          const more = dueAfter(from, minutes, { pauses: waited.slice(0, count + 1), now: NOW, calendar });
          expect(more).toBeGreaterThanOrEqual(fewer);
        }
      }),
    );
  });

  it('has run exactly as long as was allowed when it is due', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 6600 }), pauses, calendars, (from, minutes, waited, calendar) => {
        const due = dueAfter(from, minutes, { pauses: waited, now: NOW, calendar });
        const ended = waited.map((pause) => ({ ...pause, until: pause.until ?? NOW }));
        expect(ranMilliseconds(from, due, ended, calendar)).toBe(minutes * 60_000);
      }),
    );
  });

  it('counts the same from the whole past as piece by piece while it comes in', () => {
    fc.assert(
      fc.property(
        fc.array(instants, { minLength: 2, maxLength: 8 }),
        pauses,
        calendars,
        (moments, waited, calendar) => {
          const sorted = moments.toSorted((a, b) => a - b);
          const [first, last] = [sorted[0], sorted.at(-1)];
          if (first === undefined || last === undefined) return;
          let pieces = 0;
          for (const [index, from] of sorted.slice(0, -1).entries()) {
            const to = sorted[index + 1] ?? from;
            // At that moment later pauses are not known yet, and one that is going on has no end.
            const known = waited.filter(({ from: begins }) => begins < to).map((pause) => asKnownAt(pause, to));
            pieces += ranMilliseconds(from, to, known, calendar);
          }
          expect(pieces).toBe(ranMilliseconds(first, last, waited, calendar));
        },
      ),
    );
  });

  it('agrees with counting each minute by itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 * 24 * 60 }),
        fc.integer({ min: 0, max: 7 * 24 * 60 }),
        pauses,
        calendars,
        (startMinute, minutes, waited, calendar) => {
          const from = addMs(BEGIN, startMinute * 60_000);
          const whole = waited.map(({ from: begins, until }) => ({
            from: onMinute(begins),
            until: until === null ? null : onMinute(until),
          }));
          let counted = 0;
          for (let minute = 0; minute < minutes; minute += 1) {
            const at = addMs(from, minute * 60_000);
            const isPaused = whole.some((pause) => pause.from <= at && (pause.until === null || at < pause.until));
            if (!isPaused) counted += workingMillisecondsBetween(at, addMs(at, 60_000), calendar);
          }
          expect(ranMilliseconds(from, addMs(from, minutes * 60_000), whole, calendar)).toBe(counted);
        },
      ),
      { numRuns: 30 },
    );
  });
});

function asKnownAt(pause: Pause, at: Instant): Pause {
  return pause.until === null || pause.until > at ? { from: pause.from, until: null } : pause;
}

function onMinute(at: Instant): Instant {
  return instantFromEpochMs(Math.floor(at / 60_000) * 60_000);
}
