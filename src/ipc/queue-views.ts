import { ticketIdSchema } from '@core/ids';
import { ticketStateSchema, timeCriticalCategorySchema } from '@core/ticket/ticket';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';
import { followUpViewSchema, targetViewSchema } from './handling-views';
import { chargeViewSchema } from './limit-views';

/** Why a ticket stands where it does in the queue. */
export const queueReasonSchema = z.enum([
  'escalation-accepted',
  'escalation-requested',
  'time-critical',
  'registration',
]);

/** What came on a ticket since somebody opened it last. */
export const unreadSchema = z.enum(['none', 'new-ticket', 'reply']);

export const queueRowSchema = z.object({
  id: ticketIdSchema,
  number: z.string(),
  title: z.string(),
  customerName: z.string().nullable(),
  state: ticketStateSchema,
  stageName: z.string().nullable(),
  reason: queueReasonSchema,
  timeCriticalCategory: timeCriticalCategorySchema.nullable(),
  registeredAt: instantSchema,
  /** When the escalation was accepted or requested; otherwise when it was registered. */
  inPlaceSince: instantSchema,
  target: targetViewSchema.nullable(),
  followUp: followUpViewSchema.nullable(),
  countedSeconds: z.int(),
  limitSeconds: z.int(),
  /** What is charged for it so far, without the running timer; `amountOre` is null: the ticket itself says what it costs. */
  charge: chargeViewSchema,
  timer: z.enum(['none', 'running', 'paused']),
  isMine: z.boolean(),
  /** Who has it, where that is not me alone; nobody where it is not mine. */
  assigneeNames: z.array(z.string()),
  /** When we last answered, as long as the customer has not written since. */
  answeredAt: instantSchema.nullable(),
  unread: unreadSchema,
  /** Where a search found it that the row does not show otherwise. */
  excerpt: z.object({ where: z.enum(['contact', 'reference', 'description', 'message']), text: z.string() }).nullable(),
});
export type QueueRow = z.infer<typeof queueRowSchema>;

export const queueViewSchema = z.object({
  rows: z.array(queueRowSchema),
  /** Where the first of them stands. */
  offset: z.int(),
  /** How many tickets there are in all. */
  count: z.int(),
});
export type QueueView = z.infer<typeof queueViewSchema>;
