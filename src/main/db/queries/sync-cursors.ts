import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../open';
import type { SyncCursorTable } from '../tables/portal-tables';

/** How far a model has been pulled, by the server's clock; null before the first pull. */
export async function readCursor(trx: WorkbenchDatabase, model: SyncCursorTable['model']): Promise<Instant | null> {
  const row = await trx.selectFrom('syncCursor').select('changedAt').where('model', '=', model).executeTakeFirst();
  return row?.changedAt ?? null;
}

/** Stores the cursor, in the transaction of the rows it speaks of. It never goes back. */
export async function writeCursor(
  trx: WorkbenchDatabase,
  model: SyncCursorTable['model'],
  changedAt: Instant,
): Promise<void> {
  await trx
    .insertInto('syncCursor')
    .values({ model, changedAt })
    .onConflict((conflict) =>
      conflict.column('model').doUpdateSet({ changedAt }).where('syncCursor.changedAt', '<', changedAt),
    )
    .execute();
}
