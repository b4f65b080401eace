import { type LimitDecisionId, limitDecisionIdSchema, type TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { readTicketLimit } from '../db/queries/approvals';
import { insertLimitDecision } from '../db/queries/limit-decisions';
import { readTicket } from '../db/queries/tickets';
import { chargeNothingPastLimit } from './charge-nothing-past-limit';
import { recordChange } from './record-change';
import { settleLimit } from './settle-limit';
import { tellOfLimit } from './tell-of-limit';
import type { Workbench } from './workbench';

/**
 * Decides at the limit without the customer. `not-charged`: what waits past it, and what is still worked at this limit,
 * is our own and is sent as such; undoing the change of lines takes the decision back too. `stop`: no more work for now;
 * what waits goes on waiting.
 */
export async function decideLimit(
  workbench: Workbench,
  { ticketId, decision }: { readonly ticketId: TicketId; readonly decision: 'not-charged' | 'stop' },
): Promise<Outcome<{ decisionId: LimitDecisionId }, { kind: 'not-found' }>> {
  const at = workbench.clock.read().wall;
  const decisionId = await workbench.database.transaction().execute(async (trx) => {
    if ((await readTicket(trx, ticketId)) === undefined) return null;
    const { limitSeconds } = await readTicketLimit(trx, ticketId);
    const decided = {
      id: limitDecisionIdSchema.parse(workbench.newId()),
      ticketId,
      limitSeconds,
      decision,
      decidedBy: workbench.userName,
      decidedAt: at,
      withdrawnAt: null,
    };
    await insertLimitDecision(trx, decided);
    if (decision === 'not-charged') {
      await recordChange(workbench, trx, 'not-charged', (touch) =>
        chargeNothingPastLimit(workbench, trx, ticketId, decided, touch),
      );
    }
    await settleLimit(workbench, trx, ticketId, at);
    return decided.id;
  });
  if (decisionId === null) return fail({ kind: 'not-found' });
  workbench.announce.timesheetChanged();
  await tellOfLimit(workbench, ticketId, { isDecided: true });
  return succeed({ decisionId });
}
