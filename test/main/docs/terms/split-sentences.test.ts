import { describe, expect, it } from 'vitest';
import { readTerms, TERMS_NUMBERS } from './documents';
import { splitSentences } from './split-sentences';

describe('the sentences of a document', () => {
  it('end where a sentence ends, and not at an abbreviation, an address or a figure', () => {
    expect(
      splitSentences(
        'Call +46 (0)8 749 09 95 (VAT, etc.) or mail a.b@c.se! See 5.1 (eg. “I cannot close” or “I cannot find?”). "The 4 hour rule". A consultant will. minst 12 mån.  Uppgradering',
      ),
    ).toEqual([
      'Call +46 (0)8 749 09 95 (VAT, etc.) or mail a.b@c.se!',
      'See 5.1 (eg. “I cannot close” or “I cannot find?”).',
      '"The 4 hour rule".',
      'A consultant will. minst 12 mån.',
      'Uppgradering',
    ]);
  });

  it('are items of lists without their bullets, and headings without their rules and pictograms', () => {
    expect(
      splitSentences('🗒️ Using our Support\n🗒️\n\n━━━━\n- ✅ Screen dumps\n • DB 90/48 [var 30:e min]  \n  • One. Two'),
    ).toEqual(['Using our Support', 'Screen dumps', 'DB 90/48 [var 30:e min]', 'One.', 'Two']);
  });

  it('are rows of tables without their outer bars, and no rules or empty rows', () => {
    expect(splitSentences('Metric | Target |\n|---|---|\nHours | 07:00 - 18:00 |\na@b.se - suitable | |\n| |')).toEqual(
      ['Metric | Target', 'Hours | 07:00 - 18:00', 'a@b.se - suitable'],
    );
  });

  it('run over the lines of a paragraph or an item in reStructuredText, and over those only', () => {
    const text = [
      ':orphan:',
      '',
      '.. _support-expectations:',
      '',
      '=====',
      'What?',
      '=====',
      'An **unlimited',
      'support**. Our teams',
      'are here.',
      '',
      '- Answers to',
      '  issues',
      '- Bug resolution',
      '',
      '.. seealso::',
      '   - :ref:`Upgrade <upgrade/sla>`',
    ];
    expect(splitSentences(text.join('\n'))).toEqual([
      'What?',
      'An **unlimited support**.',
      'Our teams are here.',
      'Answers to issues',
      'Bug resolution',
      ':ref:`Upgrade <upgrade/sla>`',
    ]);
    expect(splitSentences('One line\nanother line')).toEqual(['One line', 'another line']);
  });
});

describe.each(TERMS_NUMBERS)('document %s', (number) => {
  it('loses no word by being split: what is left says nothing', () => {
    let rest = readTerms(number).replace(/\s+/gu, ' ');
    const left: string[] = [];
    for (const sentence of splitSentences(readTerms(number))) {
      const at = rest.indexOf(sentence);
      expect([sentence, at >= 0]).toEqual([sentence, true]);
      left.push(rest.slice(0, at));
      rest = rest.slice(at + sentence.length);
    }
    const words = [...left, rest].join(' ').replace(/:orphan:|\.\. _support-expectations:|\.\. seealso::/gu, '');
    expect(words).not.toMatch(/[\p{L}\p{N}]/u);
  });
});
