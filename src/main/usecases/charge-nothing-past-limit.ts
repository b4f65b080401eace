import { cutWork } from '@core/billing/work-entry';
import type { TicketId, TimesheetLineId } from '@core/ids';
import type { Language } from '@core/language';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../db/open';
import { readTicketLimit } from '../db/queries/approvals';
import { type LimitDecisionRow, readStandingDecision } from '../db/queries/limit-decisions';
import { insertTimesheetLine, listLinesOfTicket, updateTimesheetLine } from '../db/queries/timesheet-lines';
import { newLine } from './new-line';
import { settleLimit } from './settle-limit';
import type { Workbench } from './workbench';

/** Why such time is not charged, as the line says it. */
const REASON: Readonly<Record<Language, string>> = {
  sv: 'Över gränsen och inte godkänt: vi debiterar inte.',
  en: 'Past the limit and not approved: our own decision not to charge.',
};

/**
 * Makes what waits past the limit our own: the held part of each line becomes a line of its own that is not charged; a line
 * that waits as a whole is only judged anew. `decidedAt` is when that was decided: a line judged by it is known by it.
 * `touch` is told of each line before it is changed or made. Answers those lines. To be settled afterwards.
 * Source: 001, "approve up to 4 hours of chargeable consulting work for each issue".
 */
export async function chargeNothingPastLimit(
  workbench: Pick<Workbench, 'newId' | 'userName' | 'settings'>,
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  { decidedBy, decidedAt }: Pick<LimitDecisionRow, 'decidedBy' | 'decidedAt'>,
  touch: (lineId: TimesheetLineId) => Promise<void> = async () => undefined,
): Promise<TimesheetLineId[]> {
  const touched: TimesheetLineId[] = [];
  const judged = {
    verdict: 'not-charged' as const,
    overrideReason: REASON[workbench.settings().language],
    overrideBy: decidedBy,
    overrideAt: decidedAt,
    coverageDecisionId: null,
    heldSeconds: 0,
    holdReason: null,
  };
  for (const line of await listLinesOfTicket(trx, ticketId)) {
    if (line.origin !== 'mine' || line.holdReason !== 'unapproved') continue;
    touched.push(line.id);
    await touch(line.id);
    const approvedSeconds = line.workedSeconds - line.heldSeconds;
    if (approvedSeconds === 0) {
      await updateTimesheetLine(trx, line.id, judged);
      continue;
    }
    const { first, rest } = cutWork({ ...line, key: line.id }, approvedSeconds);
    await updateTimesheetLine(trx, line.id, {
      intervals: first,
      workedSeconds: approvedSeconds,
      overtimeSeconds: Math.min(line.overtimeSeconds, approvedSeconds),
      heldSeconds: 0,
      holdReason: null,
    });
    const { ticketId: _ticket, activity, timerId, date, description, kindOfWork } = line;
    const past = newLine(workbench, {
      ticketId,
      activity,
      timerId,
      date,
      description,
      kindOfWork,
      intervals: rest,
      workedSeconds: line.heldSeconds,
      ...judged,
    });
    await touch(past.id);
    await insertTimesheetLine(trx, past);
    touched.push(past.id);
  }
  return touched;
}

/** Does so where it was decided at the present limit and stands: a timer that was stopped went on past it. */
export async function keepToLimitDecision(
  workbench: Pick<Workbench, 'newId' | 'userName' | 'settings' | 'calendar'>,
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  at: Instant,
): Promise<void> {
  const { limitSeconds } = await readTicketLimit(trx, ticketId);
  const standing = await readStandingDecision(trx, ticketId, limitSeconds);
  if (standing?.decision !== 'not-charged') return;
  const touched = await chargeNothingPastLimit(workbench, trx, ticketId, standing);
  if (touched.length > 0) await settleLimit(workbench, trx, ticketId, at);
}
