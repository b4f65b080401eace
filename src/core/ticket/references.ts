/** A number by which a transaction in Odoo is known, recognised in a text. */
export interface TransactionReference {
  readonly kind: 'sales-order' | 'invoice' | 'vendor-bill' | 'purchase-order' | 'delivery' | 'manufacturing-order';
  /** As Odoo writes it: in capitals. */
  readonly text: string;
}

// Sequences are fivefold by default; people also write the longer prefixes SO and PO, with fewer digits.
const YEAR_AND_NUMBER = String.raw`\d{2,4}(?:-\d{2,4})?(?:/\d{1,2})?/\d{2,}`;
const PATTERNS: readonly (readonly [TransactionReference['kind'], string])[] = [
  ['sales-order', String.raw`SO\d{3,10}|S\d{5,10}`],
  ['invoice', `INV/${YEAR_AND_NUMBER}`],
  ['vendor-bill', `BILL/${YEAR_AND_NUMBER}`],
  ['purchase-order', String.raw`PO\d{3,10}|P\d{5,10}`],
  ['delivery', String.raw`[A-Z][A-Z\d]{0,4}/OUT/\d{2,}`],
  ['manufacturing-order', String.raw`[A-Z][A-Z\d]{0,4}/MO/\d{2,}`],
];

const ANY = new RegExp(
  String.raw`(?<![\p{L}\p{N}/_-])(?:${PATTERNS.map(([, pattern]) => `(${pattern})`).join('|')})(?![\p{L}\p{N}]|/[\p{L}\p{N}])`,
  'giu',
);

/**
 * The transaction references in a text, each once, in the order they appear: sales orders `S00042` and `SO0042`,
 * invoices `INV/2026/00042`, vendor bills `BILL/…`, purchase orders `P00012` and `PO…`, deliveries `WH/OUT/00012` and
 * manufacturing orders `WH/MO/…` of any warehouse. Source: 000, "Help us help you faster"; 001, "Registering a Support
 * Ticket".
 */
export function recogniseReferences(text: string): TransactionReference[] {
  const found = new Map<string, TransactionReference>();
  for (const [whole, ...groups] of text.matchAll(ANY)) {
    const kind = PATTERNS[groups.findIndex((group) => group !== undefined)]?.[0];
    const reference = whole.toUpperCase();
    if (kind !== undefined && !found.has(reference)) found.set(reference, { kind, text: reference });
  }
  return [...found.values()];
}
