import { isDeepStrictEqual } from 'node:util';
import { inGroups } from '@core/groups';
import type { CustomerId, TicketId } from '@core/ids';
import type { ImportColumns } from '@core/imports/import-fields';
import { tellRecords } from '@core/imports/list-records';
import type { KnownTicket } from '@core/imports/match-ticket';
import { planTickets, type ReadListRow, readListRow, type TicketWrite } from '@core/imports/plan-tickets';
import type { PlannedRow } from '@core/imports/planned-row';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { Table } from '@core/tables/table';
import type { WorkbenchDatabase } from '../db/open';
import { deleteUnusedCustomer } from '../db/queries/customers';
import { listKnownTickets, readLastListNumber } from '../db/queries/listed-tickets';
import { beginNews, readTicketMapping } from '../db/queries/portal-facts';
import { deleteTicket, listAllTickets, listTouchedTickets, type Ticket } from '../db/queries/tickets';
import { createTurns } from '../db/take-turns';
import { countOutcomes, type OutcomeCounts } from './count-outcomes';
import { readListNames } from './list-names';
import { settleCustomer, settleLimit } from './settle-limit';
import { restoreHeldTicket, type StoreContext, storeListedTicket, type TicketStep } from './store-listed-ticket';
import type { Workbench } from './workbench';

/** A list of tickets that is to be imported, and what its columns mean. */
export interface TicketImportTask {
  readonly kind: 'tickets';
  readonly table: Table;
  readonly columns: ImportColumns;
}

/** What an import of tickets did. */
export interface ImportedTickets {
  /** Rows by what became of them; those that a person stopped before their turn are in none. */
  readonly counts: OutcomeCounts;
  readonly steps: readonly TicketStep[];
  readonly newCustomers: readonly CustomerId[];
}

export interface TicketImportProgress {
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  /** Stops after the tickets that are being written; those that were stay. */
  readonly signal?: AbortSignal;
}

/** Tickets that are written in one go: others wait for as long, a person among them. */
const TICKETS_AT_ONCE = 25;

/** What importing tickets would do, row by row, by what is here now. Writes nothing. */
export async function planTicketImport(
  database: WorkbenchDatabase,
  { table, columns }: TicketImportTask,
): Promise<PlannedRow<TicketWrite>[]> {
  const takeTurn = createTurns();
  const rows: ReadListRow[] = [];
  for (const listRow of tellRecords(table.rows, columns)) {
    rows.push(readListRow(listRow, columns, table.headers));
    await takeTurn();
  }
  return planTickets(rows, await listKnownTickets(database));
}

/** Another customer's agreements and packs can hold other time back. */
async function settleMoved(workbench: Workbench, trx: WorkbenchDatabase, { before, after }: TicketStep): Promise<void> {
  const { id, customerId } = after.ticket;
  if (before === null || before.ticket.customerId === customerId) return;
  const at = workbench.clock.read().wall;
  if (before.ticket.customerId !== null) await settleCustomer(workbench, trx, before.ticket.customerId, at);
  await settleLimit(workbench, trx, id, at);
}

async function readContext(workbench: Workbench): Promise<StoreContext> {
  const { database, newId, clock } = workbench;
  let lastNumber = await readLastListNumber(database);
  return {
    names: await readListNames(database, newId),
    mapping: await readTicketMapping(database),
    newId,
    nextNumber: () => {
      lastNumber += 1;
      return `L-${lastNumber}`;
    },
    at: clock.read().wall,
  };
}

function tell({ announce }: Workbench): void {
  announce.ticketChanged(null);
  announce.queueChanged();
  announce.timesheetChanged();
}

/**
 * Imports every row of a list that can be read, a few tickets at a time, so that nobody waits for a long list. After a
 * fault, or when a person stops it, those that came before are here; importing the same list again brings the rest and
 * nothing twice. What a row changes is held against the ticket as it is at that moment.
 */
export async function importTickets(
  workbench: Workbench,
  task: TicketImportTask,
  { onProgress, signal }: TicketImportProgress = {},
): Promise<ImportedTickets> {
  const planned = await planTicketImport(workbench.database, task);
  const rows = planned.flatMap(({ outcome }) => ('write' in outcome ? [outcome] : []));
  const context = await readContext(workbench);
  const steps: TicketStep[] = [];
  const takeTurn = createTurns();
  for (const group of inGroups(rows, TICKETS_AT_ONCE)) {
    if (signal?.aborted) break;
    const written = await workbench.database.transaction().execute(async (trx) => {
      const ofGroup: TicketStep[] = [];
      for (const { write } of group) {
        const step = await storeListedTicket(context, trx, write);
        await settleMoved(workbench, trx, step);
        ofGroup.push(step);
      }
      return ofGroup;
    });
    steps.push(...written);
    onProgress?.({ done: steps.length, total: rows.length });
    await takeTurn();
  }
  // From the first list on, what falls due is news.
  if (steps.length > 0) await beginNews(workbench.database, context.at);
  if (steps.length > 0) tell(workbench);
  const counts = countOutcomes(planned);
  const isNew = ({ before }: TicketStep) => before === null;
  return {
    counts: { ...counts, new: steps.filter(isNew).length, changed: steps.filter((step) => !isNew(step)).length },
    steps,
    newCustomers: context.names.newCustomers,
  };
}

/** Whether each ticket is still as the import wrote it, and nothing was recorded on one that came with it. */
async function canTakeBack(trx: WorkbenchDatabase, steps: readonly TicketStep[]): Promise<boolean> {
  const tickets = new Map<TicketId, Ticket>((await listAllTickets(trx)).map((ticket) => [ticket.id, ticket]));
  const listed = new Map<TicketId, KnownTicket>((await listKnownTickets(trx)).map((known) => [known.id, known]));
  const touched = await listTouchedTickets(trx);
  return steps.every(
    ({ before, after }) =>
      isDeepStrictEqual(tickets.get(after.ticket.id), after.ticket) &&
      isDeepStrictEqual(listed.get(after.ticket.id)?.listed, after.listed) &&
      (before !== null || !touched.has(after.ticket.id)),
  );
}

/**
 * Takes an import of tickets back as a whole, with the customers that came with it; `changed-since` when any of them was
 * changed or worked on since, and nothing is done then. Names of stages, tags and colleagues stay to be chosen.
 */
export async function undoTicketImport(
  workbench: Workbench,
  { steps, newCustomers }: Pick<ImportedTickets, 'steps' | 'newCustomers'>,
): Promise<Outcome<null, { kind: 'changed-since' }>> {
  const isTakenBack = await workbench.database.transaction().execute(async (trx) => {
    if (!(await canTakeBack(trx, steps))) return false;
    const takeTurn = createTurns();
    for (const { before, after } of steps.toReversed()) {
      if (before === null) await deleteTicket(trx, after.ticket.id);
      else {
        await restoreHeldTicket(trx, before);
        await settleMoved(workbench, trx, { before: after, after: before });
      }
      await takeTurn();
    }
    for (const customerId of newCustomers) await deleteUnusedCustomer(trx, customerId);
    return true;
  });
  if (!isTakenBack) return fail({ kind: 'changed-since' });
  tell(workbench);
  return succeed(null);
}
