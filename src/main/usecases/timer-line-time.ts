import type { KindOfWork } from '@core/billing/kind-of-work';
import { computeOvertimeSeconds } from '@core/billing/overtime';
import type { TimesheetLineId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { Instant } from '@core/time/instant';
import type { Interval } from '@core/time/interval';
import { intersectIntervals, joinIntervals, subtractIntervals, totalMs } from '@core/time/interval-sets';
import { splitWorkByDate } from '@core/timer/work-by-date';
import type { WorkbenchDatabase } from '../db/open';
import { readEntryOf } from '../db/queries/outbox';
import type { Ticket } from '../db/queries/tickets';
import type { TimerRow } from '../db/queries/timers';
import { listLinesOfTimer, type TimesheetLine, updateTimesheetLine } from '../db/queries/timesheet-lines';
import type { Workbench } from './workbench';
import { writeTimerLines } from './write-timer-lines';

// Time that is put into the lines of a timer after they were written, and taken out of them again.

async function mayBeOnPortal(trx: WorkbenchDatabase, line: TimesheetLine): Promise<boolean> {
  if (line.remoteId !== null) return true;
  const entry = await readEntryOf(trx, line.id);
  return entry !== undefined && entry.state !== 'waiting';
}

async function listLinesOnDate(
  trx: WorkbenchDatabase,
  timer: TimerRow,
  ticket: Pick<Ticket, 'id'>,
  date: string,
): Promise<TimesheetLine[]> {
  const lines = await listLinesOfTimer(trx, timer.id);
  return lines.filter((line) => line.ticketId === ticket.id && line.date === date);
}

/** The line with other times of work. A second that rounding gave it or took from it stays as it is. */
function withIntervals({ calendar }: Pick<Workbench, 'calendar'>, line: TimesheetLine, intervals: Interval[]) {
  const moreSeconds = Math.round(totalMs(intervals) / 1000) - Math.round(totalMs(line.intervals) / 1000);
  const workedSeconds = Math.max(0, line.workedSeconds + moreSeconds);
  const heldSeconds = Math.min(line.heldSeconds, workedSeconds);
  return {
    intervals,
    workedSeconds,
    overtimeSeconds: computeOvertimeSeconds({ intervals, workedSeconds, calendar }),
    // What is held is worked out anew before the transaction ends; it can never be more than there is.
    heldSeconds,
    holdReason: heldSeconds === 0 ? null : line.holdReason,
  };
}

/**
 * Adds time to what a timer became on a ticket: to its line of that date, or, where that may be on the portal already or
 * no longer says when it was worked, as a line of its own that waits for its description. Answers the lines, which are
 * to be settled afterwards.
 */
export async function addTimerTime(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  timer: TimerRow,
  ticket: Ticket,
  { added, kindOfWork }: { added: readonly Interval[]; kindOfWork: KindOfWork },
): Promise<TimesheetLineId[]> {
  const touched: TimesheetLineId[] = [];
  for (const { date, intervals } of splitWorkByDate(added)) {
    let reachable: TimesheetLine | null = null;
    for (const line of await listLinesOnDate(trx, timer, ticket, date)) {
      if (line.intervals.length > 0 && !(await mayBeOnPortal(trx, line))) reachable ??= line;
    }
    if (reachable === null) {
      const work = { intervals, description: '', kindOfWork };
      touched.push(...(await writeTimerLines(workbench, trx, timer, ticket, work)));
    } else {
      const grown = withIntervals(workbench, reachable, joinIntervals([...reachable.intervals, ...intervals]));
      await updateTimesheetLine(trx, reachable.id, grown);
      touched.push(reachable.id);
    }
  }
  return touched;
}

/**
 * Takes time out of what a timer became on a ticket, if its lines still hold all of that time. A line that is left with
 * nothing is deleted. `changed-since`: some of it is gone; `in-use`: the portal may have it already. Answers the lines,
 * which are to be settled afterwards.
 */
export async function takeTimerTimeBack(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  timer: TimerRow,
  ticket: Pick<Ticket, 'id'>,
  { taken, at }: { taken: readonly Interval[]; at: Instant },
): Promise<Outcome<TimesheetLineId[], { kind: 'changed-since' | 'in-use' }>> {
  const holding: { line: TimesheetLine; left: Interval[] }[] = [];
  // All are looked at before the first is changed: a refusal leaves everything as it was.
  for (const { date, intervals } of splitWorkByDate(taken)) {
    let foundMs = 0;
    for (const line of await listLinesOnDate(trx, timer, ticket, date)) {
      const heldMs = totalMs(intersectIntervals(line.intervals, intervals));
      if (heldMs === 0) continue;
      if (await mayBeOnPortal(trx, line)) return fail({ kind: 'in-use' });
      foundMs += heldMs;
      holding.push({ line, left: subtractIntervals(line.intervals, intervals) });
    }
    if (foundMs !== totalMs(intervals)) return fail({ kind: 'changed-since' });
  }
  for (const { line, left } of holding) {
    const changes = withIntervals(workbench, line, left);
    await updateTimesheetLine(trx, line.id, changes.workedSeconds > 0 ? changes : { deletedAt: at });
  }
  return succeed(holding.map(({ line }) => line.id));
}
