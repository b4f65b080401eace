import { fail, type Outcome } from '@core/outcome';
import { type Table, type TableProblem, toTable } from '@core/tables/table';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { z } from 'zod';

/** What the parts of a spreadsheet may be unpacked, together: twenty thousand rows are about 20 MB. */
const MOST_UNPACKED_BYTES = 64_000_000;
const MOST_ENTRIES = 1_000;

const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.date(), z.null()]);
type Cell = z.infer<typeof cellSchema>;
const sheetSchema = z.array(z.array(cellSchema));

/** Figures that a spreadsheet keeps as `0.30000000000000004`, as it shows them. */
const SHOWN_DIGITS = 12;

/** A cell as a person would type it. A spreadsheet's dates have no time zone, so they are read as they stand. */
function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(Number(cell.toPrecision(SHOWN_DIGITS)));
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (Number.isNaN(cell.getTime())) return '';
  const written = cell.toISOString();
  return written.endsWith('T00:00:00.000Z') ? written.slice(0, 10) : written.slice(0, 19).replace('T', ' ');
}

/**
 * Whether what an archive says it holds is within the bounds; null when it is no archive that can be read. Nothing is
 * unpacked.
 */
function isWithinBounds(bytes: Uint8Array): boolean | null {
  let entries = 0;
  let unpackedBytes = 0;
  let isWithin = true;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        entries += 1;
        unpackedBytes += originalSize;
        isWithin = entries <= MOST_ENTRIES && unpackedBytes <= MOST_UNPACKED_BYTES;
        // An archive can say that it holds four thousand million files.
        if (!isWithin) throw new Error('This archive is above the bounds.');
        return false;
      },
    });
  } catch {
    return isWithin ? null : false;
  }
  return true;
}

/**
 * Reads the first sheet of an XLSX file. Formulas are never worked out: what the spreadsheet last showed for them is read.
 * What the archive says it holds is bounded before anything is unpacked; a time and a memory limit are the caller's to set.
 */
export async function readXlsxTable(bytes: Uint8Array): Promise<Outcome<Table, TableProblem>> {
  const isWithin = isWithinBounds(bytes);
  if (isWithin === null) return fail({ kind: 'spreadsheet-damaged' });
  if (!isWithin) return fail({ kind: 'file-too-large' });
  let sheet: unknown;
  try {
    sheet = await readSheet(new Uint8Array(bytes).buffer);
  } catch {
    return fail({ kind: 'spreadsheet-damaged' });
  }
  const read = sheetSchema.safeParse(sheet);
  return read.success ? toTable(read.data.map((row) => row.map(textOf))) : fail({ kind: 'spreadsheet-damaged' });
}
