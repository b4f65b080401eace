import { askCustomer } from '../../usecases/ask-customer';
import { decideLimit } from '../../usecases/decide-limit';
import { decideOvertime } from '../../usecases/decide-overtime';
import { recordApproval } from '../../usecases/record-approval';
import { withdrawApproval } from '../../usecases/withdraw-approval';
import { withdrawLimitDecision } from '../../usecases/withdraw-limit-decision';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** What a person decides at the limit of a ticket, and about overtime. */
export function createFourHourRuleHandlers(
  parts: AppParts,
): Pick<
  Handlers,
  | 'limit:approve'
  | 'limit:withdraw-approval'
  | 'limit:ask-customer'
  | 'limit:decide'
  | 'limit:withdraw-decision'
  | 'timesheet:decide-overtime'
> {
  return {
    'limit:approve': withSession(parts, async ({ workbench }, request) => {
      const recorded = await recordApproval(workbench, request);
      return recorded.ok ? done(recorded.value) : refuse(recorded.failure.kind);
    }),
    'limit:withdraw-approval': withSession(parts, async ({ workbench }, { approvalId }) => {
      const withdrawn = await withdrawApproval(workbench, approvalId);
      return withdrawn.ok ? done({}) : refuse(withdrawn.failure.kind);
    }),
    'limit:ask-customer': withSession(parts, async ({ workbench }, request) => {
      const asked = await askCustomer(workbench, request);
      if (asked.ok) return done({});
      // The form offers nothing that could be refused here.
      return asked.failure.kind === 'not-found' ? refuse('not-found') : refuse('invalid-request', asked.failure.kind);
    }),
    'limit:decide': withSession(parts, async ({ workbench }, request) => {
      const decided = await decideLimit(workbench, request);
      return decided.ok ? done(decided.value) : refuse(decided.failure.kind);
    }),
    'limit:withdraw-decision': withSession(parts, async ({ workbench }, { decisionId }) => {
      const withdrawn = await withdrawLimitDecision(workbench, decisionId);
      return withdrawn.ok ? done({}) : refuse(withdrawn.failure.kind);
    }),
    'timesheet:decide-overtime': withSession(parts, async ({ workbench }, request) => {
      const decided = await decideOvertime(workbench, request);
      return decided.ok ? done({}) : refuse(decided.failure.kind);
    }),
  };
}
