import { type AgreementKind, agreementKindSchema } from '../billing/agreement';
import type { CustomerId } from '../ids';
import type { Table } from '../tables/table';
import { agreementsOf } from '../ticket/portal-mapping';
import { createCustomerFinder, type KnownCustomer } from './find-customer';
import type { ImportColumns } from './import-fields';
import { createRowReader, type PlannedRow } from './planned-row';

/** A customer and the agreements that were chosen here instead of the portal's; null: none, the portal's hold. */
export interface CustomerWithAgreements extends KnownCustomer {
  readonly local: readonly AgreementKind[] | null;
  readonly onPortal: readonly AgreementKind[];
}

/** The agreements a customer is to have from now on, whatever the portal says. */
export interface AgreementsWrite {
  readonly customerId: CustomerId;
  readonly agreements: readonly AgreementKind[];
}

function inOrder(kinds: ReadonlySet<AgreementKind>): AgreementKind[] {
  return agreementKindSchema.options.filter((kind) => kinds.has(kind));
}

/** Reads the agreements in a cell, several between commas, semicolons, plus signs or lines; null when one is none. */
function parseAgreements(text: string): AgreementKind[] | null {
  const found = new Set<AgreementKind>();
  for (const name of text.split(/[,;+|\r\n]/u).filter((part) => part.trim() !== '')) {
    const kinds = agreementsOf([name]);
    if (kinds.length === 0) return null;
    for (const kind of kinds) found.add(kind);
  }
  return found.size === 0 ? null : inOrder(found);
}

/** Agreements as text for {@link FieldChange}: their kinds between commas. */
function toText(kinds: readonly AgreementKind[]): string {
  return inOrder(new Set(kinds)).join(',');
}

/**
 * What importing customers' agreements would do. Several rows may speak of one customer, who gets the agreements of all of
 * them.
 */
export function planAgreements(
  { headers, rows }: Table,
  columns: ImportColumns,
  customers: readonly CustomerWithAgreements[],
): PlannedRow<AgreementsWrite>[] {
  const find = createCustomerFinder(customers);
  const known = new Map(customers.map((customer) => [customer.id, customer]));
  const read = rows.map((row) => {
    const reader = createRowReader(row, columns, headers);
    const customer = find(reader);
    const agreements = reader.readNeeded('agreement', parseAgreements, 'not-an-agreement');
    return { number: row.number, problems: reader.problems, customerId: customer?.id, agreements };
  });
  const together = new Map<CustomerId, Set<AgreementKind>>();
  for (const { customerId, agreements, problems } of read) {
    if (customerId === undefined || problems.length > 0) continue;
    together.set(customerId, new Set([...(together.get(customerId) ?? []), ...(agreements ?? [])]));
  }
  return read.map(({ number, problems, customerId }): PlannedRow<AgreementsWrite> => {
    const customer = customerId === undefined ? undefined : known.get(customerId);
    const kinds = customerId === undefined ? undefined : together.get(customerId);
    if (problems.length > 0 || !customer || !kinds) return { number, outcome: { kind: 'unreadable', problems } };
    const write = { customerId: customer.id, agreements: inOrder(kinds) };
    const [before, after] = [toText(customer.local ?? customer.onPortal), toText(write.agreements)];
    if (customer.local === null) return { number, outcome: { kind: 'new', write } };
    if (before === after) return { number, outcome: { kind: 'same' } };
    return { number, outcome: { kind: 'changed', write, changes: [{ field: 'agreement', before, after }] } };
  });
}
