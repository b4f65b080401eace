import { savedFilterIdSchema, ticketIdSchema } from '@core/ids';
import { manyTicketsActSchema } from '@core/ticket/change-many';
import { ticketChangeSchema } from '@core/ticket/change-ticket';
import { MOST_CHOSEN_TICKETS, QUEUE_PAGE_ROWS } from '@core/ticket/queue-page';
import { queueQuestionSchema, queueScopeSchema, queueViewNameSchema } from '@core/ticket/queue-view';
import { z } from 'zod';
import { queueViewSchema } from '../queue-views';
import { ticketViewSchema } from '../ticket-views';
import { done, nothing, request } from './request';

const ticketIdsSchema = z.array(ticketIdSchema).min(1).max(MOST_CHOSEN_TICKETS);
const ticketChangesSchema = z.array(z.object({ ticketId: ticketIdSchema, change: ticketChangeSchema }));

const savedFilterSchema = z.object({
  id: savedFilterIdSchema,
  name: z.string().trim().min(1).max(60),
  question: queueQuestionSchema,
});
export type SavedFilter = z.infer<typeof savedFilterSchema>;

/** The queue and the ticket. */
export const queueRequests = {
  /** A part of what is asked for, in the order of the queue. */
  'queue:list': request(
    queueQuestionSchema.extend({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(QUEUE_PAGE_ROWS).default(QUEUE_PAGE_ROWS),
    }),
    queueViewSchema,
  ),
  /** How many tickets are in each view. */
  'queue:counts': request(z.object({ scope: queueScopeSchema }), z.record(queueViewNameSchema, z.int())),
  /** Where a ticket stands in what is asked for, counted from 0; null: it is not among it. */
  'queue:place': request(
    z.object({ question: queueQuestionSchema, ticketId: ticketIdSchema }),
    z.object({ index: z.int().nullable() }),
  ),
  /** The tickets from one place to another, to choose them. */
  'queue:ids': request(
    z.object({
      question: queueQuestionSchema,
      offset: z.int().min(0),
      limit: z.int().min(1).max(MOST_CHOSEN_TICKETS),
    }),
    z.object({ ticketIds: z.array(ticketIdSchema) }),
  ),
  /**
   * Changes several tickets in one go. Answers what takes it back, and how many were left as they are: nothing can be
   * changed about them yet, or their project or team has no such stage.
   */
  'queue:change-many': request(
    z.object({ ticketIds: ticketIdsSchema, act: manyTicketsActSchema }),
    z.object({ changedBack: ticketChangesSchema, leftCount: z.int() }),
  ),
  /** Takes such a change back. */
  'queue:change-back': request(z.object({ changes: ticketChangesSchema.max(MOST_CHOSEN_TICKETS) }), done),
  'queue:filters': request(nothing, z.object({ filters: z.array(savedFilterSchema) })),
  /** Saves a filter, or gives the one of this id another name or question. Without an id it is a new one. */
  'queue:save-filter': request(
    savedFilterSchema.extend({ id: savedFilterIdSchema.nullable() }),
    z.object({ id: savedFilterIdSchema }),
  ),
  'queue:remove-filter': request(z.object({ id: savedFilterIdSchema }), done),
  'ticket:read': request(z.object({ ticketId: ticketIdSchema }), ticketViewSchema),
  /** A person has the ticket in view: what came on it is no longer new. */
  'ticket:mark-opened': request(z.object({ ticketId: ticketIdSchema }), done),
} as const;
