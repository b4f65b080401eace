import { basename } from 'node:path';
import { guessColumns, type ImportColumns, type ImportKind, missingFields } from '@core/imports/import-fields';
import type { Table } from '@core/tables/table';
import type { RequestOutput } from '@ipc/contract';
import type { ImportStep } from '../../usecases/import-step';
import { importTable, undoImport } from '../../usecases/import-table';
import type { ImportTask } from '../../usecases/plan-import';
import { previewImport } from '../../usecases/preview-import';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

const EXAMPLES = 3;
/** Longer ones only show that they are long. */
const LONGEST_EXAMPLE = 60;

/** The first things that stand in each column, below its header. */
function describeColumns({ headers, rows }: Table) {
  return headers.map((header, index) => {
    const filled = rows.map(({ cells }) => (cells[index] ?? '').trim()).filter((cell) => cell !== '');
    return { header, examples: filled.slice(0, EXAMPLES).map((cell) => cell.slice(0, LONGEST_EXAMPLE)) };
  });
}

/** Imports from a table in a file. One table is open at a time, and the last import can be taken back. */
export function createImportHandlers(
  parts: AppParts,
): Pick<Handlers, 'imports:open' | 'imports:preview' | 'imports:apply' | 'imports:undo'> {
  let open: { readonly id: string; readonly table: Table } | null = null;
  let last: { readonly id: string; readonly steps: readonly ImportStep[] } | null = null;

  function taskOf(request: { tableId: string; kind: ImportKind; columns: ImportColumns }): ImportTask | null {
    return open?.id === request.tableId ? { ...request, table: open.table } : null;
  }

  async function chooseTable(id: string, kind: ImportKind): Promise<RequestOutput<'imports:open'>['opened']> {
    const file = await parts.chooseTableFile();
    if (file === null) return null;
    const read = await parts.readTableFile(file);
    const fileName = basename(file);
    if (!read.ok) {
      const { failure } = read;
      return { ok: false, fileName, problem: { kind: failure.kind, row: 'row' in failure ? failure.row : null } };
    }
    const table = read.value;
    open = { id, table };
    return {
      ok: true,
      table: {
        tableId: id,
        fileName,
        rowCount: table.rows.length,
        columns: describeColumns(table),
        guessed: guessColumns(kind, table.headers),
      },
    };
  }

  return {
    'imports:open': withSession(parts, async ({ workbench }, { kind }) =>
      done({ opened: await chooseTable(workbench.newId(), kind) }),
    ),
    'imports:preview': withSession(parts, async ({ workbench }, request) => {
      const task = taskOf(request);
      return task ? done(await previewImport(workbench.database, task)) : refuse('not-found');
    }),
    'imports:apply': withSession(parts, async ({ workbench }, request) => {
      const task = taskOf(request);
      if (!task) return refuse('not-found');
      if (missingFields(task.kind, task.columns).length > 0) return refuse('invalid-request', 'columns');
      const { counts, steps } = await importTable(workbench, task);
      if (steps.length === 0) return done({ importId: null, counts });
      last = { id: workbench.newId(), steps };
      return done({ importId: last.id, counts });
    }),
    'imports:undo': withSession(parts, async ({ workbench }, { importId }) => {
      if (last?.id !== importId) return refuse('nothing-to-undo');
      const undone = await undoImport(workbench, last.steps);
      if (!undone.ok) return refuse('import-changed-since');
      last = null;
      return done({});
    }),
  };
}
