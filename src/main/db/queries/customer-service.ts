import type { CustomerId } from '@core/ids';
import type { CustomerService } from '@core/time/service-calendar';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { WorkbenchDatabase } from '../open';
import type { CustomerServiceTable } from '../tables/customer-tables';

const datesSchema = z.array(z.iso.date());

function toService({ opensAtMinute, closesAtMinute, closedDays }: Selectable<CustomerServiceTable>): CustomerService {
  return { opensAtMinute, closesAtMinute, closedDays: datesSchema.parse(JSON.parse(closedDays)) };
}

/** The hours and closed days of the customers that have their own. */
export async function listCustomerServices(trx: WorkbenchDatabase): Promise<Map<CustomerId, CustomerService>> {
  const rows = await trx.selectFrom('customerService').selectAll().execute();
  return new Map(rows.map((row) => [row.customerId, toService(row)]));
}

/** Gives a customer hours and closed days of its own; null: everybody's. */
export async function writeCustomerService(
  trx: WorkbenchDatabase,
  customerId: CustomerId,
  service: CustomerService | null,
): Promise<void> {
  await trx.deleteFrom('customerService').where('customerId', '=', customerId).execute();
  if (service === null) return;
  const { opensAtMinute, closesAtMinute, closedDays } = service;
  await trx
    .insertInto('customerService')
    .values({ customerId, opensAtMinute, closesAtMinute, closedDays: JSON.stringify(closedDays) })
    .execute();
}
