import type { TicketId } from '@core/ids';
import { toCsv } from '@core/tables/csv-text';
import { type LineToEnter, toLinesTable } from '@core/timesheet/lines-table';
import { readCustomer } from '../db/queries/customers';
import { readListedTicket } from '../db/queries/listed-tickets';
import { readTicket } from '../db/queries/tickets';
import { listMyLinesBetween } from '../db/queries/timesheet-lines';
import type { Workbench } from './workbench';

/** What a ticket is known by elsewhere. */
async function ticketColumns({ database }: Workbench, ticketId: TicketId | null) {
  const ticket = ticketId === null ? undefined : await readTicket(database, ticketId);
  if (!ticket) return { ticketNumber: '', ticketId: '', ticketTitle: '', customerName: '' };
  const listed = await readListedTicket(database, ticket.id);
  const customer = ticket.customerId === null ? undefined : await readCustomer(database, ticket.customerId);
  return {
    ticketNumber: ticket.number,
    ticketId: listed?.externalId ?? String(listed?.databaseId ?? ''),
    ticketTitle: ticket.title,
    customerName: customer?.name ?? '',
  };
}

/** My lines from one Stockholm date to another, both included, as a CSV file, oldest first; null where there are none. */
export async function exportLines(
  workbench: Workbench,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<{ fileName: string; bytes: Uint8Array; count: number } | null> {
  const lines = await listMyLinesBetween(workbench.database, from, to);
  if (lines.length === 0) return null;
  const rows: LineToEnter[] = [];
  for (const line of lines.toReversed()) {
    const { id, date, employeeName, description, workedSeconds, heldSeconds, verdict } = line;
    rows.push({
      ...{ id, date, employeeName, description, workedSeconds, heldSeconds, verdict },
      ...(await ticketColumns(workbench, line.ticketId)),
    });
  }
  const csv = toCsv(toLinesTable(rows, workbench.settings().language));
  return { fileName: `fyra-${from}-${to}.csv`, bytes: new TextEncoder().encode(csv), count: rows.length };
}
