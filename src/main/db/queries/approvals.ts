import { computeTicketLimit } from '@core/billing/approvals';
import type { ApprovalId, EstimateId, TicketId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { Selectable } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { TicketApprovalTable, TicketEstimateTable } from '../tables/limit-tables';
import { valuesOf } from '../values-of';

export type TicketApproval = Selectable<TicketApprovalTable>;
export type TicketEstimate = Selectable<TicketEstimateTable>;

/** A new approval. One whose id is here already stays as it is; answers whether it is new. */
export async function insertApproval(trx: WorkbenchDatabase, approval: TicketApproval): Promise<boolean> {
  const inserted = await trx
    .insertInto('ticketApproval')
    .values(approval)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return Number(inserted.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** An approval, or undefined. */
export async function readApproval(trx: WorkbenchDatabase, id: ApprovalId): Promise<TicketApproval | undefined> {
  return trx.selectFrom('ticketApproval').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Takes an approval back for good. Answers whether it stood until now. */
export async function withdrawApprovalRow(trx: WorkbenchDatabase, id: ApprovalId, at: Instant): Promise<boolean> {
  const updated = await trx
    .updateTable('ticketApproval')
    .set({ withdrawnAt: at })
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

/** What a ticket's customer approved, newest first, with what was withdrawn. */
export async function listApprovals(trx: WorkbenchDatabase, ticketId: TicketId): Promise<TicketApproval[]> {
  return trx
    .selectFrom('ticketApproval')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .orderBy('approvedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** The limit of one ticket, and the approval it comes from. */
export async function readTicketLimit(trx: WorkbenchDatabase, ticketId: TicketId) {
  return limitOf(await listApprovals(trx, ticketId));
}

/** The limits of those of these tickets whose customer has approved something. */
export async function listTicketLimits(
  trx: WorkbenchDatabase,
  ticketIds: readonly TicketId[],
): Promise<Map<TicketId, number>> {
  const histories = new Map<TicketId, TicketApproval[]>();
  const approvals = await trx
    .selectFrom('ticketApproval')
    .selectAll()
    .where('ticketId', 'in', valuesOf(ticketIds))
    .execute();
  for (const approval of approvals) {
    histories.set(approval.ticketId, [...(histories.get(approval.ticketId) ?? []), approval]);
  }
  return new Map([...histories].map(([ticketId, history]) => [ticketId, limitOf(history).limitSeconds]));
}

function limitOf(history: readonly TicketApproval[]) {
  return computeTicketLimit(history.map((approval) => ({ ...approval, isWithdrawn: approval.withdrawnAt !== null })));
}

/** A new estimate. One whose id is here already stays as it is; answers whether it is new. */
export async function insertEstimate(trx: WorkbenchDatabase, estimate: TicketEstimate): Promise<boolean> {
  const inserted = await trx
    .insertInto('ticketEstimate')
    .values(estimate)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return Number(inserted.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** What a ticket's customer was told to expect, newest first. */
export async function listEstimates(trx: WorkbenchDatabase, ticketId: TicketId): Promise<TicketEstimate[]> {
  return trx
    .selectFrom('ticketEstimate')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Takes an estimate away that nobody has been told of. */
export async function deleteEstimate(trx: WorkbenchDatabase, id: EstimateId): Promise<void> {
  await trx.deleteFrom('ticketEstimate').where('id', '=', id).execute();
}
