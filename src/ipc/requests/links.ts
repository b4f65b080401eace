import { ticketIdSchema, ticketLinkIdSchema, timesheetLineIdSchema } from '@core/ids';
import { z } from 'zod';
import { mergePreviewSchema, splitDraftSchema } from '../link-views';
import { done, request } from './request';
import { namedTicketSchema } from './tickets';

const pairSchema = z.object({ duplicateId: ticketIdSchema, keptId: ticketIdSchema });

/** Splitting tickets, and merging duplicates. */
export const linkRequests = {
  'ticket:split-draft': request(z.object({ ticketId: ticketIdSchema }), splitDraftSchema),
  'ticket:split': request(
    z.object({
      ticketId: ticketIdSchema,
      title: z.string().trim().min(1).max(500),
      description: z.string().trim().max(20_000),
      lineIds: z.array(timesheetLineIdSchema).max(1000),
    }),
    z.object({ ticketId: ticketIdSchema, number: z.string(), linkId: ticketLinkIdSchema }),
  ),
  /** The tickets of the same customer, or of none, that a ticket is most likely a duplicate of, the likeliest first. */
  'ticket:merge-candidates': request(
    z.object({ ticketId: ticketIdSchema }),
    z.object({ tickets: z.array(namedTicketSchema).readonly() }),
  ),
  'ticket:merge-preview': request(pairSchema, mergePreviewSchema),
  'ticket:merge': request(
    pairSchema.extend({ movesLines: z.boolean() }),
    z.object({ linkId: ticketLinkIdSchema, keptNumber: z.string(), movedSeconds: z.int() }),
  ),
  /** Takes a split or a merge back. */
  'ticket:take-link-back': request(z.object({ linkId: ticketLinkIdSchema }), done),
} as const;
