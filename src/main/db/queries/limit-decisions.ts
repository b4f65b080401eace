import type { LimitDecisionId, TicketId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { Selectable } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { LimitDecisionTable } from '../tables/limit-tables';

export type LimitDecisionRow = Selectable<LimitDecisionTable>;

/** A new decision. */
export async function insertLimitDecision(trx: WorkbenchDatabase, decision: LimitDecisionRow): Promise<void> {
  await trx.insertInto('limitDecision').values(decision).execute();
}

/** A decision, or undefined. */
export async function readLimitDecision(
  trx: WorkbenchDatabase,
  id: LimitDecisionId,
): Promise<LimitDecisionRow | undefined> {
  return trx.selectFrom('limitDecision').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Takes a decision back. */
export async function withdrawLimitDecisionRow(
  trx: WorkbenchDatabase,
  id: LimitDecisionId,
  at: Instant,
): Promise<void> {
  await trx.updateTable('limitDecision').set({ withdrawnAt: at }).where('id', '=', id).execute();
}

/** Lets the decisions not to charge stand that were taken at that moment, or takes them back. */
export async function setNotChargedDecisions(
  trx: WorkbenchDatabase,
  { ticketId, decidedAt, withdrawnAt }: Pick<LimitDecisionRow, 'ticketId' | 'decidedAt' | 'withdrawnAt'>,
): Promise<void> {
  await trx
    .updateTable('limitDecision')
    .set({ withdrawnAt })
    .where('ticketId', '=', ticketId)
    .where('decidedAt', '=', decidedAt)
    .where('decision', '=', 'not-charged')
    .execute();
}

/** What was decided last about a ticket at this limit and stands; undefined for nothing. */
export async function readStandingDecision(
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  limitSeconds: number,
): Promise<LimitDecisionRow | undefined> {
  return trx
    .selectFrom('limitDecision')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .where('limitSeconds', '=', limitSeconds)
    .where('withdrawnAt', 'is', null)
    .orderBy('decidedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}
