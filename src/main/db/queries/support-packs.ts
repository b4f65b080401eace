import type { RaisedWarning } from '@core/billing/four-hour-rule';
import type { CustomerId, SupportPackId, TicketId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { Selectable } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { SupportPackTable } from '../tables/customer-tables';

export type SupportPackRow = Selectable<SupportPackTable>;

/** A customer's packs that were written down here, oldest first. */
export async function listPacks(trx: WorkbenchDatabase, customerId: CustomerId): Promise<SupportPackRow[]> {
  return trx
    .selectFrom('supportPack')
    .selectAll()
    .where('customerId', '=', customerId)
    .orderBy('countsFrom')
    .orderBy('id')
    .execute();
}

/** The packs of all customers that were written down here, oldest first. */
export async function listAllPacks(trx: WorkbenchDatabase): Promise<SupportPackRow[]> {
  return trx.selectFrom('supportPack').selectAll().orderBy('countsFrom').orderBy('id').execute();
}

/** The customers who have packs, here or on the portal. */
export async function listCustomersWithPacks(trx: WorkbenchDatabase): Promise<CustomerId[]> {
  const rows = await trx
    .selectFrom('supportPack')
    .select('customerId')
    .union(trx.selectFrom('portalPack').select('customerId'))
    .orderBy('customerId')
    .execute();
  return rows.map(({ customerId }) => customerId);
}

/** A pack, or undefined. */
export async function readPack(trx: WorkbenchDatabase, id: SupportPackId): Promise<SupportPackRow | undefined> {
  return trx.selectFrom('supportPack').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Writes a pack, new or known. */
export async function upsertPack(trx: WorkbenchDatabase, pack: SupportPackRow): Promise<void> {
  await trx
    .insertInto('supportPack')
    .values(pack)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(pack))
    .execute();
}

/** Removes a pack. */
export async function deletePackRow(trx: WorkbenchDatabase, id: SupportPackId): Promise<void> {
  await trx.deleteFrom('supportPack').where('id', '=', id).execute();
}

/** The tickets of a customer that are kept here. */
export async function listTicketsOfCustomer(trx: WorkbenchDatabase, customerId: CustomerId): Promise<TicketId[]> {
  const rows = await trx
    .selectFrom('ticket')
    .select('id')
    .where('customerId', '=', customerId)
    .orderBy('remoteId')
    .execute();
  return rows.map(({ id }) => id);
}

/** Which warnings about a customer's packs have spoken and are not armed again. */
export async function listRaisedPackWarnings(trx: WorkbenchDatabase, customerId: CustomerId): Promise<RaisedWarning[]> {
  const rows = await trx
    .selectFrom('packWarning')
    .select(['prepaidMinutes', 'thresholdPermille'])
    .where('customerId', '=', customerId)
    .orderBy('thresholdPermille')
    .execute();
  return rows.map(({ prepaidMinutes, thresholdPermille }) => ({
    limitSeconds: prepaidMinutes * 60,
    thresholdPermille,
  }));
}

/** Replaces what is known of the warnings about a customer's packs. */
export async function replaceRaisedPackWarnings(
  trx: WorkbenchDatabase,
  customerId: CustomerId,
  raised: readonly RaisedWarning[],
  at: Instant,
): Promise<void> {
  await trx.deleteFrom('packWarning').where('customerId', '=', customerId).execute();
  if (raised.length === 0) return;
  await trx
    .insertInto('packWarning')
    .values(
      raised.map(({ limitSeconds, thresholdPermille }) => ({
        customerId,
        prepaidMinutes: limitSeconds / 60,
        thresholdPermille,
        raisedAt: at,
      })),
    )
    .execute();
}
