import type { CoverageDecision } from '@core/billing/coverage-decision';
import type { KindOfWork } from '@core/billing/kind-of-work';
import type { CoverageDecisionId, TicketId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { Selectable } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { CoverageDecisionTable } from '../tables/limit-tables';

export type CoverageDecisionRow = Selectable<CoverageDecisionTable>;

/** A decision as the rules know it. */
export function toCoverageDecision(row: CoverageDecisionRow): CoverageDecision {
  const { id, verdict, reason, decidedBy: by, decidedAt: at } = row;
  return { id, verdict, reason, by, at };
}

/** Lets a decision hold, a new one or an earlier one. What held of the kind of work has to be withdrawn before. */
export async function putCoverageDecision(trx: WorkbenchDatabase, decision: CoverageDecisionRow): Promise<void> {
  await trx
    .insertInto('coverageDecision')
    .values({ ...decision, withdrawnAt: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ withdrawnAt: null }))
    .execute();
}

/** What holds of a kind of work on a ticket instead of the terms; null: nothing does. */
export async function readStandingCoverageDecision(
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  kindOfWork: KindOfWork,
): Promise<CoverageDecision | null> {
  const row = await trx
    .selectFrom('coverageDecision')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .where('kindOfWork', '=', kindOfWork)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return row ? toCoverageDecision(row) : null;
}

/** Everything that holds on a ticket instead of the terms. */
export async function listStandingCoverageDecisions(
  trx: WorkbenchDatabase,
  ticketId: TicketId,
): Promise<CoverageDecisionRow[]> {
  return trx
    .selectFrom('coverageDecision')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .where('withdrawnAt', 'is', null)
    .execute();
}

/** A decision about this kind of work on this ticket, standing or not; undefined when it is none. */
export async function readCoverageDecisionOf(
  trx: WorkbenchDatabase,
  id: CoverageDecisionId,
  { ticketId, kindOfWork }: Pick<CoverageDecisionRow, 'ticketId' | 'kindOfWork'>,
): Promise<CoverageDecisionRow | undefined> {
  return trx
    .selectFrom('coverageDecision')
    .selectAll()
    .where('id', '=', id)
    .where('ticketId', '=', ticketId)
    .where('kindOfWork', '=', kindOfWork)
    .executeTakeFirst();
}

/** Takes a decision back. */
export async function withdrawCoverageDecisionRow(
  trx: WorkbenchDatabase,
  id: CoverageDecisionId,
  withdrawnAt: Instant,
): Promise<void> {
  await trx.updateTable('coverageDecision').set({ withdrawnAt }).where('id', '=', id).execute();
}
