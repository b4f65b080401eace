import { heldAgreementSchema } from '@core/billing/held-agreement';
import { ticketIdSchema } from '@core/ids';
import { callFormSchema } from '@core/ticket/call-form';
import { limitedAccessAreaSchema } from '@core/ticket/limited-access';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';
import { packsViewSchema } from './limit-views';

/** A call that is being taken down. */
export const callViewSchema = z.object({
  form: callFormSchema,
  /** When its time began to run. */
  startedAt: instantSchema.nullable(),
  seconds: z.int(),
  isRunning: z.boolean(),
  /** What was paused for it. */
  pausedTicket: z.object({ id: ticketIdSchema, number: z.string() }).nullable(),
});
export type CallView = z.infer<typeof callViewSchema>;

/** What is worth knowing of a customer who calls. */
export const callCustomerSchema = z.object({
  openTicketCount: z.int(),
  agreements: z.array(heldAgreementSchema),
  /** Null: they have none. */
  packs: packsViewSchema.nullable(),
  /** What their open tickets take that we have no access to. */
  limitedAccess: z.array(limitedAccessAreaSchema),
  /** Who of them was named on tickets, the latest first. */
  contacts: z.array(z.object({ name: z.string(), email: z.string(), telephone: z.string() })),
});
export type CallCustomerView = z.infer<typeof callCustomerSchema>;
