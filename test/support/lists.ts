import { guessColumns } from '@core/imports/import-fields';
import { toTable } from '@core/tables/table';
import { beginWithoutPortal } from '../../src/main/usecases/begin-without-portal';
import { importTickets, type TicketImportProgress } from '../../src/main/usecases/import-tickets';
import type { Workbench } from '../../src/main/usecases/workbench';
import { expectValue } from './portal-bench';
import { openWorkbench, type TestWorkbench } from './workbench';

/** A workbench without a portal, of Maja Lindqvist. */
export async function openWithoutPortal(): Promise<TestWorkbench> {
  const workbench = openWorkbench();
  await beginWithoutPortal(workbench.database, { userName: workbench.userName, groupName: 'Utan projekt' });
  return workbench;
}

/** A list as a table with the columns that its headers name; cells stand between semicolons. */
export function listOf(...lines: readonly string[]) {
  const table = expectValue(toTable(lines.map((line) => line.split(';'))));
  return { kind: 'tickets' as const, table, columns: guessColumns('tickets', table.headers) };
}

export function importList(workbench: Workbench, lines: readonly string[], progress?: TicketImportProgress) {
  return importTickets(workbench, listOf(...lines), progress);
}
