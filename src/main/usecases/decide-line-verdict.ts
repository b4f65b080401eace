import type { DecidedVerdict } from '@core/billing/coverage-table';
import type { TimesheetLineId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { changeLine } from '@core/timesheet/change-set';
import { changeLines } from './change-lines';
import { isLocked, type LineFailure, readOwnLine } from './own-line';
import type { Workbench } from './workbench';

/**
 * Decides what holds of one line of mine on a ticket, whatever is said of its kind of work. Null: it is judged by that, or
 * by the terms, again. What the portal has validated or invoiced keeps its verdict.
 * Our reading of 001, "Will I be charged for support?": the terms speak until somebody says what applies.
 */
export async function decideLineVerdict(
  workbench: Workbench,
  {
    lineId,
    decided,
  }: { readonly lineId: TimesheetLineId; readonly decided: { verdict: DecidedVerdict; reason: string } | null },
): Promise<Outcome<null, LineFailure>> {
  const at = workbench.clock.read().wall;
  const changed = await changeLines<LineFailure>(workbench, 'decide-verdict', async (trx) => {
    const line = await readOwnLine(trx, lineId);
    if (line?.content.target.kind !== 'ticket') return fail({ kind: 'not-found' });
    if (isLocked(line)) return fail({ kind: 'line-locked' });
    const override = decided === null ? null : { ...decided, by: workbench.userName, at };
    const change = changeLine(line, { ...line.content, override });
    return succeed(change === null ? [] : [change]);
  });
  return changed.ok ? succeed(null) : changed;
}
