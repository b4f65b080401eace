import { cellValue, type ReportDocument, type ReportTable, valueHeader } from '@core/reports/report-document';
import { stringify } from 'csv-stringify/sync';

/** By it Excel knows the file for UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

function linesOf({ title, columns, rows, sums }: ReportTable): (string | number | null)[][] {
  const values = (cells: ReportTable['rows'][number]) =>
    columns.map(({ kind }, index) => cellValue(cells[index] ?? null, kind));
  return [[title], columns.map(valueHeader), ...rows.map(values), ...(sums === null ? [] : [values(sums)])];
}

/**
 * The tables of a document one below the other, as spreadsheets of its language read them: a Swedish one parts columns with
 * semicolons and decimals with commas. A text that would be read as a formula is written so that it is not.
 */
export function writeCsv({ language, tables }: ReportDocument): Uint8Array {
  const isSwedish = language === 'sv';
  const parts = tables.map((table) =>
    stringify(linesOf(table), {
      delimiter: isSwedish ? ';' : ',',
      record_delimiter: 'windows',
      escape_formulas: true,
      cast: { number: (value) => (isSwedish ? String(value).replace('.', ',') : String(value)) },
    }),
  );
  return new TextEncoder().encode(BYTE_ORDER_MARK + parts.join('\r\n'));
}
