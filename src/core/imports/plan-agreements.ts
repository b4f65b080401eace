import { type AgreementKind, agreementKindSchema } from '../billing/agreement';
import type { DatedAgreement, TermsVersion } from '../billing/held-agreement';
import type { CustomerId } from '../ids';
import type { Table } from '../tables/table';
import { agreementsOf } from '../ticket/portal-mapping';
import { createCustomerFinder, type KnownCustomer } from './find-customer';
import { comparableName, type ImportColumns, type ImportField } from './import-fields';
import { createRowReader, type PlannedRow, type RowReader } from './planned-row';
import { readDate } from './read-date';

/** A customer and the agreements that were written down here instead of the portal's; null: none, the portal's hold. */
export interface CustomerWithAgreements extends KnownCustomer {
  readonly local: readonly DatedAgreement[] | null;
}

/** The agreements a customer is to have, whatever the portal says and whatever was written down here before. */
export interface AgreementsWrite {
  readonly customerId: CustomerId;
  readonly agreements: readonly DatedAgreement[];
}

/** What the terms can be called in a cell. */
const TERMS_NAMES: Readonly<Record<TermsVersion, readonly string[]>> = {
  current: ['Dagens', 'Dagens villkor', 'Nuvarande', 'Nya', 'Current', 'Current terms', 'New'],
  'older-swedish': [
    'Äldre',
    'Äldre svenska',
    'Äldre villkor',
    'Äldre svenska villkor',
    'Older',
    'Older Swedish',
    'Older Swedish terms',
    'Old',
  ],
};

/** Reads the agreements in a cell, several between commas, semicolons, plus signs or lines; null when one is none. */
function parseAgreements(text: string): AgreementKind[] | null {
  const found = new Set<AgreementKind>();
  for (const name of text.split(/[,;+|\r\n]/u).filter((part) => part.trim() !== '')) {
    const kinds = agreementsOf([name]);
    if (kinds.length === 0) return null;
    for (const kind of kinds) found.add(kind);
  }
  return found.size === 0 ? null : agreementKindSchema.options.filter((kind) => found.has(kind));
}

function parseTerms(text: string): TermsVersion | null {
  const isNamed = (names: readonly string[]) => names.some((name) => comparableName(name) === comparableName(text));
  if (isNamed(TERMS_NAMES['older-swedish'])) return 'older-swedish';
  return isNamed(TERMS_NAMES.current) ? 'current' : null;
}

function readDay(reader: RowReader, field: ImportField): string | null {
  const text = reader.text(field);
  if (text === '') return null;
  const read = readDate(text);
  if (read.kind === 'date') return read.date;
  reader.wrong(read.kind === 'ambiguous' ? 'date-ambiguous' : 'not-a-date', field);
  return null;
}

/** One agreement as text for {@link FieldChange}: kind, terms and dates between blanks, a dot where it is open. */
function agreementText({ kind, terms, validFrom, validUntil }: DatedAgreement): string {
  return [kind, terms, validFrom ?? '.', validUntil ?? '.'].join(' ');
}

/** Agreements as text for {@link FieldChange}, between commas. */
function toText(agreements: readonly DatedAgreement[]): string {
  return [...new Set(agreements.map(agreementText))].toSorted().join(',');
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
    const kinds = reader.readNeeded('agreement', parseAgreements, 'not-an-agreement') ?? [];
    const validFrom = readDay(reader, 'validFrom');
    const validUntil = readDay(reader, 'validUntil');
    if (validFrom !== null && validUntil !== null && validUntil < validFrom)
      reader.wrong('ends-before-it-begins', 'validUntil');
    const terms = reader.read('terms', parseTerms, 'not-terms') ?? 'current';
    const agreements = kinds.map((kind): DatedAgreement => ({ kind, terms, validFrom, validUntil }));
    return { number: row.number, problems: reader.problems, customerId: customer?.id, agreements };
  });
  const together = new Map<CustomerId, Map<string, DatedAgreement>>();
  for (const { customerId, agreements, problems } of read) {
    if (customerId === undefined || problems.length > 0) continue;
    const held = together.get(customerId) ?? new Map<string, DatedAgreement>();
    for (const agreement of agreements) held.set(agreementText(agreement), agreement);
    together.set(customerId, held);
  }
  return read.map(({ number, problems, customerId }): PlannedRow<AgreementsWrite> => {
    const customer = customerId === undefined ? undefined : known.get(customerId);
    const held = customerId === undefined ? undefined : together.get(customerId);
    if (problems.length > 0 || !customer || !held) return { number, outcome: { kind: 'unreadable', problems } };
    const write = { customerId: customer.id, agreements: [...held.values()] };
    if (customer.local === null) return { number, outcome: { kind: 'new', write } };
    const [before, after] = [toText(customer.local), toText(write.agreements)];
    if (before === after) return { number, outcome: { kind: 'same' } };
    return { number, outcome: { kind: 'changed', write, changes: [{ field: 'agreement', before, after }] } };
  });
}
