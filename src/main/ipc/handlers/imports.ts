import { basename } from 'node:path';
import { guessColumns, type ImportColumns, type ImportKind, missingFields } from '@core/imports/import-fields';
import type { Outcome } from '@core/outcome';
import type { Table } from '@core/tables/table';
import type { RequestOutput } from '@ipc/contract';
import { importTable, undoImport } from '../../usecases/import-table';
import { importTickets, type TicketImportTask, undoTicketImport } from '../../usecases/import-tickets';
import type { ImportTask } from '../../usecases/plan-import';
import { previewImport } from '../../usecases/preview-import';
import type { Workbench } from '../../usecases/workbench';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts, Session } from '../parts';
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

/** What the last import did, as one thing that can be taken back. */
interface LastImport {
  readonly id: string;
  readonly undo: (workbench: Workbench) => Promise<Outcome<null, { kind: 'changed-since' }>>;
}

/** Tickets come from lists only where no portal brings them: there they would come twice. */
function canImport(kind: ImportKind, { portal }: Session): boolean {
  return kind !== 'tickets' || portal.kind === 'lists';
}

/** Imports from a table in a file. One table is open at a time, and the last import can be taken back. */
export function createImportHandlers(
  parts: AppParts,
): Pick<Handlers, 'imports:open' | 'imports:preview' | 'imports:apply' | 'imports:cancel' | 'imports:undo'> {
  let open: { readonly id: string; readonly table: Table } | null = null;
  let last: LastImport | null = null;
  let underWay: AbortController | null = null;

  function taskOf(request: {
    tableId: string;
    kind: ImportKind;
    columns: ImportColumns;
  }): ImportTask | TicketImportTask | null {
    if (open?.id !== request.tableId) return null;
    const { kind, columns } = request;
    const { table } = open;
    return kind === 'tickets' ? { kind, table, columns } : { kind, table, columns };
  }

  /** Imports what a task says, and remembers how it is taken back. Null: another import is under way. */
  async function apply(workbench: Workbench, task: ImportTask | TicketImportTask) {
    if (task.kind !== 'tickets') {
      const { counts, steps } = await importTable(workbench, task);
      return { counts, isEmpty: steps.length === 0, undo: (at: Workbench) => undoImport(at, steps) };
    }
    if (underWay) return null;
    const controller = new AbortController();
    underWay = controller;
    try {
      const { signal } = controller;
      const imported = await importTickets(workbench, task, { onProgress: parts.showImportProgress, signal });
      const { counts, steps } = imported;
      return { counts, isEmpty: steps.length === 0, undo: (at: Workbench) => undoTicketImport(at, imported) };
    } finally {
      underWay = null;
    }
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
    'imports:open': withSession(parts, async (session, { kind }) =>
      canImport(kind, session)
        ? done({ opened: await chooseTable(session.workbench.newId(), kind) })
        : refuse('invalid-request', kind),
    ),
    'imports:preview': withSession(parts, async (session, request) => {
      const { workbench } = session;
      const task = canImport(request.kind, session) ? taskOf(request) : null;
      return task ? done(await previewImport(workbench.database, task)) : refuse('not-found');
    }),
    'imports:apply': withSession(parts, async (session, request) => {
      const { workbench } = session;
      const task = canImport(request.kind, session) ? taskOf(request) : null;
      if (!task) return refuse('not-found');
      if (missingFields(task.kind, task.columns).length > 0) return refuse('invalid-request', 'columns');
      const applied = await apply(workbench, task);
      if (applied === null) return refuse('invalid-request', 'under way');
      if (applied.isEmpty) return done({ importId: null, counts: applied.counts });
      last = { id: workbench.newId(), undo: applied.undo };
      return done({ importId: last.id, counts: applied.counts });
    }),
    'imports:cancel': async () => {
      underWay?.abort();
      return done({});
    },
    'imports:undo': withSession(parts, async ({ workbench }, { importId }) => {
      if (last?.id !== importId) return refuse('nothing-to-undo');
      const undone = await last.undo(workbench);
      if (!undone.ok) return refuse('import-changed-since');
      last = null;
      return done({});
    }),
  };
}
