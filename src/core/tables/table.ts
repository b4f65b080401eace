import { fail, type Outcome, succeed } from '../outcome';

/** What a table from a file may hold at most. A person has no use of more, and a hostile file would take all memory. */
export const TABLE_BOUNDS = {
  fileBytes: 10_000_000,
  rows: 20_000,
  columns: 200,
  /** What a cell of a spreadsheet can hold: a ticket's description can be long. */
  cellCharacters: 32_767,
} as const;

/** A row with its number as a spreadsheet shows it: the first row of the file is 1, empty rows count. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A table with headers. Rows may be shorter or longer than the headers; none is empty. */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Why there is no table in a file. `row` is as a spreadsheet numbers it. */
export type TableProblem =
  | { readonly kind: 'not-a-table' }
  | { readonly kind: 'file-too-large' }
  /** There is no row below the headers, or nothing at all. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-many-rows' }
  | { readonly kind: 'too-many-columns'; readonly row: number }
  | { readonly kind: 'cell-too-long'; readonly row: number }
  | { readonly kind: 'quote-not-closed'; readonly row: number }
  | { readonly kind: 'spreadsheet-damaged' };

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** What of the rows of a file is above the bounds; null when all is within. */
function findExcess(rows: readonly TableRow[]): TableProblem | null {
  if (rows.length > TABLE_BOUNDS.rows + 1) return { kind: 'too-many-rows' };
  for (const { number, cells } of rows) {
    if (cells.length > TABLE_BOUNDS.columns) return { kind: 'too-many-columns', row: number };
    if (cells.some((cell) => cell.length > TABLE_BOUNDS.cellCharacters)) return { kind: 'cell-too-long', row: number };
  }
  return null;
}

/** The table in the rows of a file: the first row with something in it holds the headers, empty ones are passed over. */
export function toTable(rows: readonly (readonly string[])[]): Outcome<Table, TableProblem> {
  const filled = rows.flatMap((cells, index): TableRow[] => (isEmpty(cells) ? [] : [{ number: index + 1, cells }]));
  const excess = findExcess(filled);
  if (excess) return fail(excess);
  const [first, ...rest] = filled;
  if (first === undefined || rest.length === 0) return fail({ kind: 'empty' });
  return succeed({ headers: first.cells.map((cell) => cell.trim()), rows: rest });
}
