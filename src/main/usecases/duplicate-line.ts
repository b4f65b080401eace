import { type TimesheetLineId, timesheetLineIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { duplicateLine as planDuplicate } from '@core/timesheet/move-line';
import { changeLines } from './change-lines';
import { freeOfOverlaps, type LineFailure, readOwnLine } from './own-line';
import type { Workbench } from './workbench';

/**
 * Writes a line of mine again on a date, at the same times of the clock. Where these are taken there, only its length
 * goes along.
 */
export async function duplicateLine(
  workbench: Workbench,
  lineId: TimesheetLineId,
  date: string,
): Promise<Outcome<null, LineFailure>> {
  const duplicated = await changeLines<LineFailure>(workbench, 'duplicate', async (trx) => {
    const line = await readOwnLine(trx, lineId);
    if (!line) return fail({ kind: 'not-found' });
    const copy = planDuplicate(line, date, timesheetLineIdSchema.parse(workbench.newId()));
    if (copy.after === null) return succeed([copy]);
    const now = workbench.clock.read();
    const free = await freeOfOverlaps(trx, copy.after, { except: null, now, cutOverlaps: false });
    return succeed([free.ok ? copy : { ...copy, after: { ...copy.after, intervals: [] } }]);
  });
  return duplicated.ok ? succeed(null) : duplicated;
}
