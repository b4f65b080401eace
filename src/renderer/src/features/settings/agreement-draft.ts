import type { AgreementKind } from '@core/billing/agreement';
import type { DatedAgreement, TermsVersion } from '@core/billing/held-agreement';
import { fail, type Outcome, succeed } from '@core/outcome';
import { parseMoment } from '../../ui/stockholm-moment';

/** An agreement as its form holds it: dates as typed, empty where it is open. */
export interface AgreementDraft {
  readonly kind: AgreementKind;
  readonly terms: TermsVersion;
  readonly validFrom: string;
  readonly validUntil: string;
}

/** A field in which something can be wrong. */
export type AgreementField = 'validFrom' | 'validUntil';

/** The form of a new agreement. */
export const NEW_AGREEMENT: AgreementDraft = {
  kind: 'maintenance-and-support',
  terms: 'current',
  validFrom: '',
  validUntil: '',
};

/** The form of an agreement that is there. */
export function toAgreementDraft({ kind, terms, validFrom, validUntil }: DatedAgreement): AgreementDraft {
  return { kind, terms, validFrom: validFrom ?? '', validUntil: validUntil ?? '' };
}

function isReadable(date: string): boolean {
  return date === '' || parseMoment({ date, time: '00:00' }).ok;
}

/** Reads the form. Answers the fields that cannot be read; an agreement cannot end before it begins. */
export function readAgreementDraft(draft: AgreementDraft): Outcome<DatedAgreement, ReadonlySet<AgreementField>> {
  const wrong = new Set<AgreementField>();
  if (!isReadable(draft.validFrom)) wrong.add('validFrom');
  if (!isReadable(draft.validUntil)) wrong.add('validUntil');
  const validFrom = draft.validFrom === '' ? null : draft.validFrom;
  const validUntil = draft.validUntil === '' ? null : draft.validUntil;
  if (validFrom !== null && validUntil !== null && validUntil < validFrom) wrong.add('validUntil');
  return wrong.size > 0 ? fail(wrong) : succeed({ kind: draft.kind, terms: draft.terms, validFrom, validUntil });
}
