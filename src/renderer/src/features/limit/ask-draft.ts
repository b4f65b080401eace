import { checkEstimate, type Estimate } from '@core/billing/approvals';
import type { EstimateBand } from '@core/billing/estimate-band';
import { type Language, languageOfCustomer } from '@core/language';
import { parseHours } from '@core/time/hours-text';

const SECONDS_PER_MINUTE = 60;
/** Source: 001, "Specific work estimate (for issues requiring more than 25 hours of work)". */
const SPECIFIC_ABOVE_SECONDS = 25 * 3600;

/** A question to the customer that somebody is about to send. */
export interface AskDraft {
  readonly band: EstimateBand;
  /** The hours of a specific estimate, as typed. */
  readonly hours: string;
  readonly language: Language;
  /** What the person made of the drafted message; null: it is as drafted, and follows the estimate. */
  readonly text: string | null;
}

/** Where a question begins: with the lowest estimate above the present limit. */
export function beginAskDraft(presentLimitSeconds: number, customerLanguage: string | null): AskDraft {
  const isAbove = (band: 'under-10' | 'under-20') => checkEstimate({ band }, presentLimitSeconds).ok;
  const band = isAbove('under-10') ? 'under-10' : isAbove('under-20') ? 'under-20' : 'specific';
  return { band, hours: '', language: languageOfCustomer(customerLanguage), text: null };
}

/** The estimate that is chosen; null while the figure of a specific one cannot be read. */
export function estimateOf({ band, hours }: Pick<AskDraft, 'band' | 'hours'>): Estimate | null {
  if (band !== 'specific') return { band };
  const minutes = parseHours(hours);
  return minutes === null ? null : { band, seconds: minutes * SECONDS_PER_MINUTE };
}

/** What an estimate would come to: a limit, none, or nothing that can be asked for. */
export type EstimateMeaning =
  | { readonly kind: 'becomes'; readonly limitSeconds: number; readonly isBelowTerms: boolean }
  | { readonly kind: 'sets-none' }
  | { readonly kind: 'not-above' }
  | { readonly kind: 'unreadable' };

/** What it means when the customer says yes to an estimate. */
export function meaningOf(estimate: Estimate | null, presentLimitSeconds: number): EstimateMeaning {
  if (estimate === null) return { kind: 'unreadable' };
  const checked = checkEstimate(estimate, presentLimitSeconds);
  if (!checked.ok) return { kind: 'not-above' };
  if (checked.value === null) return { kind: 'sets-none' };
  const isBelowTerms = estimate.band === 'specific' && checked.value <= SPECIFIC_ABOVE_SECONDS;
  return { kind: 'becomes', limitSeconds: checked.value, isBelowTerms };
}

/** Whether a question with that meaning can be sent. */
export function canBeAsked({ kind }: EstimateMeaning): boolean {
  return kind === 'becomes' || kind === 'sets-none';
}
