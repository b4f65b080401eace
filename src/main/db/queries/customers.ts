import type { AgreementKind } from '@core/billing/agreement';
import type { CustomerId } from '@core/ids';
import type { Selectable } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { CustomerTable } from '../tables/customer-tables';

export type Customer = Selectable<CustomerTable>;

/** Writes what the portal says of a customer; answers the id it has here. */
export async function upsertCustomer(
  trx: WorkbenchDatabase,
  customer: Customer,
  agreements: readonly AgreementKind[],
): Promise<CustomerId> {
  const { id } = await trx
    .insertInto('customer')
    .values(customer)
    .onConflict((conflict) =>
      conflict.column('remoteId').doUpdateSet({
        name: customer.name,
        email: customer.email,
        phone: customer.phone,
        language: customer.language,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx.deleteFrom('customerAgreement').where('customerId', '=', id).execute();
  if (agreements.length > 0) {
    await trx
      .insertInto('customerAgreement')
      .values(agreements.map((kind) => ({ customerId: id, kind })))
      .execute();
  }
  return id;
}

/** A customer, or undefined. */
export async function readCustomer(trx: WorkbenchDatabase, id: CustomerId): Promise<Customer | undefined> {
  return trx.selectFrom('customer').selectAll().where('id', '=', id).executeTakeFirst();
}

/** All customers by name. */
export async function listCustomers(trx: WorkbenchDatabase): Promise<Customer[]> {
  return trx.selectFrom('customer').selectAll().orderBy('name').orderBy('id').execute();
}
