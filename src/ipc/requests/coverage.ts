import { LONGEST_COVERAGE_REASON } from '@core/billing/coverage-decision';
import { decidedVerdictSchema, kindOfWorkSchema } from '@core/billing/kind-of-work';
import { coverageDecisionIdSchema, ticketIdSchema, timesheetLineIdSchema } from '@core/ids';
import { z } from 'zod';
import { done, request } from './request';

const decided = z.object({
  verdict: decidedVerdictSchema,
  reason: z.string().trim().min(1).max(LONGEST_COVERAGE_REASON),
});

const workOnTicket = z.object({ ticketId: ticketIdSchema, kindOfWork: kindOfWorkSchema });

/** The decision that held before; null: the terms did. */
const before = z.object({ before: coverageDecisionIdSchema.nullable() });

/** What is decided of a kind of work on a ticket, or of one line, instead of the terms. */
export const coverageRequests = {
  'coverage:decide': request(workOnTicket.extend(decided.shape), before),
  /** Lets an earlier decision hold again, or the terms: null. */
  'coverage:let-stand': request(workOnTicket.extend({ decisionId: coverageDecisionIdSchema.nullable() }), before),
  /** What is decided of one line of mine; null: what holds of its kind of work holds of it again. */
  'coverage:decide-line': request(z.object({ lineId: timesheetLineIdSchema, decided: decided.nullable() }), done),
} as const;
