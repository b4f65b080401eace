import { listUndescribedLineIds } from '../db/queries/timesheet-lines';
import { tellPortalOfLine } from './tell-portal-of-line';
import type { Workbench } from './workbench';

/**
 * The settings changed: where a line no longer has to be described, what waited for it goes to the outbox; where it has
 * to be again, what has not been sent is taken back from there.
 */
export async function settleUndescribedLines(workbench: Workbench): Promise<void> {
  const at = workbench.clock.read().wall;
  await workbench.database.transaction().execute(async (trx) => {
    for (const lineId of await listUndescribedLineIds(trx)) await tellPortalOfLine(workbench, trx, lineId, at);
  });
  workbench.announce.timesheetChanged();
  workbench.announce.ticketChanged(null);
  workbench.announce.outboxChanged();
}
