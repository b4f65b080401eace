import { languageOfCustomer } from '@core/language';
import { describe, expect, it } from 'vitest';
import { beginAskDraft, canBeAsked, estimateOf, meaningOf } from '../../../src/renderer/src/features/limit/ask-draft';

const HOUR = 3600;

describe('a question to the customer', () => {
  it('begins with the lowest estimate above the present limit', () => {
    expect([4, 10, 20, 40].map((hours) => beginAskDraft(hours * HOUR, null).band)).toEqual([
      'under-10',
      'under-20',
      'specific',
      'specific',
    ]);
  });

  it('is written in the customer’s language, in English to those who read neither', () => {
    expect(['sv_SE', 'en_US', 'de_DE', null].map(languageOfCustomer)).toEqual(['sv', 'en', 'en', 'sv']);
  });

  it('says what a yes would mean', () => {
    expect(meaningOf({ band: 'under-10' }, 4 * HOUR)).toEqual({
      kind: 'becomes',
      limitSeconds: 10 * HOUR,
      isBelowTerms: false,
    });
    expect(meaningOf({ band: 'under-10' }, 10 * HOUR)).toEqual({ kind: 'not-above' });
    expect(meaningOf({ band: 'over-20' }, 40 * HOUR)).toEqual({ kind: 'sets-none' });
    expect(meaningOf({ band: 'specific', seconds: 12 * HOUR }, 10 * HOUR)).toMatchObject({ isBelowTerms: true });
    expect(meaningOf({ band: 'specific', seconds: 26 * HOUR }, 10 * HOUR)).toMatchObject({ isBelowTerms: false });
  });

  it('cannot be sent before its figure can be read', () => {
    expect(estimateOf({ band: 'specific', hours: 'många' })).toBeNull();
    expect(canBeAsked(meaningOf(estimateOf({ band: 'specific', hours: '' }), 4 * HOUR))).toBe(false);
    expect(estimateOf({ band: 'specific', hours: '26,5' })).toEqual({ band: 'specific', seconds: 26.5 * HOUR });
  });
});
