import { computeOvertimeSeconds } from '@core/billing/overtime';
import type { WorkingCalendar } from '@core/time/working-hours';
import type { LineContent, LineTarget } from '@core/timesheet/line-content';
import { judgementOf, ownOverrideOfLine } from './judgement';
import type { WorkbenchDatabase } from './open';
import { readTicket } from './queries/tickets';
import { type TimesheetLine, updateTimesheetLine } from './queries/timesheet-lines';

function targetOf({ id, ticketId, activity }: TimesheetLine): LineTarget {
  if (ticketId !== null) return { kind: 'ticket', ticketId };
  if (activity === null) throw new Error(`Line ${id} has neither ticket nor activity`);
  return { kind: 'activity', activity };
}

/** What a person has decided about a line. */
export function contentOf(line: TimesheetLine): LineContent {
  return {
    target: targetOf(line),
    date: line.date,
    intervals: line.intervals,
    workedSeconds: line.workedSeconds,
    description: line.description,
    kindOfWork: line.kindOfWork,
    override: ownOverrideOfLine(line),
    overtimeDecision: line.overtimeDecision,
  };
}

type DecidedColumns = Pick<
  TimesheetLine,
  | 'ticketId'
  | 'activity'
  | 'date'
  | 'intervals'
  | 'workedSeconds'
  | 'overtimeSeconds'
  | 'overtimeDecision'
  | 'description'
  | 'kindOfWork'
  | 'verdict'
  | 'overrideReason'
  | 'overrideBy'
  | 'overrideAt'
  | 'coverageDecisionId'
>;

/** The columns that hold what a person decides, and those that follow from it: verdict and overtime. */
export async function columnsOf(
  trx: WorkbenchDatabase,
  content: LineContent,
  calendar: WorkingCalendar,
): Promise<DecidedColumns> {
  const { target, date, intervals, workedSeconds, description, kindOfWork, override, overtimeDecision } = content;
  const ticket = target.kind === 'ticket' ? await readTicket(trx, target.ticketId) : undefined;
  return {
    ticketId: target.kind === 'ticket' ? target.ticketId : null,
    activity: target.kind === 'activity' ? target.activity : null,
    date,
    intervals,
    workedSeconds,
    overtimeSeconds: computeOvertimeSeconds({ intervals, workedSeconds, calendar }),
    overtimeDecision,
    description,
    kindOfWork,
    ...(await judgementOf(trx, ticket, { kindOfWork, date, own: override })),
  };
}

/** Writes a line as it is now decided. What of it was held back stays so, as far as there is so much of it. */
export async function writeContent(
  trx: WorkbenchDatabase,
  line: TimesheetLine,
  content: LineContent,
  calendar: WorkingCalendar,
): Promise<void> {
  const heldSeconds = Math.min(line.heldSeconds, content.workedSeconds);
  await updateTimesheetLine(trx, line.id, {
    ...(await columnsOf(trx, content, calendar)),
    heldSeconds,
    holdReason: heldSeconds === 0 ? null : line.holdReason,
    deletedAt: null,
  });
}
