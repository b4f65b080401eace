import type { TimesheetLineId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { readTimesheetLine, updateTimesheetLine } from '../db/queries/timesheet-lines';
import { recordChange } from './record-change';
import { settleLimit } from './settle-limit';
import type { Workbench } from './workbench';

/**
 * Says whether the part of a line of mine outside service hours is charged as overtime; null: as the terms propose.
 * Source: 000, "Escalated issues may attract overtime charges without further notification".
 */
export async function decideOvertime(
  workbench: Workbench,
  { lineId, decision }: { readonly lineId: TimesheetLineId; readonly decision: 'confirmed' | 'waived' | null },
): Promise<Outcome<null, { kind: 'not-found' }>> {
  const at = workbench.clock.read().wall;
  const ticketId = await workbench.database.transaction().execute(async (trx) => {
    const line = await readTimesheetLine(trx, lineId);
    if (line?.origin !== 'mine' || line.deletedAt !== null || line.ticketId === null) return null;
    await recordChange(workbench, trx, 'edit', async (touch) => {
      await touch(lineId);
      await updateTimesheetLine(trx, lineId, { overtimeDecision: decision });
    });
    await settleLimit(workbench, trx, line.ticketId, at);
    return line.ticketId;
  });
  if (ticketId === null) return fail({ kind: 'not-found' });
  workbench.announce.ticketChanged(ticketId);
  workbench.announce.timesheetChanged();
  workbench.announce.outboxChanged();
  return succeed(null);
}
