import { FIELDS_OF_KIND, type ImportField, missingFields } from '@core/imports/import-fields';
import { cellOf, type FieldChange, type PlannedRow, type RowProblem } from '@core/imports/planned-row';
import type { TableRow } from '@core/tables/table';
import type { WorkbenchDatabase } from '../db/open';
import { type ImportTask, planImport } from './plan-import';

/** As many rows of each outcome are shown: nobody reads more, and twenty thousand would keep the window waiting. */
const SHOWN_OF_EACH = 200;

type OutcomeKind = PlannedRow<unknown>['outcome']['kind'];

interface PreviewRow {
  readonly number: number;
  readonly outcome: OutcomeKind;
  readonly cells: string[];
  readonly changes: FieldChange[];
  readonly problems: RowProblem[];
}

/** What importing a table would do, as a person looks at it before. Writes nothing. */
export async function previewImport(database: WorkbenchDatabase, task: ImportTask) {
  const { kind, table, columns } = task;
  const fields: ImportField[] = FIELDS_OF_KIND[kind].filter((field) => columns[field] !== undefined);
  const missing = missingFields(kind, columns).map((group) => [...group]);
  const counts: Record<OutcomeKind, number> = { new: 0, changed: 0, same: 0, unreadable: 0 };
  const rows: PreviewRow[] = [];
  if (missing.length > 0) return { missing, fields, counts, rows };
  const byNumber = new Map<number, TableRow>(table.rows.map((row) => [row.number, row]));
  for (const { number, outcome } of await planImport(database, task)) {
    counts[outcome.kind] += 1;
    if (counts[outcome.kind] > SHOWN_OF_EACH) continue;
    const row = byNumber.get(number);
    rows.push({
      number,
      outcome: outcome.kind,
      cells: row ? fields.map((field) => cellOf(row, columns, field)) : [],
      changes: outcome.kind === 'changed' ? [...outcome.changes] : [],
      problems: outcome.kind === 'unreadable' ? [...outcome.problems] : [],
    });
  }
  return { missing, fields, counts, rows };
}
