import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readTerms, TERMS_NUMBERS } from './documents';
import { PARTS, rulesOfRow, textOfCell, writeTermsPage } from './page';
import { RULES } from './rules';
import { splitSentences } from './split-sentences';

const PAGE = fileURLToPath(new URL('../../../../docs/terms.md', import.meta.url));

interface PageRow {
  readonly sentence: string;
  readonly rule: string;
  readonly test: string;
  readonly screen: string;
}

/** The rows below the heading of a document, read off the page itself. */
function rowsOnPage(number: string): PageRow[] {
  const [, part = ''] = readFileSync(PAGE, 'utf8').split(`\n## ${number}: `);
  const [table = ''] = part.split('\n## ');
  const rows = table.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(1).map((line) => {
    const [, sentence = '', rule = '', test = '', screen = ''] = line.split(/(?<!\\)\|/u).map((cell) => cell.trim());
    return { sentence: textOfCell(sentence), rule, test, screen };
  });
}

describe('docs/terms.md', () => {
  it('is what the lists beside this test say', async () => {
    await expect(writeTermsPage()).toMatchFileSnapshot(PAGE);
  });

  describe.each(TERMS_NUMBERS)('on document %s', (number) => {
    it('has every sentence of it, in order, once for each time it stands there', () => {
      expect(rowsOnPage(number).map(({ sentence }) => sentence)).toEqual(splitSentences(readTerms(number)));
    });

    it('has no sentence that is not in it, literally, white space aside', () => {
      const text = readTerms(number).replace(/\s+/gu, ' ');
      for (const { sentence } of rowsOnPage(number)) expect(text).toContain(sentence);
    });

    it('says for each a rule with its test, or why there is none', () => {
      for (const { sentence, rule, test } of rowsOnPage(number)) {
        const isReasoned = /^\*not applicable:\* \S/u.test(rule);
        expect([sentence, isReasoned || test.includes('.test.ts')]).toEqual([sentence, true]);
      }
    });
  });

  it('names every rule there is', () => {
    const named = new Set(PARTS.flatMap(({ rows }) => rows.flatMap(rulesOfRow)));
    expect(named).toEqual(new Set(Object.keys(RULES)));
  });
});
