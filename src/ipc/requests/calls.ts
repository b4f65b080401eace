import { customerIdSchema, ticketIdSchema } from '@core/ids';
import { callFormSchema } from '@core/ticket/call-form';
import { z } from 'zod';
import { callCustomerSchema, callViewSchema } from '../call-views';
import { done, nothing, request } from './request';

/** A call that is taken down: its words and its time are kept from the moment the form opens. */
export const callRequests = {
  'call:read': request(nothing, z.object({ call: callViewSchema.nullable() })),
  /** A new call begins with this form; one that is open already goes on as it is. */
  'call:open': request(z.object({ form: callFormSchema }), z.object({ call: callViewSchema.nullable() })),
  'call:keep': request(z.object({ form: callFormSchema }), done),
  /** The time runs again, also of a call whose form was closed. Refused as `not-found` where there is none. */
  'call:go-on': request(nothing, done),
  /** Answers how much was recorded nowhere. */
  'call:leave': request(
    z.object({ form: callFormSchema, time: z.enum(['nowhere', 'paused-ticket']) }),
    z.object({ lostSeconds: z.int() }),
  ),
  /** The time goes to a ticket that is here. */
  'call:move': request(z.object({ form: callFormSchema, ticketId: ticketIdSchema }), z.object({ seconds: z.int() })),
  /** What is worth knowing of who calls, before anybody asks. */
  'call:customer': request(z.object({ customerId: customerIdSchema }), callCustomerSchema),
} as const;
