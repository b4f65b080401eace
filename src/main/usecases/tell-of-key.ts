import { isQuiet } from '@core/notices/plan-news';
import { daysLeftOf, dueKeyWarning, type KeyWarningDays, keyInUse, keyWarningAt } from '@core/sync/key-expiry';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../db/open';
import { readKnownKeys, readToldKeyWarning, writeToldKeyWarning } from '../db/queries/api-keys';
import type { Workbench } from './workbench';

/** What a person is told of the key in use. */
export interface KeyWarning {
  readonly days: KeyWarningDays;
  readonly expiresAt: Instant;
}

/**
 * Tells of a key that expires soon, once for each warning. That it was told is on disk first. Outside service hours it
 * waits, like all news.
 */
export async function tellOfKey(workbench: Workbench): Promise<void> {
  const now = workbench.clock.read().wall;
  if (isQuiet(now, workbench.calendar, workbench.settings())) return;
  const warning = await workbench.database.transaction().execute(async (trx): Promise<KeyWarning | null> => {
    const inUse = keyInUse(await readKnownKeys(trx));
    const expiresAt = inUse.kind === 'known' ? inUse.key.expiresAt : null;
    if (expiresAt === null) return null;
    const days = dueKeyWarning({ expiresAt, now }, await readToldKeyWarning(trx));
    if (days === null) return null;
    await writeToldKeyWarning(trx, { expiresAt, days });
    return { days, expiresAt };
  });
  if (warning) workbench.announce.keyWarning(warning);
}

/** What is known of the key in use, for the sync view. */
export async function readKeyInUse(database: WorkbenchDatabase, now: Instant) {
  const inUse = keyInUse(await readKnownKeys(database));
  switch (inUse.kind) {
    case 'unknown':
      return inUse;
    case 'several':
      return { kind: inUse.kind, keys: [...inUse.keys] };
    case 'known': {
      const { name, expiresAt } = inUse.key;
      if (expiresAt === null) return { kind: inUse.kind, name, expiry: null };
      return {
        kind: inUse.kind,
        name,
        expiry: { at: expiresAt, warningDays: keyWarningAt(expiresAt, now), daysLeft: daysLeftOf(expiresAt, now) },
      };
    }
  }
}
