import { fail, type Outcome, succeed } from '../outcome';
import { TABLE_BOUNDS, type Table, type TableProblem, toTable } from './table';

/** What can stand between cells, the most usual in Sweden first. */
const SEPARATORS = [';', '\t', ','] as const;
export type Separator = (typeof SEPARATORS)[number];

/** As many characters and rows as are looked at to find the separator. */
const SAMPLE_CHARACTERS = 64_000;
const SAMPLE_ROWS = 50;

/** A line that spreadsheets write to say which separator follows. It is no row. */
const SEPARATOR_LINE = /^sep=([;,\t])(?:\r\n|\r|\n|$)/iu;

const LINE_BREAK: Readonly<Record<Separator, RegExp>> = {
  ';': /[;\r\n]/gu,
  '\t': /[\t\r\n]/gu,
  ',': /[,\r\n]/gu,
};

interface ReadRows {
  readonly rows: readonly (readonly string[])[];
  /** The number of the row in which a quote was opened and never closed; null: none. */
  readonly openQuoteRow: number | null;
  /** Whether there are more rows than were to be read. */
  readonly isCut: boolean;
}

/** A quoted text that begins at a quote, and the place behind its last quote; null when it has none. */
function readQuoted(text: string, start: number): { value: string; end: number } | null {
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return null;
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

function readRows(text: string, separator: Separator, mostRows: number): ReadRows {
  const rows: string[][] = [];
  const ends = new RegExp(LINE_BREAK[separator]);
  let row: string[] = [];
  let at = 0;
  while (at < text.length || row.length > 0) {
    let value = '';
    if (text[at] === '"') {
      const quoted = readQuoted(text, at);
      if (quoted === null) return { rows, openQuoteRow: rows.length + 1, isCut: false };
      value = quoted.value;
      at = quoted.end;
    }
    ends.lastIndex = at;
    const end = ends.exec(text)?.index ?? text.length;
    row.push(value + text.slice(at, end));
    at = end + 1;
    if (text[end] === separator) continue;
    rows.push(row);
    row = [];
    if (text[end] === '\r' && text[end + 1] === '\n') at += 1;
    if (rows.length >= mostRows) break;
  }
  return { rows, openQuoteRow: null, isCut: at < text.length };
}

/** How well a separator explains the rows: in most of them it stands as often as in the first. 0: not at all. */
function fitOf(text: string, separator: Separator): number {
  const { rows } = readRows(text.slice(0, SAMPLE_CHARACTERS), separator, SAMPLE_ROWS);
  const filled = rows.filter((cells) => cells.some((cell) => cell !== ''));
  const width = filled[0]?.length ?? 0;
  return width < 2 ? 0 : filled.filter((cells) => cells.length === width).length / filled.length;
}

/** The separator of a text: the one by which its rows are most alike. `;` where none is. */
export function findSeparator(text: string): Separator {
  const [best] = SEPARATORS.map((separator) => ({ separator, fit: fitOf(text, separator) })).toSorted(
    (a, b) => b.fit - a.fit,
  );
  return best !== undefined && best.fit > 0 ? best.separator : ';';
}

/** Empty rows are read too, so there may be more than a table can have. */
const MOST_ROWS = 10 * TABLE_BOUNDS.rows;

/**
 * Reads a text of rows and cells (CSV, RFC 4180): quoted cells may hold the separator, line breaks and doubled quotes; all
 * three kinds of line breaks end a row. Every row is read, empty ones too.
 */
export function parseCsv(
  text: string,
  separator: Separator,
): Outcome<readonly (readonly string[])[], Extract<TableProblem, { kind: 'quote-not-closed' | 'too-many-rows' }>> {
  const { rows, openQuoteRow, isCut } = readRows(text, separator, MOST_ROWS);
  if (openQuoteRow !== null) return fail({ kind: 'quote-not-closed', row: openQuoteRow });
  return isCut ? fail({ kind: 'too-many-rows' }) : succeed(rows);
}

/** The table in a text of separated cells, whose separator is found or said by its first line. */
export function readCsvTable(text: string): Outcome<Table, TableProblem> {
  const said = SEPARATOR_LINE.exec(text);
  const body = said === null ? text : text.slice(said[0].length);
  const separator = SEPARATORS.find((known) => known === said?.[1]) ?? findSeparator(body);
  const parsed = parseCsv(body, separator);
  return parsed.ok ? toTable(parsed.value) : parsed;
}
