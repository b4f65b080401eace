import { fail, type Outcome } from '@core/outcome';
import { readCsvTable } from '@core/tables/csv';
import { TABLE_BOUNDS, type Table, type TableProblem } from '@core/tables/table';
import { looksLikeZip } from '@core/tables/zip-sizes';
import { decodeText } from './decode-text';
import { readXlsxTable } from './read-xlsx';

/** Reads the table in a file's bytes: XLSX or separated cells, by what they are and not by the file's name. */
export async function readTable(bytes: Uint8Array): Promise<Outcome<Table, TableProblem>> {
  if (bytes.byteLength > TABLE_BOUNDS.fileBytes) return fail({ kind: 'file-too-large' });
  if (looksLikeZip(bytes)) return readXlsxTable(bytes);
  const text = decodeText(bytes);
  return text === null ? fail({ kind: 'not-a-table' }) : readCsvTable(text);
}
