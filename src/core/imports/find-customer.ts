import type { CustomerId } from '../ids';
import { comparableName } from './import-fields';
import type { RowReader } from './planned-row';

/** A customer who is known here. */
export interface KnownCustomer {
  readonly id: CustomerId;
  /** The id on the portal; null where there is none. */
  readonly remoteId: number | null;
  readonly name: string;
}

/** Finds the customer that a row speaks of. */
export type FindCustomer = (reader: RowReader) => KnownCustomer | null;

/**
 * Finds customers by their number on the portal, or by their name. Where a row has both they have to belong together: a
 * column that was taken for the number could hold any number.
 */
export function createCustomerFinder(customers: readonly KnownCustomer[]): FindCustomer {
  const byNumber = new Map(
    customers.flatMap((customer) => (customer.remoteId === null ? [] : [[String(customer.remoteId), customer]])),
  );
  const byName = Map.groupBy(customers, ({ name }) => name.trim());
  const byComparableName = Map.groupBy(customers, ({ name }) => comparableName(name));
  return (reader) => {
    const number = reader.text('customerNumber');
    const name = reader.text('customer');
    if (number !== '') {
      const customer = byNumber.get(number);
      if (customer === undefined) reader.wrong('customer-unknown', 'customerNumber');
      else if (name !== '' && comparableName(name) !== comparableName(customer.name))
        reader.wrong('customer-differs', 'customer');
      return customer ?? null;
    }
    if (name === '') {
      reader.wrong('missing', 'customer');
      return null;
    }
    const found = byName.get(name) ?? byComparableName.get(comparableName(name)) ?? [];
    if (found.length !== 1) reader.wrong(found.length === 0 ? 'customer-unknown' : 'customer-ambiguous', 'customer');
    return found.length === 1 ? (found[0] ?? null) : null;
  };
}
