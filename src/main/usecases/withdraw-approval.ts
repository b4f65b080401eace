import type { ApprovalId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { readApproval, withdrawApprovalRow } from '../db/queries/approvals';
import { postApprovalNote } from './record-approval';
import { settleLimit } from './settle-limit';
import { tellOfLimit } from './tell-of-limit';
import type { Workbench } from './workbench';

/**
 * Takes an approval back that was written down by mistake. It stays in the history; the limit is what it was before, and
 * what has left this computer meanwhile is shown as sent over the limit.
 */
export async function withdrawApproval(
  workbench: Workbench,
  approvalId: ApprovalId,
): Promise<Outcome<null, { kind: 'not-found' }>> {
  const at = workbench.clock.read().wall;
  const ticketId = await workbench.database.transaction().execute(async (trx) => {
    const approval = await readApproval(trx, approvalId);
    if (!approval || !(await withdrawApprovalRow(trx, approvalId, at))) return null;
    await postApprovalNote(workbench, trx, approval, 'withdrawn', at);
    await settleLimit(workbench, trx, approval.ticketId, at);
    return approval.ticketId;
  });
  if (ticketId === null) return fail({ kind: 'not-found' });
  await tellOfLimit(workbench, ticketId);
  return succeed(null);
}
