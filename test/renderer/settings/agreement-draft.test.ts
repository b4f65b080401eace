import { describe, expect, it } from 'vitest';
import {
  NEW_AGREEMENT,
  readAgreementDraft,
  toAgreementDraft,
} from '../../../src/renderer/src/features/settings/agreement-draft';
import { expectFailure, expectValue } from '../../support/portal-bench';

describe('the form of an agreement', () => {
  it('is open on both sides where nothing stands', () => {
    const agreement = expectValue(readAgreementDraft(NEW_AGREEMENT));
    expect(agreement).toMatchObject({ validFrom: null, validUntil: null, terms: 'current' });
    expect(toAgreementDraft(agreement)).toEqual(NEW_AGREEMENT);
  });

  it('may end on the day it begins, and not before', () => {
    const from = { ...NEW_AGREEMENT, validFrom: '2026-11-25' };
    expect(readAgreementDraft({ ...from, validUntil: '2026-11-25' }).ok).toBe(true);
    expect(expectFailure(readAgreementDraft({ ...from, validUntil: '2026-11-24' }))).toEqual(new Set(['validUntil']));
  });

  it('says which dates are none', () => {
    const wrong = expectFailure(readAgreementDraft({ ...NEW_AGREEMENT, validFrom: '2026-02-30', validUntil: 'snart' }));
    expect(wrong).toEqual(new Set(['validFrom', 'validUntil']));
  });
});
