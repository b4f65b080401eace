import type { TableRow } from '../tables/table';
import type { ImportColumns, ImportField } from './import-fields';

/** What can be wrong with a cell. */
export type CellProblemKind =
  | 'missing'
  | 'text-too-long'
  | 'customer-unknown'
  /** Several customers have that name. */
  | 'customer-ambiguous'
  /** The customer of that number has another name. */
  | 'customer-differs'
  | 'not-an-agreement'
  /** Neither today's terms nor the older ones. */
  | 'not-terms'
  | 'ends-before-it-begins'
  | 'not-minutes'
  | 'not-an-amount'
  | 'not-a-factor'
  | 'not-hours'
  | 'not-a-date'
  /** 03/04/2026 is a day in April to one person and in March to another. */
  | 'date-ambiguous'
  | 'more-than-prepaid'
  | 'used-and-left-differ'
  /** What was used is told, but not when counting begins here. */
  | 'balance-without-date'
  /** Several of that name, or of that day, are here. */
  | 'several-here'
  /** Neither a number of a record nor an external id. */
  | 'not-an-id'
  /** The ticket of that id is another: nothing the row says of it is as it was. */
  | 'another-ticket'
  /** Several rows of the file could each be the one ticket that is here. */
  | 'several-rows';

/** Why a row cannot be imported. `text`: what stands in the cell; `row`: the number of another row. */
export type RowProblem =
  | { readonly kind: CellProblemKind; readonly field: ImportField; readonly text: string }
  | { readonly kind: 'more-cells-than-headers'; readonly text: string }
  /** An earlier row of the file says something else of the same. */
  | { readonly kind: 'said-otherwise'; readonly row: number };

/** A field of something known here that a row changes, as both are shown. */
export interface FieldChange {
  readonly field: ImportField;
  readonly before: string;
  readonly after: string;
}

/** Why a row of a list is passed over. */
export type PassedOverReason = 'group-heading' | 'part-of-row-above';

/** What importing a row would do. */
export type RowOutcome<Write> =
  | { readonly kind: 'new'; readonly write: Write }
  | { readonly kind: 'changed'; readonly write: Write; readonly changes: readonly FieldChange[] }
  | { readonly kind: 'same' }
  /** The row is none of its own: the heading of a group, or more of the record above it. */
  | { readonly kind: 'passed-over'; readonly reason: PassedOverReason }
  | { readonly kind: 'unreadable'; readonly problems: readonly RowProblem[] };

/** A row of the table with what importing it would do. `number` is as a spreadsheet numbers it. */
export interface PlannedRow<Write> {
  readonly number: number;
  readonly outcome: RowOutcome<Write>;
}

/** What stands in a field of a row; empty where it has no column. */
export function cellOf({ cells }: TableRow, columns: ImportColumns, field: ImportField): string {
  const column = columns[field];
  return column === undefined ? '' : (cells[column] ?? '').trim();
}

/** Reads the cells of a row and collects what is wrong with them. */
export interface RowReader {
  readonly problems: readonly RowProblem[];
  text(field: ImportField): string;
  wrong(kind: CellProblemKind, field: ImportField): void;
  /** Null where nothing stands, and where it cannot be read, which is a problem. */
  read<Value>(field: ImportField, parse: (text: string) => Value | null, problem: CellProblemKind): Value | null;
  /** As `read`, but that nothing stands is a problem too. */
  readNeeded<Value>(field: ImportField, parse: (text: string) => Value | null, problem: CellProblemKind): Value | null;
}

/** A reader of one row. What stands beside the headers shows that the cells of the row have moved. */
export function createRowReader(row: TableRow, columns: ImportColumns, headers: readonly string[]): RowReader {
  const excess = row.cells.slice(headers.length).find((cell) => cell.trim() !== '');
  const problems: RowProblem[] = excess === undefined ? [] : [{ kind: 'more-cells-than-headers', text: excess.trim() }];
  const text = (field: ImportField) => cellOf(row, columns, field);
  const wrong: RowReader['wrong'] = (kind, field) => {
    problems.push({ kind, field, text: text(field) });
  };
  const read: RowReader['read'] = (field, parse, problem) => {
    const written = text(field);
    if (written === '') return null;
    const value = parse(written);
    if (value === null) wrong(problem, field);
    return value;
  };
  const readNeeded: RowReader['readNeeded'] = (field, parse, problem) => {
    if (text(field) === '') wrong('missing', field);
    return read(field, parse, problem);
  };
  return { problems, text, wrong, read, readNeeded };
}

/** The longest text that a cell may hold where it is kept as text. */
export function shortText(most: number): (text: string) => string | null {
  return (text) => (text.length <= most ? text : null);
}

/** What a row says of one thing, the key by which that thing is known, and what is known of it here. */
interface SaidByRow<Figures, Write> {
  readonly number: number;
  readonly key: string;
  readonly figures: Figures;
  readonly before: Figures | undefined;
  readonly write: Write;
}

/**
 * Tells what importing a row would do. Where an earlier row of the file spoke of the same thing it has to say the same; else
 * what the row says is held against what is known here. `listChanges` lists what differs.
 */
export function createOutcomeFinder<Figures>(listChanges: (before: Figures, after: Figures) => FieldChange[]) {
  const earlier = new Map<string, { readonly number: number; readonly figures: Figures }>();
  return <Write>({ number, key, figures, before, write }: SaidByRow<Figures, Write>): RowOutcome<Write> => {
    const said = earlier.get(key);
    if (said !== undefined) {
      if (listChanges(said.figures, figures).length === 0) return { kind: 'same' };
      return { kind: 'unreadable', problems: [{ kind: 'said-otherwise', row: said.number }] };
    }
    earlier.set(key, { number, figures });
    if (before === undefined) return { kind: 'new', write };
    const changes = listChanges(before, figures);
    return changes.length === 0 ? { kind: 'same' } : { kind: 'changed', changes, write };
  };
}
