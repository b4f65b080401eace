import { formatFactor, parseFactor } from '@core/billing/price-text';
import type { PriceListView } from '@ipc/limit-views';
import { describe, expect, it } from 'vitest';
import { readPriceDraft, toPriceDraft } from '../../../src/renderer/src/features/settings/price-draft';

const TERMS: PriceListView = {
  id: null,
  name: '',
  minimumMinutes: 30,
  stepMinutes: 1,
  ratePerHourOre: null,
  overtimePermille: 1000,
};

describe('the form of a price list', () => {
  it('of a new one begins as the terms’ own, without a name', () => {
    expect(toPriceDraft({ ...TERMS, name: 'Villkoren' }, true)).toEqual({
      name: '',
      minimum: '30',
      step: '1',
      rate: '',
      overtime: '1',
    });
  });

  it('is read back as it was', () => {
    const priceList = { ...TERMS, name: 'Guld', stepMinutes: 15, ratePerHourOre: 125_050, overtimePermille: 1500 };
    expect(readPriceDraft(toPriceDraft(priceList, false), null)).toEqual({ ok: true, value: priceList });
  });

  it('names every field that cannot be read', () => {
    const draft = { name: ' ', minimum: '481', step: '0', rate: 'mycket', overtime: '0,5' };
    const read = readPriceDraft(draft, null);
    expect(!read.ok && [...read.failure].sort()).toEqual(['minimum', 'name', 'overtime', 'rate', 'step']);
  });

  it('holds no money without a rate', () => {
    const read = readPriceDraft({ ...toPriceDraft(TERMS, true), name: 'Utan', rate: ' ' }, null);
    expect(read.ok && read.value.ratePerHourOre).toBeNull();
  });
});

describe('overtime factors', () => {
  it('are written and read in both ways', () => {
    expect([1000, 1500, 1250, 2000, 1005].map(formatFactor)).toEqual(['1', '1,5', '1,25', '2', '1,005']);
    expect(['1', '1,5', '1.25', '2', '10'].map(parseFactor)).toEqual([1000, 1500, 1250, 2000, 10_000]);
    expect(['0,9', '10,5', 'x', ''].map(parseFactor)).toEqual([null, null, null, null]);
  });
});
