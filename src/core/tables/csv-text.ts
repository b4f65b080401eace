/** Spreadsheets work a cell out that begins like this; what somebody named a ticket must never be worked out. */
const FORMULA = /^[=+\-@\t\r]/u;

function cellText(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as a file of separated cells that spreadsheets open without questions: semicolons, Windows line ends, UTF-8 with its
 * mark. A cell that begins like a formula is kept from being one by an apostrophe.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(cellText).join(';')}\r\n`).join('')}`;
}
