import type { KindOfWork } from '@core/billing/kind-of-work';
import { computeOvertimeSeconds } from '@core/billing/overtime';
import type { TimesheetLineId } from '@core/ids';
import { joinIntervals } from '@core/time/interval-sets';
import type { TimerIntervals } from '@core/timer/timer-intervals';
import { splitWorkByDate } from '@core/timer/work-by-date';
import { judgementOf } from '../db/judgement';
import type { WorkbenchDatabase } from '../db/open';
import type { Ticket } from '../db/queries/tickets';
import type { TimerRow } from '../db/queries/timers';
import { insertTimesheetLine } from '../db/queries/timesheet-lines';
import { newLine } from './new-line';
import type { Workbench } from './workbench';

/**
 * Writes what a timer recorded as lines, one for each Stockholm date. Their seconds add up to the rounded whole; a date
 * that is left with none gets no line.
 */
export async function writeTimerLines(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  timer: TimerRow,
  ticket: Ticket,
  work: { intervals: TimerIntervals['worked']; description: string; kindOfWork: KindOfWork },
): Promise<TimesheetLineId[]> {
  const { description, kindOfWork } = work;
  const lineIds: TimesheetLineId[] = [];
  for (const { date, intervals, workedSeconds } of splitWorkByDate(work.intervals)) {
    if (workedSeconds === 0) continue;
    const line = newLine(workbench, {
      ticketId: ticket.id,
      activity: null,
      timerId: timer.id,
      date,
      intervals: joinIntervals(intervals),
      workedSeconds,
      overtimeSeconds: computeOvertimeSeconds({ intervals, workedSeconds, calendar: workbench.calendar }),
      description,
      kindOfWork,
      ...(await judgementOf(trx, ticket, { kindOfWork, date })),
    });
    await insertTimesheetLine(trx, line);
    lineIds.push(line.id);
  }
  return lineIds;
}
