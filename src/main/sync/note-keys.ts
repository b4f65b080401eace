import { addMs, type Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../db/open';
import { readKeysReadAt, writeKeys } from '../db/queries/api-keys';
import type { Portal } from '../portal/portal';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Asks the portal once a day when the user's keys expire. A portal that does not answer this is asked again with the next
 * sync: no sync fails for it.
 */
export async function noteKeys(
  database: WorkbenchDatabase,
  portal: Pick<Portal, 'readKeys'>,
  now: Instant,
): Promise<void> {
  const readAt = await readKeysReadAt(database);
  // Also after the clock was set back.
  if (readAt !== null && now >= readAt && now < addMs(readAt, DAY_MS)) return;
  const keys = await portal.readKeys();
  if (keys.ok) await writeKeys(database, keys.value, now);
}
