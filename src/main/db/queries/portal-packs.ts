import type { CustomerId } from '@core/ids';
import type { Selectable } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { PortalPackTable } from '../tables/customer-tables';
import { listPacks, type SupportPackRow } from './support-packs';

export type PortalPackRow = Selectable<PortalPackTable>;

/** The packs of a customer that count, oldest first: the portal's where it has any, else those that were written down here. */
export async function listCountedPacks(
  trx: WorkbenchDatabase,
  customerId: CustomerId,
): Promise<{ readonly origin: 'here' | 'portal'; readonly packs: readonly SupportPackRow[] }> {
  const onPortal = await trx
    .selectFrom('portalPack')
    .selectAll()
    .where('customerId', '=', customerId)
    .orderBy('countsFrom')
    .orderBy('id')
    .execute();
  if (onPortal.length === 0) return { origin: 'here', packs: await listPacks(trx, customerId) };
  return { origin: 'portal', packs: onPortal };
}

/** What the portal has of all customers' prepaid time. */
export async function listPortalPacks(trx: WorkbenchDatabase): Promise<PortalPackRow[]> {
  return trx.selectFrom('portalPack').selectAll().orderBy('remoteId').execute();
}

/** Puts these in the place of everything that is known of the portal's prepaid time. */
export async function replacePortalPacks(trx: WorkbenchDatabase, packs: readonly PortalPackRow[]): Promise<void> {
  await trx.deleteFrom('portalPack').execute();
  for (const pack of packs) await trx.insertInto('portalPack').values(pack).execute();
}
