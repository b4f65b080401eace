import { formatKronor, formatKronorInput, parseKronor } from '@core/billing/kronor';
import { describe, expect, it } from 'vitest';

/** Amounts hold non-breaking spaces, the expectations ordinary ones. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('amounts', () => {
  it('are written as in Sweden, with öre only where there are any', () => {
    expect([0, 5, 6250, 125_000, 1_234_567].map((ore) => plain(formatKronor(ore)))).toEqual([
      '0 kr',
      '0,05 kr',
      '62,50 kr',
      '1 250 kr',
      '12 345,67 kr',
    ]);
  });

  it.each([
    ['1250', 125_000],
    ['1 250', 125_000],
    ['1\u00a0250 kr', 125_000],
    ['1250 kr/h', 125_000],
    ['62,50', 6250],
    ['62.5', 6250],
    ['950:-', 95_000],
    ['0', 0],
    ['1000000', 100_000_000],
  ])('reads %s', (text, ore) => {
    expect(parseKronor(text)).toEqual({ ok: true, value: ore });
  });

  it.each(['', 'kr', '1.250', '1,2,3', '-5', 'tusen', '12,345'])('does not guess at %j', (text) => {
    expect(parseKronor(text)).toEqual({ ok: false, failure: 'not-an-amount' });
  });

  it('takes no more than a million', () => {
    expect(parseKronor('1000001')).toEqual({ ok: false, failure: 'too-much' });
  });

  it('reads back what it writes into a field', () => {
    for (const ore of [0, 1, 99, 100, 12_345, 99_999_999]) {
      expect(parseKronor(formatKronorInput(ore))).toEqual({ ok: true, value: ore });
      expect(parseKronor(formatKronor(ore))).toEqual({ ok: true, value: ore });
    }
  });
});
