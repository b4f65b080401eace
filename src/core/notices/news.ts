import type { NewsId, TicketId } from '../ids';
import type { TargetKind } from '../sla/response-target';
import type { Instant } from '../time/instant';

/** What a person can be told of that they did not do themselves, in the order in which it is told. */
export const NEWS_KINDS = [
  'new-ticket',
  'reply',
  'escalation',
  'time-critical',
  'target-soon',
  'target-overdue',
  'follow-up',
] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** What a sync brings. */
export type BroughtKind = Exclude<NewsKind, TargetNewsKind | 'follow-up'>;
/** What comes with time alone. */
export type TargetNewsKind = 'target-soon' | 'target-overdue';

/** News that a sync brought about one ticket. */
export interface BroughtNews {
  readonly kind: BroughtKind;
  readonly id: NewsId;
  readonly ticketId: TicketId;
}

/** A response target that is close, or missed. */
export interface TargetNews {
  readonly kind: TargetNewsKind;
  readonly ticketId: TicketId;
  readonly target: TargetKind;
  readonly dueAt: Instant;
}

/** A ticket that a person wanted to look at again from a day on, a Stockholm date. */
export interface FollowUpNews {
  readonly kind: 'follow-up';
  readonly ticketId: TicketId;
  readonly on: string;
}

/** What comes with time. */
export type DueNews = TargetNews | FollowUpNews;

export type News = BroughtNews | DueNews;
