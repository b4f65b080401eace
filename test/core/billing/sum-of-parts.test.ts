import { computeCharge, DEFAULT_PRICE_LIST } from '@core/billing/charge';
import { sumOfParts } from '@core/billing/sum-of-parts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const chargeOf = (minutes: number) => ({
  ...computeCharge({ chargeableSeconds: minutes * 60, priceList: DEFAULT_PRICE_LIST, limitMinutes: 240 }),
  amountOre: null,
});

it('has the minimum of each part in it: ten minutes on two tickets are an hour', () => {
  expect(sumOfParts([chargeOf(10), chargeOf(10)])).toEqual({ chargedMinutes: 60, amountOre: null });
  expect(sumOfParts([chargeOf(10), chargeOf(0)]).chargedMinutes).toBe(30);
});

it('has the limit of each part in it', () => {
  expect(sumOfParts([chargeOf(300), chargeOf(300)]).chargedMinutes).toBe(480);
});

it('has an amount where every part has one', () => {
  const priced = { chargedMinutes: 30, amountOre: 50_000 };
  expect(sumOfParts([priced, priced]).amountOre).toBe(100_000);
  expect(sumOfParts([priced, { ...priced, amountOre: null }]).amountOre).toBeNull();
});

it('is never less than what the same work costs on one ticket', () => {
  const minutes = fc.integer({ min: 0, max: 120 });
  fc.assert(
    fc.property(minutes, minutes, (one, other) => {
      expect(sumOfParts([chargeOf(one), chargeOf(other)]).chargedMinutes).toBeGreaterThanOrEqual(
        chargeOf(one + other).chargedMinutes,
      );
    }),
  );
});
