import type { CustomerId, PriceListId } from '@core/ids';
import type { Selectable } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { PriceListTable } from '../tables/customer-tables';
import { valuesOf } from '../values-of';

export type PriceListRow = Selectable<PriceListTable>;

/** All price lists by name. The terms' own is not among them. */
export async function listPriceLists(trx: WorkbenchDatabase): Promise<PriceListRow[]> {
  return trx.selectFrom('priceList').selectAll().orderBy('name').orderBy('id').execute();
}

/** The price lists that were chosen for these customers. Who is not among them has the terms' own. */
export async function listPriceListsOfCustomers(
  trx: WorkbenchDatabase,
  customerIds: readonly CustomerId[],
): Promise<Map<CustomerId, PriceListRow>> {
  const rows = await trx
    .selectFrom('customer')
    .innerJoin('priceList', 'priceList.id', 'customer.priceListId')
    .select('customer.id as customerId')
    .selectAll('priceList')
    .where('customer.id', 'in', valuesOf(customerIds))
    .execute();
  return new Map(rows.map(({ customerId, ...list }) => [customerId, list]));
}

/** Writes a price list, new or known. */
export async function upsertPriceList(trx: WorkbenchDatabase, list: PriceListRow): Promise<void> {
  await trx
    .insertInto('priceList')
    .values(list)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(list))
    .execute();
}

/** A price list, or undefined. */
export async function readPriceListById(trx: WorkbenchDatabase, id: PriceListId): Promise<PriceListRow | undefined> {
  return trx.selectFrom('priceList').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Whether customers pay by a price list. */
export async function isPriceListInUse(trx: WorkbenchDatabase, id: PriceListId): Promise<boolean> {
  const customer = trx.selectFrom('customer').select('id').where('priceListId', '=', id).limit(1);
  return (await customer.executeTakeFirst()) !== undefined;
}

/** Whether a price list is here. */
export async function hasPriceList(trx: WorkbenchDatabase, id: PriceListId): Promise<boolean> {
  return (await trx.selectFrom('priceList').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** Removes a price list; its customers have the terms' own again. Answers whether it was here. */
export async function deletePriceListRow(trx: WorkbenchDatabase, id: PriceListId): Promise<boolean> {
  const deleted = await trx.deleteFrom('priceList').where('id', '=', id).executeTakeFirst();
  return Number(deleted.numDeletedRows) > 0;
}

/** Gives a customer a price list; null: the terms' own. Answers whether the customer is here. */
export async function assignPriceListRow(
  trx: WorkbenchDatabase,
  customerId: CustomerId,
  priceListId: PriceListId | null,
): Promise<boolean> {
  const updated = await trx
    .updateTable('customer')
    .set({ priceListId })
    .where('id', '=', customerId)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

/** The price list that was chosen for a customer; undefined for the terms' own. */
export async function readPriceListOfCustomer(
  trx: WorkbenchDatabase,
  customerId: CustomerId | null,
): Promise<PriceListRow | undefined> {
  if (customerId === null) return undefined;
  return trx
    .selectFrom('customer')
    .innerJoin('priceList', 'priceList.id', 'customer.priceListId')
    .selectAll('priceList')
    .where('customer.id', '=', customerId)
    .executeTakeFirst();
}
