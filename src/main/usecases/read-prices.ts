import type { Instant } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import type { WorkbenchDatabase } from '../db/open';
import { listAllAgreements } from '../db/queries/agreements';
import { listCustomers } from '../db/queries/customers';
import { listPriceLists } from '../db/queries/price-lists';
import { listCustomersWithPacks } from '../db/queries/support-packs';
import { readPriceList } from './ticket-charge';

/** The price lists, the terms' own first, and what each customer pays by. */
export async function readPrices(database: WorkbenchDatabase, now: Instant) {
  const agreements = await listAllAgreements(database, stockholmDate(now));
  const withPacks = new Set(await listCustomersWithPacks(database));
  return {
    priceLists: [await readPriceList(database, null), ...(await listPriceLists(database))],
    customers: (await listCustomers(database)).map(({ id, name, priceListId }) => ({
      id,
      name,
      priceListId,
      hasSupportPack: withPacks.has(id) || (agreements.get(id) ?? []).some(({ kind }) => kind === 'support-pack'),
    })),
  };
}
