import { z } from 'zod';
import { customerIdSchema } from '../ids';
import { addMs, type Instant } from '../time/instant';
import type { TicketState } from './ticket';
import { isFollowUpDue } from './ticket-event';

/** The views of the queue, in the order they are offered in. */
export const queueViewNameSchema = z.enum(['working', 'waiting-for-customer', 'unanswered', 'solved', 'all']);
export type QueueViewName = z.infer<typeof queueViewNameSchema>;

/** Mine only, or also nobody's and colleagues' tickets that are here. */
export const queueScopeSchema = z.enum(['mine', 'team']);
export type QueueScope = z.infer<typeof queueScopeSchema>;

/** Which tickets a person wants to see. */
export const queueQuestionSchema = z.object({
  view: queueViewNameSchema,
  scope: queueScopeSchema.default('mine'),
  /** Words that the ticket or what is written on it has, each at least their beginning. */
  search: z.string().max(200),
  customerId: customerIdSchema.nullable().default(null),
  tagRemoteId: z.int().nullable().default(null),
  isTimeCriticalOnly: z.boolean().default(false),
});
export type QueueQuestion = z.infer<typeof queueQuestionSchema>;

/** The working queue as it is without a search or a filter. */
export const WORKING_QUEUE: QueueQuestion = {
  view: 'working',
  scope: 'mine',
  search: '',
  customerId: null,
  tagRemoteId: null,
  isTimeCriticalOnly: false,
};

const STATES: Readonly<Record<QueueViewName, readonly TicketState[] | null>> = {
  working: ['working'],
  'waiting-for-customer': ['waiting-for-customer'],
  unanswered: ['working', 'waiting-for-customer'],
  solved: ['solved'],
  all: null,
};

/** The states of the tickets in a view; null: any. */
export function statesInView(view: QueueViewName): readonly TicketState[] | null {
  return STATES[view];
}

/**
 * Whether a view holds tickets because they are to be looked at again, beside those in its states. A ticket that waits for
 * the customer is worked on again from the day of its follow-up (Stockholm's) until that is moved or taken away. It stands
 * where it would by its own reason: a follow-up goes before nobody. Our reading of 000 and 001, "first come, first served".
 */
export function holdsDueFollowUps(view: QueueViewName): boolean {
  return view === 'working';
}

/** Whether a ticket is in a view because its follow-up is due on a Stockholm date. */
export function isThereToFollowUp(
  view: QueueViewName,
  { state, followUpOn }: { readonly state: TicketState; readonly followUpOn: string | null },
  today: string,
): boolean {
  return holdsDueFollowUps(view) && state === 'waiting-for-customer' && isFollowUpDue(followUpOn, today);
}

const MS_PER_DAY = 86_400_000;

/**
 * After how many days without an answer a ticket is proposed for closing; a setting. Source: 003, "Tickets will auto close
 * if a response is not received back after Support replies and seven days have passed." Here nothing is closed by itself.
 */
export const DEFAULT_UNANSWERED_DAYS = 7;

/**
 * The latest moment of our answer by which a ticket counts as left unanswered, after so many days. Source: 003, whose own
 * tickets close after seven days; here they are proposed only.
 */
export function unansweredSince(now: Instant, days: number): Instant {
  return addMs(now, -days * MS_PER_DAY);
}
