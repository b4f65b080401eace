import { type TimesheetLineId, timesheetLineIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { splitLine as planSplit, type SplitPoint } from '@core/timesheet/split-line';
import { changeLines } from './change-lines';
import { isLocked, type LineFailure, readOwnLine } from './own-line';
import type { Workbench } from './workbench';

/** Makes two lines of one of mine. The first part stays the line that the portal may have. */
export async function splitLine(
  workbench: Workbench,
  lineId: TimesheetLineId,
  point: SplitPoint,
): Promise<Outcome<null, LineFailure>> {
  const split = await changeLines<LineFailure>(workbench, 'split', async (trx) => {
    const line = await readOwnLine(trx, lineId);
    if (!line) return fail({ kind: 'not-found' });
    if (isLocked(line)) return fail({ kind: 'line-locked' });
    const parts = planSplit(line, point, timesheetLineIdSchema.parse(workbench.newId()));
    return parts.ok ? parts : fail({ kind: 'time-invalid' });
  });
  return split.ok ? succeed(null) : split;
}
