import { computeAmountOre } from '@core/billing/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function amount(chargedMinutes: number, rest: Partial<Parameters<typeof computeAmountOre>[0]> = {}) {
  return computeAmountOre({
    chargedMinutes,
    overtimeMinutes: 0,
    ratePerHourOre: 125_000,
    overtimePermille: 1_500,
    ...rest,
  });
}

describe('what charged minutes cost', () => {
  it('is the rate by the hour: "will be charged hourly"', () => {
    expect(amount(60)).toBe(125_000);
    expect(amount(30)).toBe(62_500);
    expect(amount(0)).toBe(0);
  });

  it('is not said where the price list has no rate', () => {
    expect(amount(30, { ratePerHourOre: null })).toBeNull();
  });

  it('is more for overtime, of which the minutes stay what they are: "may attract overtime charges"', () => {
    expect(amount(60, { overtimeMinutes: 60 })).toBe(187_500);
    expect(amount(60, { overtimeMinutes: 20 })).toBe(125_000 + Math.round(125_000 / 6));
    expect(amount(60, { overtimeMinutes: 20, overtimePermille: 1_000 })).toBe(125_000);
  });

  it('has overtime on no more minutes than are charged', () => {
    expect(amount(30, { overtimeMinutes: 300 })).toBe(93_750);
  });

  it('is rounded once, half an öre up', () => {
    expect(amount(1, { ratePerHourOre: 30 })).toBe(1);
    expect(amount(1, { ratePerHourOre: 29 })).toBe(0);
    // 0.4 and 0.4 öre: rounded apart they would be nothing.
    expect(amount(1, { ratePerHourOre: 24, overtimeMinutes: 1, overtimePermille: 2_000 })).toBe(1);
  });

  it('is exact beyond what a binary fraction holds', () => {
    const overtime = { ratePerHourOre: 99_999_997, overtimeMinutes: 599_999, overtimePermille: 9_999 };
    // 599 999 × 99 999 997 × 9 999 ÷ 60 000: the product has eighteen digits, and a double rounds it up.
    expect(amount(599_999, overtime)).toBe(9_998_983_035_030);
  });

  it('is that of exact fractions, to half an öre', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 6_000 }),
        fc.nat({ max: 6_000 }),
        fc.nat({ max: 1_000_000 }),
        fc.integer({ min: 1_000, max: 3_000 }),
        (minutes, overtime, ratePerHourOre, overtimePermille) => {
          const ore = amount(minutes, { overtimeMinutes: overtime, ratePerHourOre, overtimePermille }) ?? Number.NaN;
          const premium = (Math.min(minutes, overtime) * (overtimePermille - 1_000)) / 1_000;
          expect(Number.isInteger(ore)).toBe(true);
          expect(Math.abs(ore - (ratePerHourOre * (minutes + premium)) / 60)).toBeLessThan(0.501);
        },
      ),
    );
  });

  it('refuses figures that cannot be', () => {
    expect(() => amount(-1)).toThrow(RangeError);
    expect(() => amount(1, { ratePerHourOre: -1 })).toThrow(RangeError);
    expect(() => amount(1, { overtimePermille: 999 })).toThrow(RangeError);
    expect(() => amount(1, { overtimeMinutes: -1 })).toThrow(RangeError);
  });
});
