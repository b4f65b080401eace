import { findSimilarTickets } from '@core/ticket/similar-tickets';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const OPEN = [
  { title: 'Moms saknas på faktura INV/2026/00042' },
  { title: 'Kassan i butiken startar inte' },
  { title: 'Fakturan skickas inte, moms blir fel' },
  { title: 'Etiketter' },
];

describe('tickets that could be about the same matter', () => {
  it('share words with the new one, whatever their endings, and the most words first', () => {
    expect(findSimilarTickets('Fel moms på fakturan', OPEN).map(({ title }) => title)).toEqual([
      'Moms saknas på faktura INV/2026/00042',
      'Fakturan skickas inte, moms blir fel',
    ]);
    expect(findSimilarTickets('kassa', OPEN)).toEqual([OPEN[1]]);
  });

  it('are none where only small words are shared, or nothing is said yet', () => {
    expect(findSimilarTickets('på i fel', OPEN)).toEqual([]);
    expect(findSimilarTickets('', OPEN)).toEqual([]);
  });

  it('are at most three, and always among those that were given', () => {
    const titles = fc.array(fc.record({ title: fc.string({ unit: 'grapheme', maxLength: 40 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), titles, (title, open) => {
        const found = findSimilarTickets(title, open);
        expect(found.length).toBeLessThanOrEqual(3);
        for (const ticket of found) expect(open).toContain(ticket);
      }),
    );
  });
});
