import { recogniseReferences } from '@core/ticket/references';
import { describe, expect, it } from 'vitest';

describe('a transaction reference', () => {
  it.each([
    ['S00042', 'sales-order'],
    ['SO0042', 'sales-order'],
    ['INV/2026/00042', 'invoice'],
    ['INV/2026/11/0042', 'invoice'],
    ['BILL/2026/11/0007', 'vendor-bill'],
    ['P00012', 'purchase-order'],
    ['PO0012', 'purchase-order'],
    ['WH/OUT/00012', 'delivery'],
    ['STH2/OUT/00012', 'delivery'],
    ['WH/MO/00012', 'manufacturing-order'],
  ])('%s is a %s, also inside a sentence and in small letters', (text, kind) => {
    expect(recogniseReferences(text)).toEqual([{ kind, text }]);
    expect(recogniseReferences(`Ordern (${text.toLowerCase()}) går inte att bekräfta.`)).toEqual([{ kind, text }]);
  });

  it('is listed once, in the order of the text', () => {
    expect(
      recogniseReferences('INV/2026/00042 hör till S00042, se s00042 och WH/OUT/00012.').map(({ text }) => text),
    ).toEqual(['INV/2026/00042', 'S00042', 'WH/OUT/00012']);
  });

  it.each([
    '',
    'S42',
    'S-1042',
    'IS00042',
    'S00042B',
    'SO',
    'PO Box',
    'INV/',
    'WH/IN',
    'XS00042',
    'åS00042',
    'a/S00042',
  ])('is not in %j', (text) => {
    expect(recogniseReferences(text)).toEqual([]);
  });
});
