import type { CustomerId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { CustomerService } from '@core/time/service-calendar';
import type { WorkbenchDatabase } from '../db/open';
import { listCustomerServices, writeCustomerService } from '../db/queries/customer-service';
import { listCustomers, readCustomer } from '../db/queries/customers';
import type { Workbench } from './workbench';

/** All customers by name, with the hours and closed days of those that have their own. */
export async function readCustomerServices(database: WorkbenchDatabase) {
  const services = await listCustomerServices(database);
  const customers = await listCustomers(database);
  return customers.map(({ id, name }) => {
    const service = services.get(id);
    return { id, name, service: service ? { ...service, closedDays: [...service.closedDays] } : null };
  });
}

/**
 * Gives a customer hours and closed days of its own; null: everybody's. The targets of its tickets follow at once. Answers
 * what held before.
 */
export async function changeCustomerService(
  workbench: Workbench,
  { customerId, service }: { readonly customerId: CustomerId; readonly service: CustomerService | null },
): Promise<Outcome<CustomerService | null, { kind: 'not-found' }>> {
  const before = await workbench.database.transaction().execute(async (trx) => {
    if ((await readCustomer(trx, customerId)) === undefined) return undefined;
    const held = (await listCustomerServices(trx)).get(customerId) ?? null;
    await writeCustomerService(trx, customerId, service);
    return held;
  });
  if (before === undefined) return fail({ kind: 'not-found' });
  workbench.announce.queueChanged();
  workbench.announce.ticketChanged(null);
  return succeed(before);
}
