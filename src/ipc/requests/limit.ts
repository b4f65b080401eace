import { approvableBandSchema, approvalChannelSchema, estimateBandSchema } from '@core/billing/estimate-band';
import {
  approvalIdSchema,
  customerIdSchema,
  limitDecisionIdSchema,
  priceListIdSchema,
  supportPackIdSchema,
  ticketIdSchema,
} from '@core/ids';
import { instantSchema } from '@core/time/instant-schema';
import { z } from 'zod';
import { packsViewSchema, priceListViewSchema, pricesViewSchema } from '../limit-views';
import { done, nothing, request } from './request';

const LONGEST_LIMIT_MINUTES = 10_000 * 60;

/** The four-hour rule, price lists and support packs. */
export const limitRequests = {
  /** The customer said yes. The limit is that of the ticket's total, not what is added to it. */
  'limit:approve': request(
    z.object({
      ticketId: ticketIdSchema,
      approvedBy: z.string().trim().min(1).max(200),
      approvedAt: instantSchema,
      channel: approvalChannelSchema,
      band: approvableBandSchema.nullable(),
      limitMinutes: z.int().min(1).max(LONGEST_LIMIT_MINUTES),
      note: z.string().trim().max(2000),
    }),
    z.object({ approvalId: approvalIdSchema }),
  ),
  'limit:withdraw-approval': request(z.object({ approvalId: approvalIdSchema }), done),
  /** Gives the customer an estimate; `text` is the message as the consultant left it. */
  'limit:ask-customer': request(
    z.object({
      ticketId: ticketIdSchema,
      band: estimateBandSchema,
      estimatedMinutes: z.int().min(1).max(LONGEST_LIMIT_MINUTES).nullable(),
      text: z.string().trim().min(1).max(20_000),
    }),
    done,
  ),
  /** `not-charged`: time past the limit is our own. `stop`: no more work on it for now. */
  'limit:decide': request(
    z.object({ ticketId: ticketIdSchema, decision: z.enum(['not-charged', 'stop']) }),
    z.object({ decisionId: limitDecisionIdSchema }),
  ),
  'limit:withdraw-decision': request(z.object({ decisionId: limitDecisionIdSchema }), done),

  'prices:read': request(nothing, pricesViewSchema),
  /** A price list without an id is a new one. */
  'prices:write': request(priceListViewSchema, z.object({ priceListId: priceListIdSchema })),
  'prices:delete': request(z.object({ priceListId: priceListIdSchema }), done),
  'prices:assign': request(z.object({ customerId: customerIdSchema, priceListId: priceListIdSchema.nullable() }), done),

  'packs:read': request(z.object({ customerId: customerIdSchema }), packsViewSchema),
  /** A pack without an id is a new one. */
  'packs:write': request(
    z.object({
      id: supportPackIdSchema.nullable(),
      customerId: customerIdSchema,
      prepaidMinutes: z.int().min(1).max(LONGEST_LIMIT_MINUTES),
      usedMinutes: z.int().min(0).max(LONGEST_LIMIT_MINUTES),
      boughtOn: z.iso.date(),
      countsFrom: instantSchema,
      note: z.string().trim().max(500),
    }),
    z.object({ packId: supportPackIdSchema }),
  ),
  'packs:delete': request(z.object({ packId: supportPackIdSchema }), done),
} as const;
