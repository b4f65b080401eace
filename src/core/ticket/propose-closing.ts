import type { Instant } from '../time/instant';
import { stockholmDate } from '../time/stockholm';
import { addDays } from '../time/stockholm-days';
import type { TicketState } from './ticket';

/**
 * After how many days without an answer a ticket is proposed for closing; a setting. Source: 003, "Tickets will auto close
 * if a response is not received back after Support replies and seven days have passed." Here nothing is closed by itself.
 */
export const DEFAULT_UNANSWERED_DAYS = 7;

/** Who wrote last to whom on a ticket. */
export interface Conversation {
  readonly state: TicketState;
  /** Our last message that the customer could read; null: there is none. */
  readonly lastOwnAnswerAt: Instant | null;
  /** The customer's last message, the ticket itself included. */
  readonly lastCustomerMessageAt: Instant;
}

/**
 * The Stockholm date from which a ticket is proposed for closing: it was answered by us and left unanswered for so many
 * days since. Null where the customer had the last word, where nobody has answered yet, and for a solved ticket.
 * Source: 003, "seven days have passed".
 */
export function closingProposedFrom(
  { state, lastOwnAnswerAt, lastCustomerMessageAt }: Conversation,
  unansweredDays: number = DEFAULT_UNANSWERED_DAYS,
): string | null {
  if (state === 'solved' || lastOwnAnswerAt === null || lastOwnAnswerAt < lastCustomerMessageAt) return null;
  return addDays(stockholmDate(lastOwnAnswerAt), unansweredDays);
}

/** Whether a ticket is proposed for closing on a Stockholm date. See {@link closingProposedFrom}. */
export function isClosingProposed(conversation: Conversation, today: string, unansweredDays?: number): boolean {
  const from = closingProposedFrom(conversation, unansweredDays);
  return from !== null && from <= today;
}
