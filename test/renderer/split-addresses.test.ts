import { describe, expect, it } from 'vitest';
import { splitAddresses } from '../../src/renderer/src/ui/split-addresses';

const addresses = (text: string) =>
  splitAddresses(text).flatMap(({ text: piece, isAddress }) => (isAddress ? [piece] : []));

describe('addresses in a text', () => {
  it('are found between words', () => {
    expect(splitAddresses('Se https://exempel.se/odoo/sales/42 här')).toEqual([
      { text: 'Se ', isAddress: false },
      { text: 'https://exempel.se/odoo/sales/42', isAddress: true },
      { text: ' här', isAddress: false },
    ]);
  });

  it('leave the punctuation to the sentence', () => {
    expect(addresses('(https://exempel.se/a?b=1).')).toEqual(['https://exempel.se/a?b=1']);
    expect(addresses('”https://exempel.se”, sade hon')).toEqual(['https://exempel.se']);
  });

  it('are web addresses only', () => {
    expect(addresses('javascript:alert(1) mailto:a@b.se S00042')).toEqual([]);
  });

  it('lose no text', () => {
    const text = 'a https://x.se/1 b http://y.se/2. c';
    expect(
      splitAddresses(text)
        .map(({ text: piece }) => piece)
        .join(''),
    ).toBe(text);
  });
});
