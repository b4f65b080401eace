import { fail, type Outcome } from '@core/outcome';
import { TABLE_BOUNDS, type Table, type TableProblem, toTable } from '@core/tables/table';
import { CsvError, parse } from 'csv-parse/sync';

/** What can stand between cells, the most usual in Sweden first. */
const SEPARATORS = [';', '\t', ','] as const;
type Separator = (typeof SEPARATORS)[number];

/** As many characters and rows as are looked at to find the separator. */
const SAMPLE_CHARACTERS = 64_000;
const SAMPLE_ROWS = 50;

/** Empty rows are read too, so there may be more than a table can have. */
const MOST_ROWS = 10 * TABLE_BOUNDS.rows;

/** A line that spreadsheets write to say which separator follows. It is no row. */
const SEPARATOR_LINE = /^sep=([;,\t])(?:\r\n|\r|\n|$)/iu;

interface ReadRows {
  readonly rows: readonly (readonly string[])[];
  /** Whether a quote is opened in the row after these and never closed. */
  readonly hasOpenQuote: boolean;
}

/**
 * The rows of a text, empty ones too. Quoted cells may hold the separator, line breaks and doubled quotes; all three kinds
 * of line breaks end a row; a quote in the middle of a cell is a character like others.
 */
function readRows(text: string, separator: Separator, mostRows: number): ReadRows {
  const rows: string[][] = [];
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      to: mostRows,
      on_record: (cells: string[]) => {
        rows.push(cells);
        return null;
      },
    });
    return { rows, hasOpenQuote: false };
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return { rows, hasOpenQuote: true };
    throw error;
  }
}

/** How well a separator explains the rows: in most of them it stands as often as in the first. 0: not at all. */
function fitOf(text: string, separator: Separator): number {
  const { rows } = readRows(text.slice(0, SAMPLE_CHARACTERS), separator, SAMPLE_ROWS);
  const filled = rows.filter((cells) => cells.some((cell) => cell !== ''));
  const width = filled[0]?.length ?? 0;
  return width < 2 ? 0 : filled.filter((cells) => cells.length === width).length / filled.length;
}

/** The separator of a text: the one by which its rows are most alike. `;` where none is. */
function findSeparator(text: string): Separator {
  const [best] = SEPARATORS.map((separator) => ({ separator, fit: fitOf(text, separator) })).toSorted(
    (a, b) => b.fit - a.fit,
  );
  return best !== undefined && best.fit > 0 ? best.separator : ';';
}

/** The table in a text of separated cells, whose separator is found or said by its first line. */
export function readCsvTable(text: string): Outcome<Table, TableProblem> {
  const said = SEPARATOR_LINE.exec(text);
  const body = said === null ? text : text.slice(said[0].length);
  const separator = SEPARATORS.find((known) => known === said?.[1]) ?? findSeparator(body);
  const { rows, hasOpenQuote } = readRows(body, separator, MOST_ROWS + 1);
  if (rows.length > MOST_ROWS) return fail({ kind: 'too-many-rows' });
  return hasOpenQuote ? fail({ kind: 'quote-not-closed', row: rows.length + 1 }) : toTable(rows);
}
