import { z } from 'zod';
import { type AgreementKind, agreementKindSchema } from './agreement';

/**
 * The terms that an agreement was signed under: those of today (001 and 004), or the older Swedish ones (002). Source:
 * DOMAIN §4, "each with validity dates, the terms version it was signed under".
 */
export const termsVersionSchema = z.enum(['current', 'older-swedish']);
export type TermsVersion = z.infer<typeof termsVersionSchema>;

/** An agreement that a customer holds on the day in question. */
export const heldAgreementSchema = z.object({ kind: agreementKindSchema, terms: termsVersionSchema }).readonly();
export type HeldAgreement = z.infer<typeof heldAgreementSchema>;

/** An agreement with the Stockholm dates, such as `2026-11-23`, on which it first and last holds; null: open on that side. */
export interface DatedAgreement extends HeldAgreement {
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

/** Whether an agreement holds on a Stockholm date; on its first and its last day it does. */
export function isValidOn({ validFrom, validUntil }: Pick<DatedAgreement, 'validFrom' | 'validUntil'>, day: string) {
  return (validFrom === null || validFrom <= day) && (validUntil === null || day <= validUntil);
}

/**
 * The agreements that a customer holds on a Stockholm date: those that were written down here and are valid on it; on a
 * day that none of them reaches, the portal's, which have no dates and are taken to be under the terms of today.
 */
export function agreementsOn(
  day: string,
  { local, onPortal }: { readonly local: readonly DatedAgreement[]; readonly onPortal: readonly AgreementKind[] },
): readonly HeldAgreement[] {
  const valid = local.filter((agreement) => isValidOn(agreement, day));
  if (valid.length === 0) return onPortal.map((kind) => ({ kind, terms: 'current' }));
  const once = new Map(valid.map(({ kind, terms }) => [`${kind} ${terms}`, { kind, terms }]));
  return [...once.values()];
}
