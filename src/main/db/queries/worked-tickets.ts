import type { CustomerId, TicketId } from '@core/ids';
import { sql } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { Ticket } from './tickets';

/** The tickets on which anybody worked from one Stockholm date to another, both included, as far as is known here. */
export async function listTicketsWorkedBetween(trx: WorkbenchDatabase, from: string, to: string): Promise<Ticket[]> {
  return trx
    .selectFrom('ticket')
    .selectAll()
    .where(
      'id',
      'in',
      sql<TicketId>`(
        SELECT ticket_id FROM timesheet_line WHERE deleted_at IS NULL AND date BETWEEN ${from} AND ${to}
        UNION SELECT ticket_id FROM noted_work WHERE state <> 'removed' AND date BETWEEN ${from} AND ${to})`,
    )
    .orderBy('id')
    .execute();
}

/** Time on a ticket that waits for its customer's word. */
export interface UnapprovedTicket {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly title: string;
  readonly customerName: string | null;
  readonly unapprovedSeconds: number;
  /** The Stockholm date of the oldest line that waits. */
  readonly since: string;
}

/** The tickets with time of mine past their limit or their customer's packs, the longest waiting first. */
export async function listUnapprovedTickets(trx: WorkbenchDatabase): Promise<UnapprovedTicket[]> {
  const rows = await trx
    .selectFrom('timesheetLine')
    .innerJoin('ticket', 'ticket.id', 'timesheetLine.ticketId')
    .leftJoin('customer', 'customer.id', 'ticket.customerId')
    .select([
      'ticket.id as ticketId',
      'ticket.number',
      'ticket.title',
      'customer.name as customerName',
      (eb) => eb.fn.sum<number>('timesheetLine.heldSeconds').as('unapprovedSeconds'),
      (eb) => eb.fn.min('timesheetLine.date').as('since'),
    ])
    .where('timesheetLine.origin', '=', 'mine')
    .where('timesheetLine.deletedAt', 'is', null)
    .where('timesheetLine.holdReason', 'in', ['unapproved', 'pack-empty'])
    .where('timesheetLine.heldSeconds', '>', 0)
    .groupBy('ticket.id')
    .orderBy('since')
    .orderBy('ticket.id')
    .execute();
  return rows.map(({ unapprovedSeconds, ...row }) => ({ ...row, unapprovedSeconds: Number(unapprovedSeconds) }));
}

/** The names of all customers that are here. */
export async function listCustomerNames(trx: WorkbenchDatabase): Promise<Map<CustomerId, string>> {
  const rows = await trx.selectFrom('customer').select(['id', 'name']).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
