import { customerIdSchema, ticketConflictIdSchema, ticketIdSchema } from '@core/ids';
import { callFormSchema } from '@core/ticket/call-form';
import { ticketChangeSchema } from '@core/ticket/change-ticket';
import { ticketStateSchema } from '@core/ticket/ticket';
import { ticketFieldsSchema } from '@core/ticket/ticket-fields';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';
import { ticketChoicesSchema } from '../ticket-views';
import { done, nothing, request } from './request';

/** A ticket in a list to choose from. */
export const namedTicketSchema = z.object({
  id: ticketIdSchema,
  number: z.string(),
  title: z.string(),
  state: ticketStateSchema,
  registeredAt: instantSchema,
});
export type NamedTicketView = z.infer<typeof namedTicketSchema>;

/** Changing tickets, registering and handing over, and what both sides changed. */
export const ticketRequests = {
  /** What can be chosen for a ticket. */
  'ticket:choices': request(nothing, ticketChoicesSchema),
  /** Answers what the ticket said before: sent as another change it takes this one back. */
  'ticket:change': request(
    z.object({ ticketId: ticketIdSchema, change: ticketChangeSchema }),
    z.object({ before: ticketFieldsSchema }),
  ),
  'ticket:hand-over': request(
    z.object({ ticketId: ticketIdSchema, colleagueRemoteId: z.int(), note: z.string().trim().max(20_000) }),
    z.object({ before: ticketFieldsSchema }),
  ),
  /** Open tickets of a customer that could be about the same matter as a new one of this title, or as the one left out. */
  'ticket:similar': request(
    z.object({ customerId: customerIdSchema, title: z.string().max(500), exceptId: ticketIdSchema.optional() }),
    z.object({ tickets: z.array(namedTicketSchema).readonly() }),
  ),
  /** With the time since the call began; see `call:open`. */
  'ticket:register': request(
    callFormSchema.extend({ title: z.string().trim().min(1).max(500), groupRemoteId: z.int() }),
    z.object({ ticketId: ticketIdSchema, number: z.string() }),
  ),
  /** Takes a ticket back that was registered here. Refused as `in-use` once anything depends on it. */
  'ticket:unregister': request(z.object({ ticketId: ticketIdSchema }), done),
  'conflict:decide': request(
    z.object({ conflictId: ticketConflictIdSchema, choice: z.enum(['mine', 'theirs']).nullable() }),
    done,
  ),
} as const;
