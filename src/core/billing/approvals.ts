import { fail, type Outcome, succeed } from '../outcome';
import type { Instant } from '../time/instant';
import type { EstimateBand } from './estimate-band';
import { DEFAULT_LIMIT_SECONDS } from './four-hour-rule';

/** Something the customer approved about a ticket's time. */
export interface Approval {
  readonly id: string;
  /** When the customer approved it, which can be earlier than when it was written down. */
  readonly approvedAt: Instant;
  /** The new limit for the ticket's total. */
  readonly limitSeconds: number;
  /** Written down by mistake; it stays in the history and counts no more. */
  readonly isWithdrawn: boolean;
}

/** What a ticket's time is held against, and since which approval. */
export interface TicketLimit<Approved extends Approval> {
  readonly limitSeconds: number;
  /** null: nothing but the registration of the ticket has approved anything. */
  readonly source: Approved | null;
}

/** Ids are made in order of time, so of two approvals of one moment the one written down last is the later. */
function compareByApproval(a: Approval, b: Approval): number {
  return a.approvedAt - b.approvedAt || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/**
 * The limit of a ticket: four hours, or what the customer approved last for its total, by the time of the approval and
 * not by when it was written down or pulled. Withdrawn approvals do not count, nor does one of no time. Does not depend
 * on the order of the history.
 * Source: 001, "approve up to 4 hours of chargeable consulting work for each issue".
 */
export function computeTicketLimit<Approved extends Approval>(history: readonly Approved[]): TicketLimit<Approved> {
  const source = history
    .filter(({ isWithdrawn, limitSeconds }) => !isWithdrawn && limitSeconds > 0)
    .sort(compareByApproval)
    .at(-1);
  return { limitSeconds: source?.limitSeconds ?? DEFAULT_LIMIT_SECONDS, source: source ?? null };
}

/** What the customer is told about the ticket's total. */
export type Estimate =
  | { readonly band: Exclude<EstimateBand, 'specific'> }
  | { readonly band: 'specific'; readonly seconds: number };

const SECONDS_PER_HOUR = 3600;

/**
 * The limit that an approved estimate sets for the ticket's total; null for "more than", which sets none: a following
 * estimate is needed. Source: 001, "More or less than 10 hours", "More or less than 20 hours", "Specific work estimate
 * (for issues requiring more than 25 hours of work)".
 */
export function limitOfEstimate(estimate: Estimate): number | null {
  switch (estimate.band) {
    case 'under-10':
      return 10 * SECONDS_PER_HOUR;
    case 'under-20':
      return 20 * SECONDS_PER_HOUR;
    case 'specific':
      return estimate.seconds;
    case 'over-10':
    case 'over-20':
      return null;
  }
}

/**
 * The limit that an estimate would set once the customer approves it (null: none). Refused when it is not above the
 * limit there is: the customer would be asked for what they have given. "More than" can always be said.
 */
export function checkEstimate(
  estimate: Estimate,
  presentLimitSeconds: number,
): Outcome<number | null, { kind: 'not-above-limit' }> {
  const limitSeconds = limitOfEstimate(estimate);
  if (limitSeconds !== null && !(limitSeconds > presentLimitSeconds)) return fail({ kind: 'not-above-limit' });
  return succeed(limitSeconds);
}
