import type { TimesheetLineId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { removeLine } from '@core/timesheet/change-set';
import { changeLines } from './change-lines';
import { isLocked, type LineFailure, readOwnLines } from './own-line';
import type { Workbench } from './workbench';

/** Deletes lines of mine, here and on the portal. They stay here out of sight, so that no pull brings them back. */
export async function deleteLines(
  workbench: Workbench,
  lineIds: readonly TimesheetLineId[],
): Promise<Outcome<null, LineFailure>> {
  const deleted = await changeLines<LineFailure>(workbench, 'delete', async (trx) => {
    const lines = await readOwnLines(trx, lineIds);
    if (!lines) return fail({ kind: 'not-found' });
    return lines.some(isLocked) ? fail({ kind: 'line-locked' }) : succeed(lines.map(removeLine));
  });
  return deleted.ok ? succeed(null) : deleted;
}
