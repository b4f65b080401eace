import { excerptAround, findWords, searchWordsOf, wordsNotIn } from '@core/ticket/search-words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const marked = (text: string, search: string) =>
  findWords(text, searchWordsOf(search)).map(({ from, until }) => text.slice(from, until));

describe('what a search finds in a text', () => {
  it('is each word that begins so, as far as it is typed', () => {
    expect(marked('Fakturan saknar moms, fakturera om', 'fakt moms')).toEqual(['Fakt', 'moms', 'fakt']);
  });

  it('goes by letters alone: not by case, accents, rings or dots', () => {
    expect(marked('Ångström i Café Öst', 'angstrom cafe ös')).toEqual(['Ångström', 'Café', 'Ös']);
    expect(marked('Cafe\u0301 Lund', 'café')).toEqual(['Cafe\u0301']);
  });

  it('is not the inside of a word, and nothing for punctuation', () => {
    expect(marked('Kassan', 'assan')).toEqual([]);
    expect(marked('Kassan', '-" *')).toEqual([]);
  });

  it('is the longest beginning where two fit', () => {
    expect(marked('betalning', 'be beta')).toEqual(['beta']);
  });

  it('lies within the text, in order and apart', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'Å', 'e\u0301', ' ', '-', '4', 'ß', '😀') });
    fc.assert(
      fc.property(texts, texts, (text, search) => {
        let last = 0;
        for (const { from, until } of findWords(text, searchWordsOf(search))) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(until).toBeGreaterThan(from);
          expect(until).toBeLessThanOrEqual(text.length);
          last = until;
        }
      }),
    );
  });
});

it('tells the words that texts do not have', () => {
  expect(wordsNotIn(['S-42', 'Kassan i Lund'], ['s', '42', 'lund', 'moms'])).toEqual(['moms']);
});

describe('an excerpt', () => {
  const before = 'Hej! Vi har sedan i morse ett fel i';

  it('begins a little before what was found, between two words', () => {
    expect(excerptAround(`${before} kassan`, ['kassan'])).toBe('… sedan i morse ett fel i kassan');
  });

  it('is the whole of a short text, and none of one without the words', () => {
    expect(excerptAround('Kassan', ['kas'])).toBe('Kassan');
    expect(excerptAround('Kassan', ['moms'])).toBeNull();
  });

  it('ends between two words, with what was found in it', () => {
    const excerpt = excerptAround(`kassan ${'ord '.repeat(100)}`, ['kassan']) ?? '';
    expect(excerpt.length).toBeLessThan(170);
    expect(excerpt).toMatch(/^kassan.*ord …$/);
  });
});
