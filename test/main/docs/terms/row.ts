import type { RuleName } from './rules';

/** Why a sentence of the terms is no rule of Fyra's. */
export interface Reason {
  readonly kind: 'not-applicable';
  readonly text: string;
}

/** A sentence of the terms, literally, and what has become of it: a rule, several, or the reason why none. */
export type TermsRow = readonly [sentence: string, answer: RuleName | readonly RuleName[] | Reason];

/** The sentence asks nothing of a consultant, or of this app. */
export function notApplicable(text: string): Reason {
  return { kind: 'not-applicable', text };
}

export const HEADING = notApplicable('heading');
export const LEADS_IN = notApplicable('leads in what follows');
