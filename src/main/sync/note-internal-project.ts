import type { Instant } from '@core/time/instant';
import { type LineOutboxParts, planLineOutbox } from '../db/line-outbox';
import type { WorkbenchDatabase } from '../db/open';
import { readInternalProjectId, writeInternalProjectId } from '../db/queries/portal-facts';
import { listUnsentActivityLineIds } from '../db/queries/timesheet-lines';

/**
 * Remembers the portal's project for time without a ticket. When there is one now and was none, what was kept here for
 * want of it goes to the outbox.
 */
export async function noteInternalProject(
  database: WorkbenchDatabase,
  internalProjectRemoteId: number | null,
  parts: LineOutboxParts,
  at: Instant,
): Promise<void> {
  await database.transaction().execute(async (trx) => {
    if ((await readInternalProjectId(trx)) === internalProjectRemoteId) return;
    await writeInternalProjectId(trx, internalProjectRemoteId);
    for (const lineId of await listUnsentActivityLineIds(trx)) await planLineOutbox(trx, lineId, parts, at);
  });
}
