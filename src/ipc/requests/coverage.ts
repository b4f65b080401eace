import { decidedVerdictSchema, kindOfWorkSchema } from '@core/billing/kind-of-work';
import { coverageDecisionIdSchema, ticketIdSchema } from '@core/ids';
import { z } from 'zod';
import { request } from './request';

/** A note that tells colleagues why has room for so much. */
export const LONGEST_COVERAGE_REASON = 2000;

const workOnTicket = z.object({ ticketId: ticketIdSchema, kindOfWork: kindOfWorkSchema });

/** The decision that held before; null: the terms did. */
const before = z.object({ before: coverageDecisionIdSchema.nullable() });

/** What is decided of a kind of work on a ticket instead of the terms. */
export const coverageRequests = {
  'coverage:decide': request(
    workOnTicket.extend({
      verdict: decidedVerdictSchema,
      reason: z.string().trim().min(1).max(LONGEST_COVERAGE_REASON),
    }),
    before,
  ),
  /** Lets an earlier decision hold again, or the terms: null. */
  'coverage:let-stand': request(workOnTicket.extend({ decisionId: coverageDecisionIdSchema.nullable() }), before),
} as const;
