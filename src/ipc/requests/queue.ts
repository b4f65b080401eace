import { ticketIdSchema } from '@core/ids';
import { z } from 'zod';
import { queueViewNameSchema, queueViewSchema, ticketViewSchema } from '../views';
import { done, request } from './request';

/** The queue and the ticket. */
export const queueRequests = {
  'queue:list': request(z.object({ view: queueViewNameSchema, search: z.string().max(200) }), queueViewSchema),
  'ticket:read': request(z.object({ ticketId: ticketIdSchema }), ticketViewSchema),
  /** A person has the ticket in view: what came on it is no longer new. */
  'ticket:mark-opened': request(z.object({ ticketId: ticketIdSchema }), done),
} as const;
