import { type CustomerId, type SupportPackId, supportPackIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { readCustomer } from '../db/queries/customers';
import { deletePackRow, readPack, type SupportPackRow, upsertPack } from '../db/queries/support-packs';
import { raisePackWarning } from './raise-pack-warning';
import { settleCustomer } from './settle-limit';
import type { Workbench } from './workbench';

async function tell(workbench: Workbench, customerId: CustomerId): Promise<void> {
  workbench.announce.ticketChanged(null);
  workbench.announce.outboxChanged();
  await raisePackWarning(workbench, customerId);
}

/**
 * Writes a pack of a customer; one without an id is a new one. What waited because the packs were empty is sent as far as
 * the pack covers it. `pack-invalid` when more was used than was prepaid.
 */
export async function writePack(
  workbench: Workbench,
  { id, ...pack }: Omit<SupportPackRow, 'id'> & { readonly id: SupportPackId | null },
): Promise<Outcome<{ packId: SupportPackId }, { kind: 'not-found' | 'pack-invalid' }>> {
  if (pack.usedMinutes > pack.prepaidMinutes) return fail({ kind: 'pack-invalid' });
  const packId = await workbench.database.transaction().execute(async (trx) => {
    const known = id === null ? undefined : await readPack(trx, id);
    const isKnown = id === null || known?.customerId === pack.customerId;
    if (!isKnown || (await readCustomer(trx, pack.customerId)) === undefined) return null;
    const written = id ?? supportPackIdSchema.parse(workbench.newId());
    await upsertPack(trx, { ...pack, id: written });
    await settleCustomer(workbench, trx, pack.customerId, workbench.clock.read().wall);
    return written;
  });
  if (packId === null) return fail({ kind: 'not-found' });
  await tell(workbench, pack.customerId);
  return succeed({ packId });
}

/** Removes a pack. What it covered and has not been sent waits again. */
export async function deletePack(
  workbench: Workbench,
  packId: SupportPackId,
): Promise<Outcome<null, { kind: 'not-found' }>> {
  const customerId = await workbench.database.transaction().execute(async (trx) => {
    const pack = await readPack(trx, packId);
    if (!pack) return null;
    await deletePackRow(trx, packId);
    await settleCustomer(workbench, trx, pack.customerId, workbench.clock.read().wall);
    return pack.customerId;
  });
  if (customerId === null) return fail({ kind: 'not-found' });
  await tell(workbench, customerId);
  return succeed(null);
}
