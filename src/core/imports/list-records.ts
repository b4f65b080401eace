import type { TableRow } from '../tables/table';
import type { ImportColumns, ImportField } from './import-fields';
import { cellOf, type PassedOverReason } from './planned-row';

/** The fields by which Odoo tells a record; further rows of the same record leave them empty. */
const TELLING_FIELDS: readonly ImportField[] = ['ticketId', 'ticketNumber', 'title'];

/** What of a record may stand in several rows, one name in each. */
const FIELDS_IN_SEVERAL_ROWS: readonly ImportField[] = ['assignees', 'tags'];

/** The heading of a group as Odoo writes it: its name, and in parentheses how many records follow. */
const GROUP_HEADING = /\S.* \(\d+\)$/u;

/** A sum of a group's numbers, in whatever way it is written. */
const SUM = /^-?[\d\s.,:]*$/u;

/** A row of an exported list: a record with what stands of it in the rows below, or a row that is none of its own. */
export type ListRow =
  | { readonly kind: 'record'; readonly row: TableRow }
  | { readonly kind: 'passed-over'; readonly number: number; readonly reason: PassedOverReason };

/** A grouped export has headings between its rows: a name with a count in the first column, beside it only sums. */
function isGroupHeading({ cells }: TableRow): boolean {
  const [first = '', ...others] = cells;
  return GROUP_HEADING.test(first.trim()) && others.every((cell) => SUM.test(cell.trim()));
}

function isPartOfRowAbove(row: TableRow, columns: ImportColumns): boolean {
  return TELLING_FIELDS.every((field) => cellOf(row, columns, field) === '');
}

/** A record with the names in a row below it, which a person would read as its own. */
function withNamesOf(record: TableRow, part: TableRow, columns: ImportColumns): TableRow {
  const cells = [...record.cells];
  for (const field of FIELDS_IN_SEVERAL_ROWS) {
    const column = columns[field];
    const more = cellOf(part, columns, field);
    if (column === undefined || more === '') continue;
    const before = cellOf(record, columns, field);
    cells[column] = before === '' ? more : `${before}\n${more}`;
  }
  return { ...record, cells };
}

/**
 * The rows of an exported list, told apart. Headings of groups are no records. A row without anything that tells a record
 * belongs to the one above it: Odoo writes a record with several lines or tags so.
 */
export function tellRecords(rows: readonly TableRow[], columns: ImportColumns): ListRow[] {
  const told: ListRow[] = [];
  let above: number | null = null;
  for (const row of rows) {
    const record = above === null ? undefined : told[above];
    if (isGroupHeading(row)) {
      above = null;
      told.push({ kind: 'passed-over', number: row.number, reason: 'group-heading' });
    } else if (above !== null && record?.kind === 'record' && isPartOfRowAbove(row, columns)) {
      told[above] = { kind: 'record', row: withNamesOf(record.row, row, columns) };
      told.push({ kind: 'passed-over', number: row.number, reason: 'part-of-row-above' });
    } else {
      above = told.length;
      told.push({ kind: 'record', row });
    }
  }
  return told;
}
