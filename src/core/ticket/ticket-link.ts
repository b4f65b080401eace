import { z } from 'zod';
import type { CustomerId, TicketId, TicketLinkId } from '../ids';
import { fail, type Outcome, succeed } from '../outcome';
import type { Instant } from '../time/instant';
import { ESCALATION_RANKS, type Escalation, type TimeCriticalCategory } from './ticket';

/** How one ticket belongs to another: it is a part that was split from it, or asks the same once more. */
export const ticketLinkKindSchema = z.enum(['part', 'duplicate']);
export type TicketLinkKind = z.infer<typeof ticketLinkKindSchema>;

/** Two tickets that belong together. Source: 003, "Each ticket is reserved to handle one issue". */
export interface TicketLink {
  readonly id: TicketLinkId;
  readonly kind: TicketLinkKind;
  /** The part, or the duplicate. */
  readonly ticketId: TicketId;
  /** The first ticket of a split, or the one that is kept of two. */
  readonly mainTicketId: TicketId;
  readonly at: Instant;
}

/**
 * The first ticket of a split, by the parts that are known: a part of a part links to it too. A ticket that was not split
 * from another is the first itself. Notes of anybody can tell of parts, so a circle ends where it began.
 */
export function firstOfSplit(
  ticketId: TicketId,
  links: readonly Pick<TicketLink, 'kind' | 'ticketId' | 'mainTicketId'>[],
): TicketId {
  const seen = new Set<TicketId>([ticketId]);
  let first = ticketId;
  for (;;) {
    const link = links.find((candidate) => candidate.kind === 'part' && candidate.ticketId === first);
    if (link === undefined || seen.has(link.mainTicketId)) return first;
    first = link.mainTicketId;
    seen.add(first);
  }
}

/** Why two tickets are not merged. */
export const mergeRefusalSchema = z.enum([
  'same-ticket',
  'other-customer',
  'already-merged',
  'kept-is-duplicate',
  'kept-is-gone',
  'timer-open',
  'not-brought-yet',
]);
export type MergeRefusal = z.infer<typeof mergeRefusalSchema>;

/** What of a ticket decides whether it can be merged. */
export interface MergeSide {
  readonly id: TicketId;
  readonly customerId: CustomerId | null;
  /** Whether it is a duplicate of another ticket already. */
  readonly isDuplicate: boolean;
  /** The portal shows it no more. */
  readonly isGone: boolean;
  /** Whether what can be changed about it is known here. */
  readonly isChangeable: boolean;
  /** Whether a timer runs on it, or is paused: its minutes have no line yet that could move. */
  readonly hasOpenTimer: boolean;
}

/**
 * Whether a ticket can be merged into another as its duplicate. Two customers' tickets never are: what one of them wrote,
 * and pays, is not the other's. A ticket without a customer goes with any. Source: DOMAIN §1, "Duplicates can be merged".
 */
export function checkMerge(duplicate: MergeSide, kept: MergeSide): Outcome<null, { readonly kind: MergeRefusal }> {
  const refusals: readonly (readonly [isRefused: boolean, kind: MergeRefusal])[] = [
    [duplicate.id === kept.id, 'same-ticket'],
    [
      duplicate.customerId !== null && kept.customerId !== null && duplicate.customerId !== kept.customerId,
      'other-customer',
    ],
    [duplicate.isDuplicate, 'already-merged'],
    [kept.isDuplicate, 'kept-is-duplicate'],
    [kept.isGone, 'kept-is-gone'],
    [!duplicate.isChangeable, 'not-brought-yet'],
    [duplicate.hasOpenTimer, 'timer-open'],
  ];
  const refused = refusals.find(([isRefused]) => isRefused);
  return refused === undefined ? succeed(null) : fail({ kind: refused[1] });
}

/** What of a ticket lets it stand before others in the queue. */
interface Precedence {
  readonly escalationKind: Escalation['kind'];
  readonly timeCriticalCategory: TimeCriticalCategory | null;
}

/**
 * Whether merging would lose a place before others: the duplicate is escalated or time-critical, and the ticket that is kept
 * is not. Nothing of it is carried over unasked; the consultant is told. Source: 000, "Priority handling".
 */
export function losesPrecedence(duplicate: Precedence, kept: Precedence): boolean {
  const losesEscalation = ESCALATION_RANKS[duplicate.escalationKind] > ESCALATION_RANKS[kept.escalationKind];
  return losesEscalation || (duplicate.timeCriticalCategory !== null && kept.timeCriticalCategory === null);
}
