import { forecastPacks } from '@core/billing/support-pack';
import type { CustomerId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import type { WorkbenchDatabase } from '../db/open';
import { readCustomer } from '../db/queries/customers';
import { listPacks } from '../db/queries/support-packs';
import { readCustomerPacks } from './pack-account';

/** What is left of a customer's packs and for how long; undefined for a customer who is not here. */
export async function readPacks(database: WorkbenchDatabase, customerId: CustomerId, now: Instant) {
  const customer = await readCustomer(database, customerId);
  if (!customer) return undefined;
  const read = await readCustomerPacks(database, customerId, stockholmDate(now));
  const { packs = [], origin = 'here', allDraws = [], account } = read ?? {};
  const leftMinutes = account?.leftMinutes ?? 0;
  const forecast = forecastPacks({ packs, draws: allDraws, leftMinutes, now });
  return {
    customerId,
    customerName: customer.name,
    origin,
    uncounted:
      origin === 'here'
        ? []
        : (await listPacks(database, customerId)).map(({ usedMinutes, ...pack }) => ({
            ...pack,
            usedMinutes,
            usedBeforeMinutes: usedMinutes,
            leftMinutes: pack.prepaidMinutes - usedMinutes,
          })),
    packs: (account?.packs ?? []).map(({ pack, usedMinutes, leftMinutes: left }) => ({
      id: pack.id,
      prepaidMinutes: pack.prepaidMinutes,
      usedMinutes,
      usedBeforeMinutes: pack.usedMinutes,
      leftMinutes: left,
      boughtOn: pack.boughtOn,
      countsFrom: pack.countsFrom,
      note: pack.note,
    })),
    prepaidMinutes: account?.prepaidMinutes ?? 0,
    leftMinutes,
    overdrawnMinutes: account?.overdrawnMinutes ?? 0,
    drawnLastFourWeeksMinutes: forecast.drawnMinutes,
    emptyOn: forecast.emptyAt === null ? null : stockholmDate(forecast.emptyAt),
  };
}
