import { cellValue, isFigure, type ReportDocument, type ReportTable, valueHeader } from '@core/reports/report-document';
import writeExcelFile, { type Cell, type Row, type Sheet } from 'write-excel-file/node';

/** Excel takes no more of a sheet's name, and none of these signs in it. */
const LONGEST_SHEET_NAME = 31;
const FORBIDDEN_IN_SHEET_NAME = /[\\/?*[\]:]/g;

const TEXT_WIDTH = 36;
const FIGURE_WIDTH = 16;

/**
 * The library looks texts up in a plain object, and takes the names of what every object has for texts that it knows: a
 * customer called `constructor` would damage the whole file. A sign without width makes it another text.
 */
function apartFromObjects(text: string): string {
  return Object.hasOwn(Object.prototype, text) ? `${text}\u200b` : text;
}

function cell(value: ReturnType<typeof cellValue>, isBold: boolean): Cell {
  if (value === null) return null;
  const weight = isBold ? { fontWeight: 'bold' as const } : {};
  // The type is said: a text that looks like a formula is a text.
  return typeof value === 'number'
    ? { value, type: Number, ...weight }
    : { value: apartFromObjects(value), type: String, ...weight };
}

function sheetOf({ title, columns, rows, sums }: ReportTable, place: number): Sheet<Buffer> {
  const values = (cells: ReportTable['rows'][number], isBold: boolean): Row =>
    columns.map(({ kind }, index) => cell(cellValue(cells[index] ?? null, kind), isBold));
  return {
    // Two of the same name would be no workbook.
    sheet: `${place} ${title.replace(FORBIDDEN_IN_SHEET_NAME, ' ')}`.slice(0, LONGEST_SHEET_NAME),
    columns: columns.map(({ kind }) => ({ width: isFigure(kind) ? FIGURE_WIDTH : TEXT_WIDTH })),
    stickyRowsCount: 1,
    data: [
      columns.map((column) => cell(valueHeader(column), true)),
      ...rows.map((cells) => values(cells, false)),
      ...(sums === null ? [] : [values(sums, true)]),
    ],
  };
}

/** The tables of a document as a workbook, a sheet for each; durations are hours. */
export async function writeXlsx({ tables }: ReportDocument): Promise<Uint8Array> {
  return writeExcelFile(tables.map((table, index) => sheetOf(table, index + 1))).toBuffer();
}
