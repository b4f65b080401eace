import { computeCharge, DEFAULT_PRICE_LIST } from '@core/billing/charge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function charge(
  chargeableSeconds: number,
  { minimumMinutes = 30, stepMinutes = 1, limitMinutes = 240 } = {},
): [worked: number, charged: number, reason: string] {
  const result = computeCharge({ chargeableSeconds, priceList: { minimumMinutes, stepMinutes }, limitMinutes });
  return [result.workedMinutes, result.chargedMinutes, result.reason];
}

describe('the charge of a ticket', () => {
  it('is nothing without chargeable time', () => {
    expect(charge(0)).toEqual([0, 0, 'nothing-chargeable']);
  });

  it('is the minimum for less: "The minimum charge is 30 mins as per your pricelist"', () => {
    expect(charge(22 * 60)).toEqual([22, 30, 'minimum']);
    expect(charge(60)).toEqual([1, 30, 'minimum']);
    expect(charge(30 * 60)).toEqual([30, 30, 'exact']);
    expect(charge(31 * 60)).toEqual([31, 31, 'exact']);
  });

  it('circumstances: rounding: makes minutes of seconds once, half up', () => {
    expect(charge(29)).toEqual([0, 0, 'nothing-chargeable']);
    expect(charge(30)).toEqual([1, 30, 'minimum']);
    expect(charge(40 * 60 + 29)).toEqual([40, 40, 'exact']);
    expect(charge(40 * 60 + 30)).toEqual([41, 41, 'exact']);
  });

  it('is rounded up to the step of the price list', () => {
    expect(charge(31 * 60, { stepMinutes: 15 })).toEqual([31, 45, 'rounded-up']);
    expect(charge(45 * 60, { stepMinutes: 15 })).toEqual([45, 45, 'exact']);
    expect(charge(5 * 60, { stepMinutes: 30 })).toEqual([5, 30, 'rounded-up']);
    expect(charge(5 * 60, { minimumMinutes: 0 })).toEqual([5, 5, 'exact']);
  });

  it('is never carried past the limit: "approve up to 4 hours of chargeable consulting work"', () => {
    expect(charge(240 * 60)).toEqual([240, 240, 'exact']);
    expect(charge(239 * 60, { stepMinutes: 50 })).toEqual([239, 240, 'held-at-limit']);
    expect(charge(240 * 60 + 30)).toEqual([241, 240, 'held-at-limit']);
    expect(charge(300 * 60)).toEqual([300, 240, 'held-at-limit']);
    expect(charge(5 * 60, { limitMinutes: 20 })).toEqual([5, 20, 'held-at-limit']);
  });

  it('has thirty minutes and steps of one minute by default', () => {
    expect(DEFAULT_PRICE_LIST).toEqual({ minimumMinutes: 30, stepMinutes: 1 });
  });

  it('refuses figures that cannot be', () => {
    expect(() => charge(-1)).toThrow(RangeError);
    expect(() => charge(Number.NaN)).toThrow(RangeError);
    expect(() => charge(60, { stepMinutes: 0 })).toThrow(RangeError);
    expect(() => charge(60, { limitMinutes: -1 })).toThrow(RangeError);
  });
});

describe('whatever was worked', () => {
  const figures = fc.record({
    seconds: fc.nat({ max: 200_000 }),
    minimumMinutes: fc.nat({ max: 120 }),
    stepMinutes: fc.integer({ min: 1, max: 60 }),
    limitMinutes: fc.integer({ min: 1, max: 1500 }),
  });

  it('the charge covers the work, the minimum and whole steps, as far as the limit lets it', () => {
    fc.assert(
      fc.property(figures, ({ seconds, ...list }) => {
        const [worked, charged, reason] = charge(seconds, list);
        expect(charged).toBeLessThanOrEqual(list.limitMinutes);
        if (worked === 0) expect([charged, reason]).toEqual([0, 'nothing-chargeable']);
        else if (reason === 'held-at-limit') expect(charged).toBe(list.limitMinutes);
        else {
          expect(charged).toBeGreaterThanOrEqual(Math.max(worked, list.minimumMinutes));
          expect(charged === list.minimumMinutes || charged % list.stepMinutes === 0).toBe(true);
          expect(charged).toBeLessThan(Math.max(list.minimumMinutes + 1, worked + list.stepMinutes));
          expect(reason === 'exact').toBe(charged === worked);
        }
      }),
    );
  });

  it('more work is never charged less', () => {
    fc.assert(
      fc.property(figures, fc.nat({ max: 10_000 }), ({ seconds, ...list }, more) => {
        expect(charge(seconds + more, list)[1]).toBeGreaterThanOrEqual(charge(seconds, list)[1]);
      }),
    );
  });
});
