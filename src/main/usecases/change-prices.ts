import { type CustomerId, type PriceListId, priceListIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { WorkbenchDatabase } from '../db/open';
import {
  assignPriceListRow,
  deletePriceListRow,
  hasPriceList,
  type PriceListRow,
  upsertPriceList,
} from '../db/queries/price-lists';
import { listCustomersWithPacks } from '../db/queries/support-packs';
import { raisePackWarning } from './raise-pack-warning';
import { settleCustomer } from './settle-limit';
import type { Workbench } from './workbench';

/** Prices change what is drawn from packs, and with it what waits. */
export async function settleAllPacks(workbench: Workbench, trx: WorkbenchDatabase): Promise<readonly CustomerId[]> {
  const at = workbench.clock.read().wall;
  const customers = await listCustomersWithPacks(trx);
  for (const customerId of customers) await settleCustomer(workbench, trx, customerId, at);
  return customers;
}

async function tell(workbench: Workbench, customers: readonly CustomerId[]): Promise<void> {
  workbench.announce.ticketChanged(null);
  workbench.announce.outboxChanged();
  for (const customerId of customers) await raisePackWarning(workbench, customerId);
}

/** Writes a price list; one without an id is a new one. `not-found` when the id is not here. */
export async function writePriceList(
  workbench: Workbench,
  { id, ...list }: Omit<PriceListRow, 'id'> & { readonly id: PriceListId | null },
): Promise<Outcome<{ priceListId: PriceListId }, { kind: 'not-found' }>> {
  const written = await workbench.database.transaction().execute(async (trx) => {
    if (id !== null && !(await hasPriceList(trx, id))) return null;
    const priceListId = id ?? priceListIdSchema.parse(workbench.newId());
    await upsertPriceList(trx, { ...list, id: priceListId });
    return { priceListId, customers: await settleAllPacks(workbench, trx) };
  });
  if (written === null) return fail({ kind: 'not-found' });
  await tell(workbench, written.customers);
  return succeed({ priceListId: written.priceListId });
}

/** Removes a price list. Its customers pay by the terms' own again. */
export async function deletePriceList(
  workbench: Workbench,
  priceListId: PriceListId,
): Promise<Outcome<null, { kind: 'not-found' }>> {
  const customers = await workbench.database.transaction().execute(async (trx) => {
    if (!(await deletePriceListRow(trx, priceListId))) return null;
    return settleAllPacks(workbench, trx);
  });
  if (customers === null) return fail({ kind: 'not-found' });
  await tell(workbench, customers);
  return succeed(null);
}

/** Gives a customer a price list; null: the terms' own. */
export async function assignPriceList(
  workbench: Workbench,
  { customerId, priceListId }: { readonly customerId: CustomerId; readonly priceListId: PriceListId | null },
): Promise<Outcome<null, { kind: 'not-found' }>> {
  const isAssigned = await workbench.database.transaction().execute(async (trx) => {
    if (priceListId !== null && !(await hasPriceList(trx, priceListId))) return false;
    if (!(await assignPriceListRow(trx, customerId, priceListId))) return false;
    await settleCustomer(workbench, trx, customerId, workbench.clock.read().wall);
    return true;
  });
  if (!isAssigned) return fail({ kind: 'not-found' });
  await tell(workbench, [customerId]);
  return succeed(null);
}
