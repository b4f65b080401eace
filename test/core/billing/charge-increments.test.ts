import { computeCharge } from '@core/billing/charge';
import { computeChargeIncrements } from '@core/billing/charge-increments';
import type { WorkEntry } from '@core/billing/work-entry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND, stockholm } from '../builders';

function entry(key: string, from: string, minutes: number): WorkEntry {
  const intervals = [{ startedAt: stockholm(`2026-11-23 ${from}`), durationMs: minutes * MINUTE }];
  return { key, workedSeconds: minutes * 60, intervals, date: '2026-11-23' };
}

function increments(
  entries: WorkEntry[],
  { minimumMinutes = 30, stepMinutes = 1, limitMinutes = 240, unlistedSeconds = 0 } = {},
) {
  const shared = computeChargeIncrements({
    entries,
    unlistedSeconds,
    priceList: { minimumMinutes, stepMinutes },
    limitMinutes,
  });
  return { ...Object.fromEntries(shared.minutes), unlisted: shared.unlistedMinutes };
}

describe('what a line adds to the charge of its ticket', () => {
  it('is the minimum for the first, by time of work: "The minimum charge is 30 mins as per your pricelist"', () => {
    expect(increments([entry('late', '13:00', 10), entry('early', '08:00', 10)])).toEqual({
      early: 30,
      late: 0,
      unlisted: 0,
    });
  });

  it('is nothing within the minimum, and its own minutes beyond', () => {
    expect(increments([entry('a', '08:00', 10), entry('b', '09:00', 25), entry('c', '10:00', 7)])).toMatchObject({
      a: 30,
      b: 5,
      c: 7,
    });
  });

  it('makes minutes of seconds on the total and not line by line', () => {
    const short = (key: string, from: string): WorkEntry => ({ ...entry(key, from, 1), workedSeconds: 20 });
    const lines = [short('a', '08:00'), short('b', '08:10'), short('c', '08:20')];
    expect(increments(lines, { minimumMinutes: 0 })).toMatchObject({ a: 0, b: 1, c: 0 });
  });

  it('ends at the limit', () => {
    expect(increments([entry('a', '08:00', 200), entry('b', '12:00', 90)])).toMatchObject({ a: 200, b: 40 });
  });

  it('comes after time of which only the sum is known', () => {
    expect(increments([entry('a', '08:00', 20)], { unlistedSeconds: 15 * 60 })).toEqual({ a: 5, unlisted: 30 });
  });

  it('makes the charge of the ticket together, 0 or max(minimum, total rounded up to the step), whatever the order', () => {
    const lines = fc.array(fc.record({ fromS: fc.nat({ max: 40_000 }), seconds: fc.nat({ max: 6_000 }) }), {
      maxLength: 8,
    });
    const list = fc.record({
      minimumMinutes: fc.nat({ max: 90 }),
      stepMinutes: fc.integer({ min: 1, max: 45 }),
      limitMinutes: fc.integer({ min: 1, max: 900 }),
      unlistedSeconds: fc.nat({ max: 4_000 }),
    });
    const given = fc.tuple(lines, list).chain(([worked, figures]) => {
      const entries = worked.map(({ fromS, seconds }, index) => ({
        ...entry(`line-${index}`, '08:00', 0),
        intervals: [{ startedAt: stockholm('2026-11-23 08:00'), durationMs: seconds * SECOND }].map((interval) => ({
          ...interval,
          startedAt: (interval.startedAt + fromS * SECOND) as typeof interval.startedAt,
        })),
        workedSeconds: seconds,
      }));
      return fc.record({
        entries: fc.constant(entries),
        shuffled: fc.shuffledSubarray(entries, { minLength: entries.length }),
        figures: fc.constant(figures),
      });
    });
    fc.assert(
      fc.property(given, ({ entries, shuffled, figures }) => {
        const shared = increments(entries, figures);
        const minutes = Object.values(shared);
        expect(minutes.every((each) => each >= 0)).toBe(true);
        expect(increments(shuffled, figures)).toEqual(shared);

        const total = entries.reduce((sum, { workedSeconds }) => sum + workedSeconds, figures.unlistedSeconds);
        const { limitMinutes, unlistedSeconds: _unlisted, ...priceList } = figures;
        const { chargedMinutes } = computeCharge({ chargeableSeconds: total, priceList, limitMinutes });
        expect(minutes.reduce((sum, each) => sum + each, 0)).toBe(chargedMinutes);

        const workedMinutes = Math.floor((total + 30) / 60);
        const stepped = Math.ceil(workedMinutes / priceList.stepMinutes) * priceList.stepMinutes;
        const unheld = workedMinutes === 0 ? 0 : Math.max(priceList.minimumMinutes, stepped);
        expect(chargedMinutes).toBe(Math.min(unheld, limitMinutes));
      }),
    );
  });
});
