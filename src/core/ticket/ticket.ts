import { z } from 'zod';
import { instantSchema } from '../time/instant-schema';

/** Where a ticket stands for the consultant: to be worked on, waiting for the customer, or solved. */
export const ticketStateSchema = z.enum(['working', 'waiting-for-customer', 'solved']);
export type TicketState = z.infer<typeof ticketStateSchema>;

/** The time-critical categories, in the order of the terms. Source: 000, "Priority handling"; 001, "Response and Resolution times". */
export const timeCriticalCategorySchema = z.enum([
  'system-down',
  'customer-order',
  'webshop-payment',
  'outgoing-shipping',
  'month-end-closing',
  'point-of-sale',
  'invoicing',
  'production-availability',
]);
export type TimeCriticalCategory = z.infer<typeof timeCriticalCategorySchema>;

/** Source: 000, "Escalate an urgent issue": work begins once an escalation is accepted. */
export const escalationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('requested'), at: instantSchema }),
  z.object({ kind: z.literal('accepted'), at: instantSchema }),
]);
export type Escalation = z.infer<typeof escalationSchema>;

/** How far an escalation has come: the further, the higher. */
export const ESCALATION_RANKS = { none: 0, requested: 1, accepted: 2 } as const satisfies Record<
  Escalation['kind'],
  number
>;
