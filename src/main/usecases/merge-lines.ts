import type { TimesheetLineId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { mergeLines as planMerge } from '@core/timesheet/merge-lines';
import { changeLines, mayBeOnPortal } from './change-lines';
import { isLocked, type LineFailure, readOwnLines } from './own-line';
import type { Workbench } from './workbench';

/** Makes one line of several of mine. Where the portal has one of them, that one stays; otherwise the first in time. */
export async function mergeLines(
  workbench: Workbench,
  lineIds: readonly TimesheetLineId[],
): Promise<Outcome<null, LineFailure>> {
  const merged = await changeLines<LineFailure>(workbench, 'merge', async (trx) => {
    const lines = await readOwnLines(trx, lineIds);
    if (!lines) return fail({ kind: 'not-found' });
    if (lines.some(isLocked)) return fail({ kind: 'line-locked' });
    const onPortal: TimesheetLineId[] = [];
    for (const { id } of lines) if (await mayBeOnPortal(trx, id)) onPortal.push(id);
    const [only, ...others] = onPortal;
    const plan = planMerge(lines, others.length === 0 ? (only ?? null) : null);
    return plan.ok ? plan : fail({ kind: 'lines-differ' });
  });
  return merged.ok ? succeed(null) : merged;
}
