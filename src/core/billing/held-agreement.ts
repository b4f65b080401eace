import { z } from 'zod';
import type { AgreementKind } from './agreement';

/** The terms an agreement was signed under: those of today (001 and 004), or the older Swedish ones (002). */
export const termsVersionSchema = z.enum(['current', 'older-swedish']);
export type TermsVersion = z.infer<typeof termsVersionSchema>;

/** An agreement that a customer holds on the day in question. */
export interface HeldAgreement {
  readonly kind: AgreementKind;
  readonly terms: TermsVersion;
}
