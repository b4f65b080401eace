import type { TransactionReference } from './references';
import { parseWebAddress } from './web-address';

/** Where Odoo 18 and 19 list the records of a kind. A number alone does not tell the id that its own page would need. */
const LIST_OF_KIND: Readonly<Record<TransactionReference['kind'], string>> = {
  'sales-order': 'sales',
  invoice: 'customer-invoices',
  'vendor-bill': 'vendor-bills',
  'purchase-order': 'purchase',
  delivery: 'deliveries',
  'manufacturing-order': 'manufacturing',
};

/**
 * The page of a customer's Odoo that lists the records of a kind, in which the number is searched for. Null where the
 * customer's address is not known or none.
 */
export function addressOfReferences(odooAddress: string, kind: TransactionReference['kind']): string | null {
  const at = parseWebAddress(odooAddress);
  if (at === null) return null;
  const port = at.port === null ? '' : `:${at.port}`;
  return `${at.scheme ?? 'https'}://${at.host}${port}/odoo/${LIST_OF_KIND[kind]}`;
}
