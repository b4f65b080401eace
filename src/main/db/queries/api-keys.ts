import {
  type ApiKey,
  apiKeySchema,
  type KnownKeys,
  type ToldKeyWarning,
  toldKeyWarningSchema,
} from '@core/sync/key-expiry';
import type { Instant } from '@core/time/instant';
import { z } from 'zod';
import type { WorkbenchDatabase } from '../open';

const keysSchema = z.array(apiKeySchema);

/** When the portal was last asked for the keys; null: not since the key in use was given. */
export async function readKeysReadAt(trx: WorkbenchDatabase): Promise<Instant | null> {
  const row = await trx.selectFrom('portalFacts').select('keysReadAt').executeTakeFirstOrThrow();
  return row.keysReadAt;
}

/** The keys as the portal last told of them; null where it does not, or was not asked yet. */
export async function readKnownKeys(trx: WorkbenchDatabase): Promise<KnownKeys | null> {
  const { keysReadAt, portalKeys, chosenKeyRemoteId } = await trx
    .selectFrom('portalFacts')
    .select(['keysReadAt', 'portalKeys', 'chosenKeyRemoteId'])
    .executeTakeFirstOrThrow();
  if (keysReadAt === null || portalKeys === null) return null;
  return { keys: keysSchema.parse(JSON.parse(portalKeys)), readAt: keysReadAt, chosenRemoteId: chosenKeyRemoteId };
}

/** Remembers what the portal told; null: it does not tell. */
export async function writeKeys(trx: WorkbenchDatabase, keys: readonly ApiKey[] | null, at: Instant): Promise<void> {
  await trx
    .updateTable('portalFacts')
    .set({ portalKeys: keys === null ? null : JSON.stringify(keys), keysReadAt: at })
    .execute();
}

/** Another key was given: what was known of the one before no longer holds. */
export async function forgetKeys(trx: WorkbenchDatabase): Promise<void> {
  await trx.updateTable('portalFacts').set({ portalKeys: null, keysReadAt: null, chosenKeyRemoteId: null }).execute();
}

/** The person says which one is in use. */
export async function chooseKey(trx: WorkbenchDatabase, chosenKeyRemoteId: number): Promise<void> {
  await trx.updateTable('portalFacts').set({ chosenKeyRemoteId }).execute();
}

/** The last warning that a person was told of; null: none yet. */
export async function readToldKeyWarning(trx: WorkbenchDatabase): Promise<ToldKeyWarning | null> {
  const { toldKeyWarning } = await trx.selectFrom('portalFacts').select('toldKeyWarning').executeTakeFirstOrThrow();
  return toldKeyWarning === null ? null : toldKeyWarningSchema.parse(JSON.parse(toldKeyWarning));
}

/** Remembers it. */
export async function writeToldKeyWarning(trx: WorkbenchDatabase, told: ToldKeyWarning): Promise<void> {
  await trx
    .updateTable('portalFacts')
    .set({ toldKeyWarning: JSON.stringify(told) })
    .execute();
}
