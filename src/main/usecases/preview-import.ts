import { FIELDS_OF_KIND, type ImportColumns, type ImportField, missingFields } from '@core/imports/import-fields';
import {
  cellOf,
  type FieldChange,
  type PassedOverReason,
  type PlannedRow,
  type RowProblem,
} from '@core/imports/planned-row';
import type { Table, TableRow } from '@core/tables/table';
import type { WorkbenchDatabase } from '../db/open';
import { countOutcomes } from './count-outcomes';
import { describeList } from './describe-list';
import { planTicketImport, type TicketImportTask } from './import-tickets';
import { type ImportTask, planImport } from './plan-import';

/** As many rows of each outcome are shown: nobody reads more, and twenty thousand would keep the window waiting. */
const SHOWN_OF_EACH = 200;

/** What nobody reads in a table. */
const TOO_LONG: ReadonlySet<ImportField> = new Set(['description']);

type OutcomeKind = PlannedRow<unknown>['outcome']['kind'];

interface PreviewRow {
  readonly number: number;
  readonly outcome: OutcomeKind;
  readonly cells: string[];
  readonly changes: FieldChange[];
  readonly problems: RowProblem[];
  readonly passedOver: PassedOverReason | null;
}

interface Previewed {
  readonly table: Table;
  readonly columns: ImportColumns;
  readonly fields: readonly ImportField[];
}

/** The first rows of each outcome, in the order of the file. */
function showRows(planned: readonly PlannedRow<unknown>[], { table, columns, fields }: Previewed): PreviewRow[] {
  const byNumber = new Map<number, TableRow>(table.rows.map((row) => [row.number, row]));
  const shown: Record<OutcomeKind, number> = { new: 0, changed: 0, same: 0, 'passed-over': 0, unreadable: 0 };
  const rows: PreviewRow[] = [];
  for (const { number, outcome } of planned) {
    shown[outcome.kind] += 1;
    if (shown[outcome.kind] > SHOWN_OF_EACH) continue;
    const row = byNumber.get(number);
    rows.push({
      number,
      outcome: outcome.kind,
      cells: row ? fields.map((field) => cellOf(row, columns, field)) : [],
      changes: outcome.kind === 'changed' ? [...outcome.changes] : [],
      problems: outcome.kind === 'unreadable' ? [...outcome.problems] : [],
      passedOver: outcome.kind === 'passed-over' ? outcome.reason : null,
    });
  }
  return rows;
}

/** What importing a table would do, as a person looks at it before. Writes nothing. */
export async function previewImport(database: WorkbenchDatabase, task: ImportTask | TicketImportTask) {
  const { kind, table, columns } = task;
  const fields = FIELDS_OF_KIND[kind].filter((field) => columns[field] !== undefined && !TOO_LONG.has(field));
  const missing = missingFields(kind, columns).map((group) => [...group]);
  if (missing.length > 0) return { missing, fields, counts: countOutcomes([]), rows: [], list: null };
  if (task.kind === 'tickets') {
    const planned = await planTicketImport(database, task);
    const list = await describeList(database, planned);
    return {
      missing,
      fields,
      counts: countOutcomes(planned),
      rows: showRows(planned, { table, columns, fields }),
      list,
    };
  }
  const planned = await planImport(database, task);
  return {
    missing,
    fields,
    counts: countOutcomes(planned),
    rows: showRows(planned, { table, columns, fields }),
    list: null,
  };
}
