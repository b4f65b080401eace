import type { ImportColumns, ImportKind } from '@core/imports/import-fields';
import { type AgreementsWrite, planAgreements } from '@core/imports/plan-agreements';
import { type PackWrite, planPacks } from '@core/imports/plan-packs';
import { type PriceListWrite, planPriceLists } from '@core/imports/plan-price-lists';
import type { PlannedRow } from '@core/imports/planned-row';
import type { Table } from '@core/tables/table';
import type { WorkbenchDatabase } from '../db/open';
import { listAgreementsByOrigin } from '../db/queries/agreements';
import { listCustomers } from '../db/queries/customers';
import { listPriceLists } from '../db/queries/price-lists';
import { listAllPacks } from '../db/queries/support-packs';

/** What a row writes, by the kind of the import. */
export type ImportWrite =
  | { readonly kind: 'agreements'; readonly write: AgreementsWrite }
  | { readonly kind: 'price-lists'; readonly write: PriceListWrite }
  | { readonly kind: 'packs'; readonly write: PackWrite };

/** What is imported as a whole. Tickets are not: see `import-tickets.ts`. */
type TableKind = Exclude<ImportKind, 'tickets'>;

/** A table that is to be imported, and what its columns mean. */
export interface ImportTask {
  readonly kind: TableKind;
  readonly table: Table;
  readonly columns: ImportColumns;
}

function ofKind<Kind extends TableKind, Write>(
  kind: Kind,
  rows: readonly PlannedRow<Write>[],
): PlannedRow<{ readonly kind: Kind; readonly write: Write }>[] {
  return rows.map(({ number, outcome }) => {
    switch (outcome.kind) {
      case 'new':
        return { number, outcome: { kind: 'new', write: { kind, write: outcome.write } } };
      case 'changed':
        return { number, outcome: { ...outcome, write: { kind, write: outcome.write } } };
      default:
        return { number, outcome };
    }
  });
}

/** What importing a table would do, row by row, by what is here now. Writes nothing. */
export async function planImport(
  trx: WorkbenchDatabase,
  { kind, table, columns }: ImportTask,
): Promise<PlannedRow<ImportWrite>[]> {
  switch (kind) {
    case 'agreements': {
      const { local } = await listAgreementsByOrigin(trx);
      const customers = (await listCustomers(trx)).map((customer) => ({
        ...customer,
        local: local.get(customer.id) ?? null,
      }));
      return ofKind('agreements', planAgreements(table, columns, customers));
    }
    case 'price-lists':
      return ofKind('price-lists', planPriceLists(table, columns, await listPriceLists(trx)));
    case 'packs': {
      const known = { customers: await listCustomers(trx), packs: await listAllPacks(trx) };
      return ofKind('packs', planPacks(table, columns, known));
    }
  }
}
