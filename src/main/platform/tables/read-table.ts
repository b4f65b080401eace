import { fail, type Outcome } from '@core/outcome';
import { TABLE_BOUNDS, type Table, type TableProblem } from '@core/tables/table';
import { decodeText } from './decode-text';
import { readCsvTable } from './read-csv';
import { readXlsxTable } from './read-xlsx';

const ZIP_MARK = Buffer.from('PK\u0003\u0004', 'latin1');

/** Whether bytes begin as a ZIP archive does, which an XLSX file is. */
function looksLikeZip(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, ZIP_MARK.length)).equals(ZIP_MARK);
}

/** Reads the table in a file's bytes: XLSX or separated cells, by what they are and not by the file's name. */
export async function readTable(bytes: Uint8Array): Promise<Outcome<Table, TableProblem>> {
  if (bytes.byteLength > TABLE_BOUNDS.fileBytes) return fail({ kind: 'file-too-large' });
  if (looksLikeZip(bytes)) return readXlsxTable(bytes);
  const text = decodeText(bytes);
  return text === null ? fail({ kind: 'not-a-table' }) : readCsvTable(text);
}
