import type { TicketId } from '@core/ids';
import type { WorkDone } from '@core/reports/work-done';
import { readCustomer } from '../db/queries/customers';
import { readTicket } from '../db/queries/tickets';
import { listLinesOfTicket } from '../db/queries/timesheet-lines';
import type { Workbench } from './workbench';

/** The work on a ticket as its customer may read it; undefined for a ticket that is not here. */
export async function readWorkDone({ database }: Workbench, ticketId: TicketId): Promise<WorkDone | undefined> {
  const ticket = await readTicket(database, ticketId);
  if (!ticket) return undefined;
  const customer = ticket.customerId === null ? undefined : await readCustomer(database, ticket.customerId);
  const lines = await listLinesOfTicket(database, ticketId);
  return {
    ticketNumber: ticket.number,
    ticketTitle: ticket.title,
    customerName: customer?.name ?? null,
    lines: lines.map(({ date, employeeName, description, workedSeconds, heldSeconds }) => ({
      date,
      employeeName,
      description,
      workedSeconds: workedSeconds - heldSeconds,
    })),
  };
}
