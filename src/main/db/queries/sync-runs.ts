import { isSameAgain, isWorthTelling, type SyncRun } from '@core/sync/sync-run';
import type { Instant } from '@core/time/instant';
import type { Selectable } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { SyncRunTable } from '../tables/portal-tables';

/** So many are kept: enough to see what went on over some days. */
const MOST_RUNS = 50;

/** The last syncs that did something or failed, the latest first. */
export async function listSyncRuns(trx: WorkbenchDatabase, limit = MOST_RUNS): Promise<Selectable<SyncRunTable>[]> {
  return trx.selectFrom('syncRun').selectAll().orderBy('id', 'desc').limit(limit).execute();
}

/** Remembers how a sync ended, if that is worth telling, and forgets the oldest. */
export async function noteSyncRun(
  trx: WorkbenchDatabase,
  run: SyncRun & { readonly startedAt: Instant; readonly endedAt: Instant },
): Promise<void> {
  if (!isWorthTelling(run)) return;
  const [last] = await listSyncRuns(trx, 1);
  if (last !== undefined && isSameAgain(last, run)) {
    await trx
      .updateTable('syncRun')
      .set({ endedAt: run.endedAt, times: last.times + 1 })
      .where('id', '=', last.id)
      .execute();
    return;
  }
  await trx
    .insertInto('syncRun')
    .values({ ...run, times: 1 })
    .execute();
  const kept = (await listSyncRuns(trx)).at(-1);
  if (kept !== undefined) await trx.deleteFrom('syncRun').where('id', '<', kept.id).execute();
}
