import { ESCALATION_RANKS, type Escalation, type TicketState, type TimeCriticalCategory } from '../ticket/ticket';
import type { BroughtKind } from './news';

/** What of a ticket can be news. */
export interface TicketFacts {
  readonly isAssignedToMe: boolean;
  readonly state: TicketState;
  readonly escalationKind: Escalation['kind'];
  readonly timeCriticalCategory: TimeCriticalCategory | null;
}

/**
 * What is new about a ticket that a sync brought: it is mine and was not, it was escalated (further), or it became
 * time-critical. `before` is the ticket as it is kept here, null where it is not; what was done here stands in it already
 * and is no news. Of a ticket that is not mine, or is solved, nothing is.
 */
export function newsOfTicket(before: TicketFacts | null, after: TicketFacts): readonly BroughtKind[] {
  if (!after.isAssignedToMe || after.state === 'solved') return [];
  const known = before?.isAssignedToMe ? before : null;
  const news: BroughtKind[] = known === null ? ['new-ticket'] : [];
  const rankBefore = ESCALATION_RANKS[known?.escalationKind ?? 'none'];
  if (ESCALATION_RANKS[after.escalationKind] > rankBefore) news.push('escalation');
  if (after.timeCriticalCategory !== null && (known?.timeCriticalCategory ?? null) === null) news.push('time-critical');
  return news;
}

/**
 * Whether a message that a sync brought is a reply to tell of: written by somebody else for the customer's eyes too, on a
 * ticket of mine. What was written on a ticket before it came to me is no reply.
 */
export function isReply(
  message: { readonly isMine: boolean; readonly isInternalNote: boolean },
  ticket: { readonly isAssignedToMe: boolean; readonly isNewHere: boolean },
): boolean {
  return !message.isMine && !message.isInternalNote && ticket.isAssignedToMe && !ticket.isNewHere;
}
