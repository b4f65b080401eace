import type { RecognisedSymbol } from '@core/capture/recognised-text';
import { voteOnText } from '@core/capture/vote-on-text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** A reading of signs ten pixels apart; a space is a place in which nothing was seen. */
function reading(text: string): RecognisedSymbol[] {
  return [...text].flatMap((sign, index) =>
    sign === ' ' ? [] : [{ text: sign, confidence: 90, box: { x: index * 10, y: 0, width: 8, height: 12 } }],
  );
}

const textOf = (texts: readonly string[]) =>
  voteOnText(texts.map(reading))
    .symbols.map(({ text }) => text)
    .join('');

describe('a vote of several readings of one text', () => {
  it('is unanimous where they are the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abc0/=.'), maxLength: 30 }), (text) => {
        const { symbols, doubt } = voteOnText([reading(text), reading(text), reading(text)]);
        expect(symbols.map((symbol) => symbol.text).join('')).toBe(text);
        expect(symbols.every(({ support }) => support === 1)).toBe(true);
        expect(doubt).toBe(0);
      }),
    );
  });

  it('takes in each place what most of them saw', () => {
    expect(textOf(['erp.kvnd', 'crp.kund', 'erp.kund'])).toBe('erp.kund');
  });

  it('keeps a sign that one of them missed, and tells how many saw it', () => {
    const { symbols } = voteOnText([reading('a.b'), reading('a b'), reading('a.b')]);
    expect(symbols.map(({ text }) => text).join('')).toBe('a.b');
    expect(symbols[1]?.support).toBeCloseTo(2 / 3);
    expect(symbols[1]?.seen).toContain('');
  });

  it('drops a sign that only one of them saw, and counts it', () => {
    const { symbols, doubt } = voteOnText([reading('a b'), reading('axb'), reading('a b')]);
    expect(symbols.map(({ text }) => text).join('')).toBe('ab');
    expect(doubt).toBe(1);
  });
});
