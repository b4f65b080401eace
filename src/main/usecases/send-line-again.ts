import { type TimesheetLineId, timesheetLineIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { addLine, removeLine } from '@core/timesheet/change-set';
import { changeLines } from './change-lines';
import { isGoneFromPortal, type LineFailure, readOwnLine } from './own-line';
import type { Workbench } from './workbench';

/**
 * Sends a line of mine that somebody deleted on the portal once more, as a new line: its own external id has had its one
 * effect there. `not-found` for a line that the portal holds, or never held.
 */
export async function sendLineAgain(
  workbench: Workbench,
  lineId: TimesheetLineId,
): Promise<Outcome<null, LineFailure>> {
  const sent = await changeLines<LineFailure>(workbench, 'send-again', async (trx) => {
    const line = await readOwnLine(trx, lineId);
    if (!line || !isGoneFromPortal(line.row)) return fail({ kind: 'not-found' });
    const newId = timesheetLineIdSchema.parse(workbench.newId());
    return succeed([removeLine(line), addLine(newId, line.content)]);
  });
  return sent.ok ? succeed(null) : sent;
}
