import type { SavedFilterId } from '@core/ids';
import { type QueueQuestion, queueQuestionSchema } from '@core/ticket/queue-view';
import type { WorkbenchDatabase } from '../open';

/** A combination of view, search and filters that a person gave a name. */
export interface SavedFilter {
  readonly id: SavedFilterId;
  readonly name: string;
  readonly question: QueueQuestion;
}

/** The saved filters, the oldest first. */
export async function listSavedFilters(trx: WorkbenchDatabase): Promise<SavedFilter[]> {
  const rows = await trx.selectFrom('savedFilter').selectAll().orderBy('id').execute();
  return rows.map((row) => ({ ...row, question: queueQuestionSchema.parse(JSON.parse(row.question)) }));
}

/** Saves a filter, new or known. */
export async function upsertSavedFilter(trx: WorkbenchDatabase, filter: SavedFilter): Promise<void> {
  const row = { ...filter, question: JSON.stringify(filter.question) };
  await trx
    .insertInto('savedFilter')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** Removes a filter. */
export async function deleteSavedFilter(trx: WorkbenchDatabase, id: SavedFilterId): Promise<void> {
  await trx.deleteFrom('savedFilter').where('id', '=', id).execute();
}
