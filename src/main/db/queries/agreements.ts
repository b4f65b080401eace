import type { AgreementKind } from '@core/billing/agreement';
import { agreementsOn, type HeldAgreement } from '@core/billing/held-agreement';
import type { AgreementId, CustomerId } from '@core/ids';
import type { Selectable } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { LocalAgreementTable } from '../tables/customer-tables';

export type LocalAgreement = Selectable<LocalAgreementTable>;

/** The agreements a customer holds on a Stockholm date. None for a ticket without a customer. */
export async function listAgreements(
  trx: WorkbenchDatabase,
  customerId: CustomerId | null,
  day: string,
): Promise<readonly HeldAgreement[]> {
  if (customerId === null) return [];
  const local = await listLocalAgreements(trx, customerId);
  return agreementsOn(day, { local, onPortal: await listPortalAgreements(trx, customerId) });
}

/** The agreements of every customer on a Stockholm date. */
export async function listAllAgreements(
  trx: WorkbenchDatabase,
  day: string,
): Promise<ReadonlyMap<CustomerId, readonly HeldAgreement[]>> {
  const { local, onPortal } = await listAgreementsByOrigin(trx);
  return new Map(
    [...new Set([...local.keys(), ...onPortal.keys()])].map((id) => [
      id,
      agreementsOn(day, { local: local.get(id) ?? [], onPortal: onPortal.get(id) ?? [] }),
    ]),
  );
}

/** What was written down here, and what the portal says, of every customer. */
export async function listAgreementsByOrigin(trx: WorkbenchDatabase): Promise<{
  readonly local: ReadonlyMap<CustomerId, readonly LocalAgreement[]>;
  readonly onPortal: ReadonlyMap<CustomerId, readonly AgreementKind[]>;
}> {
  const local = Map.groupBy(await localAgreements(trx).execute(), ({ customerId }) => customerId);
  const onPortal = new Map<CustomerId, AgreementKind[]>();
  for (const { customerId, kind } of await trx.selectFrom('customerAgreement').selectAll().orderBy('kind').execute()) {
    onPortal.set(customerId, [...(onPortal.get(customerId) ?? []), kind]);
  }
  return { local, onPortal };
}

function localAgreements(trx: WorkbenchDatabase) {
  return trx.selectFrom('localAgreement').selectAll().orderBy('validFrom').orderBy('kind').orderBy('id');
}

/** The agreements of a customer that were written down here, the earliest first. */
export async function listLocalAgreements(trx: WorkbenchDatabase, customerId: CustomerId): Promise<LocalAgreement[]> {
  return localAgreements(trx).where('customerId', '=', customerId).execute();
}

/** What the portal says of a customer's agreements. */
export async function listPortalAgreements(trx: WorkbenchDatabase, customerId: CustomerId): Promise<AgreementKind[]> {
  const rows = await trx
    .selectFrom('customerAgreement')
    .select('kind')
    .where('customerId', '=', customerId)
    .orderBy('kind')
    .execute();
  return rows.map(({ kind }) => kind);
}

/** One that was written down here, or undefined. */
export async function readLocalAgreement(trx: WorkbenchDatabase, id: AgreementId): Promise<LocalAgreement | undefined> {
  return trx.selectFrom('localAgreement').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Writes one down, new or known. */
export async function upsertLocalAgreement(trx: WorkbenchDatabase, agreement: LocalAgreement): Promise<void> {
  await trx
    .insertInto('localAgreement')
    .values(agreement)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(agreement))
    .execute();
}

/** Removes one. */
export async function deleteLocalAgreement(trx: WorkbenchDatabase, id: AgreementId): Promise<void> {
  await trx.deleteFrom('localAgreement').where('id', '=', id).execute();
}

/** Puts these in the place of all that were written down here for a customer; none: the portal's hold again. */
export async function replaceLocalAgreements(
  trx: WorkbenchDatabase,
  customerId: CustomerId,
  agreements: readonly LocalAgreement[],
): Promise<void> {
  await trx.deleteFrom('localAgreement').where('customerId', '=', customerId).execute();
  if (agreements.length > 0)
    await trx
      .insertInto('localAgreement')
      .values([...agreements])
      .execute();
}
