import type { TicketView } from '@ipc/ticket-views';
import { type ApprovalDraft, beginApprovalDraft } from './approval-draft';
import { type AskDraft, beginAskDraft } from './ask-draft';

/** What can be decided, in the order it is offered. The last two only mean something at the limit. */
export const LIMIT_CHOICES = ['ask-customer', 'approval', 'not-charged', 'stop'] as const;
export type LimitChoice = (typeof LIMIT_CHOICES)[number];

/** A decision that somebody is about to make. */
export interface LimitDraft {
  readonly choice: LimitChoice;
  readonly ask: AskDraft;
  readonly approval: ApprovalDraft;
}

/** Where a decision begins: with the question, or with the answer when the customer has been asked. */
export function beginLimitDraft({ limit, customer }: Pick<TicketView, 'limit' | 'customer'>): LimitDraft {
  return {
    choice: limit.decision?.decision === 'ask-customer' ? 'approval' : 'ask-customer',
    ask: beginAskDraft(limit.limitSeconds, customer?.language ?? null),
    approval: beginApprovalDraft(limit),
  };
}

/** What can be decided about this ticket now. */
export function choicesAt(isReached: boolean): readonly LimitChoice[] {
  return isReached ? LIMIT_CHOICES : ['ask-customer', 'approval'];
}

/** Under which topic a notice about a decision stands: of one ticket only the last decision can be taken back there. */
export function limitTopic(ticketId: string): string {
  return `limit ${ticketId}`;
}
