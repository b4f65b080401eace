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

/** Writes a customer who is known by name alone; one of whom no agreement is known buys on demand. */
export async function insertCustomer(trx: WorkbenchDatabase, id: CustomerId, name: string): Promise<void> {
  await trx
    .insertInto('customer')
    .values({ id, remoteId: null, name, email: null, phone: null, language: null, priceListId: null })
    .execute();
  await trx.insertInto('customerAgreement').values({ customerId: id, kind: 'on-demand' }).execute();
}

/** Removes a customer, unless something is known of them: a ticket, an agreement that was chosen, a price list, a pack. */
export async function deleteUnusedCustomer(trx: WorkbenchDatabase, id: CustomerId): Promise<void> {
  await trx
    .deleteFrom('customer')
    .where('id', '=', id)
    .where('priceListId', 'is', null)
    .where((eb) =>
      eb.not(
        eb.or(
          (['ticket', 'localAgreement', 'supportPack'] as const).map((table) =>
            eb.exists(eb.selectFrom(table).select(`${table}.customerId`).where(`${table}.customerId`, '=', id)),
          ),
        ),
      ),
    )
    .execute();
}

/** A customer, or undefined. */
export async function readCustomer(trx: WorkbenchDatabase, id: CustomerId): Promise<Customer | undefined> {
  return trx.selectFrom('customer').selectAll().where('id', '=', id).executeTakeFirst();
}

/** All customers by name. */
export async function listCustomers(trx: WorkbenchDatabase): Promise<Customer[]> {
  return trx.selectFrom('customer').selectAll().orderBy('name').orderBy('id').execute();
}
