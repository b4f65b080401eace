import type { LimitDecisionId, TimesheetLineId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { judgementOf, ownOverrideOfLine } from '../db/judgement';
import type { WorkbenchDatabase } from '../db/open';
import { type LimitDecisionRow, readLimitDecision, withdrawLimitDecisionRow } from '../db/queries/limit-decisions';
import { readTicket, type Ticket } from '../db/queries/tickets';
import { listLinesOfTicket, updateTimesheetLine } from '../db/queries/timesheet-lines';
import { recordChange } from './record-change';
import { settleLimit } from './settle-limit';
import { takeQuestionBack } from './take-question-back';
import { tellOfLimit } from './tell-of-limit';
import type { Workbench } from './workbench';

/** Judges the lines anew that were not charged by this decision. They stay lines of their own. */
async function judgeAnew(
  trx: WorkbenchDatabase,
  ticket: Ticket,
  { decidedAt }: LimitDecisionRow,
  touch: (lineId: TimesheetLineId) => Promise<void>,
): Promise<void> {
  for (const line of await listLinesOfTicket(trx, ticket.id)) {
    if (line.origin !== 'mine' || ownOverrideOfLine(line)?.at !== decidedAt) continue;
    if (line.verdict !== 'not-charged') continue;
    await touch(line.id);
    await updateTimesheetLine(trx, line.id, await judgementOf(trx, ticket, line));
  }
}

/**
 * Takes a decision at the limit back. What was not charged by it counts again and waits for approval; what the portal has
 * of it already is shown as sent over the limit. A question to the customer is taken back with it as long as it waits here.
 */
export async function withdrawLimitDecision(
  workbench: Workbench,
  decisionId: LimitDecisionId,
): Promise<Outcome<null, { kind: 'not-found' }>> {
  const at = workbench.clock.read().wall;
  const ticketId = await workbench.database.transaction().execute(async (trx) => {
    const decision = await readLimitDecision(trx, decisionId);
    const ticket = decision && (await readTicket(trx, decision.ticketId));
    if (!decision || !ticket || decision.withdrawnAt !== null) return null;
    await withdrawLimitDecisionRow(trx, decisionId, at);
    if (decision.decision === 'not-charged') {
      await recordChange(workbench, trx, 'not-charged', (touch) => judgeAnew(trx, ticket, decision, touch));
    }
    if (decision.decision === 'ask-customer') await takeQuestionBack(trx, decision);
    await settleLimit(workbench, trx, ticket.id, at);
    return ticket.id;
  });
  if (ticketId === null) return fail({ kind: 'not-found' });
  workbench.announce.timesheetChanged();
  await tellOfLimit(workbench, ticketId);
  return succeed(null);
}
