import { ticketEventIdSchema } from '@core/ids';
import { ticketHandlingSchema } from '@core/ticket/ticket-event';
import { ticketStatusSchema } from '@core/ticket/ticket-status';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';

const supportLineSchema = z.enum(['first', 'second']);

/** A ticket that is to be looked at again on a day, a Stockholm date; it is due on that day. */
export const followUpViewSchema = z.object({ on: z.iso.date(), isDue: z.boolean() });
export type FollowUpView = z.infer<typeof followUpViewSchema>;

/** The response target an open ticket runs against. */
export const targetViewSchema = z.object({
  kind: z.enum(['assignment', 'resolution']),
  line: supportLineSchema,
  /** While the clock stands still it moves along. */
  dueAt: instantSchema,
  /** Working minutes left (service hours only); negative when overdue. */
  leftWorkingMinutes: z.int(),
  /** The ticket waits for the customer: the clock stands still. */
  isPaused: z.boolean(),
  /** Working minutes in which it stood still so far. */
  pausedWorkingMinutes: z.int(),
  /** How long a working day is for this ticket: a customer can have hours of its own. */
  minutesPerWorkingDay: z.int(),
});
export type TargetView = z.infer<typeof targetViewSchema>;

export const ticketEventViewSchema = z.object({
  id: ticketEventIdSchema,
  handling: ticketHandlingSchema,
  at: instantSchema,
  by: z.string(),
  isWithdrawn: z.boolean(),
});
export type TicketEventView = z.infer<typeof ticketEventViewSchema>;

/** How a ticket came to be where it is, and what was decided about it. */
export const handlingViewSchema = z.object({
  status: ticketStatusSchema,
  /** Oldest first. Where `isExact` is false it had happened by then. */
  changes: z.array(z.object({ status: ticketStatusSchema, at: instantSchema, isExact: z.boolean() })),
  line: supportLineSchema,
  followUp: followUpViewSchema.nullable(),
  /** Oldest first, with those that were taken back. */
  events: z.array(ticketEventViewSchema),
});
export type HandlingView = z.infer<typeof handlingViewSchema>;

const MINUTES_PER_DAY = 24 * 60;

/** Hours and closed days that were agreed with one customer. */
export const customerServiceSchema = z
  .object({
    opensAtMinute: z.int().min(0).max(MINUTES_PER_DAY),
    closesAtMinute: z.int().min(0).max(MINUTES_PER_DAY),
    closedDays: z.array(z.iso.date()).max(200),
  })
  .refine(({ opensAtMinute, closesAtMinute }) => opensAtMinute < closesAtMinute);
