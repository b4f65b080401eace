import { customerIdSchema, ticketEventIdSchema, ticketIdSchema } from '@core/ids';
import { ticketHandlingSchema } from '@core/ticket/ticket-event';
import { z } from 'zod';
import { customerServiceSchema } from '../handling-views';
import { done, nothing, request } from './request';

/** How tickets are handled, and when service is open for a customer. */
export const handlingRequests = {
  /** Second line, escalation, passing over, follow-up: what the portal has no field for. */
  'ticket:handle': request(
    z.object({ ticketId: ticketIdSchema, handling: ticketHandlingSchema }),
    z.object({ eventId: ticketEventIdSchema }),
  ),
  'ticket:withdraw-handling': request(z.object({ eventId: ticketEventIdSchema }), done),

  /** The customers by name; null: service is open for them as for everybody. */
  'service:read': request(
    nothing,
    z.object({
      customers: z.array(
        z.object({ id: customerIdSchema, name: z.string(), service: customerServiceSchema.nullable() }),
      ),
    }),
  ),
  /** Answers what held before: sent again it takes the change back. */
  'service:write': request(
    z.object({ customerId: customerIdSchema, service: customerServiceSchema.nullable() }),
    z.object({ before: customerServiceSchema.nullable() }),
  ),
} as const;
