import type { TimesheetLineId } from '@core/ids';
import { addDays } from '@core/time/stockholm-days';
import { findOverlapping } from '@core/timesheet/overlap';
import type { WorkbenchDatabase } from '../db/open';
import { listOpenEntriesOf } from '../db/queries/outbox';
import {
  listMyLinesBetween,
  listMyUnsentLinesThatOverlap,
  type TimesheetLine,
  updateTimesheetLine,
} from '../db/queries/timesheet-lines';
import { announceLines } from './announce-lines';
import { settleLines } from './settle-lines';
import type { Workbench } from './workbench';

/** Whether the portal may have the line already: then holding it back comes too late. */
async function mayHaveLeft(trx: WorkbenchDatabase, { id, remoteId }: TimesheetLine): Promise<boolean> {
  return remoteId !== null || (await listOpenEntriesOf(trx, id)).some(({ state }) => state === 'in-flight');
}

/**
 * Holds lines of mine back that say the same time as a line the portal has, or as an older one of mine: what two computers
 * recorded at once is one person's time once. A line is let go when the overlap is gone. Answers the lines whose hold
 * changed; what else follows for them is the caller's.
 */
export async function holdOverlaps(trx: WorkbenchDatabase): Promise<TimesheetLineId[]> {
  const unsent = await listMyUnsentLinesThatOverlap(trx);
  const dates = unsent.map(({ date }) => date).toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  // Times of work can lie on the other side of midnight than the line's date.
  const around = await listMyLinesBetween(trx, addDays(first, -1), addDays(last, 1));
  const standing: TimesheetLine[] = [];
  for (const line of around) if (await mayHaveLeft(trx, line)) standing.push(line);

  const changed: TimesheetLineId[] = [];
  for (const line of unsent) {
    if (standing.some(({ id }) => id === line.id)) continue;
    const others = standing.map(({ id, intervals }) => ({ key: id, intervals }));
    const isHeld = findOverlapping(line.intervals, others).length > 0 && line.workedSeconds > 0;
    if (!isHeld) standing.push(line);
    const isAsItWas = isHeld
      ? line.holdReason === 'overlap' && line.heldSeconds === line.workedSeconds
      : line.holdReason !== 'overlap';
    if (isAsItWas) continue;
    const heldSeconds = isHeld ? line.workedSeconds : 0;
    await updateTimesheetLine(trx, line.id, { heldSeconds, holdReason: isHeld ? 'overlap' : null });
    changed.push(line.id);
  }
  return changed;
}

/** Holds back and lets go what a pull says about lines that overlap. */
export async function settleOverlaps(workbench: Workbench): Promise<void> {
  const at = workbench.clock.read().wall;
  const tickets = await workbench.database.transaction().execute(async (trx) => {
    const lineIds = await holdOverlaps(trx);
    return lineIds.length === 0 ? null : settleLines(workbench, trx, lineIds, at);
  });
  if (tickets) await announceLines(workbench, tickets);
}
