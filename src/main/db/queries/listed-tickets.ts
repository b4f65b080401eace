import type { TicketId } from '@core/ids';
import { type ListedTicket, listedTicketSchema, UNLISTED } from '@core/imports/listed-ticket';
import type { KnownTicket } from '@core/imports/match-ticket';
import { type Selectable, sql } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { ListedTicketTable } from '../tables/ticket-tables';
import { createTurns } from '../take-turns';

export type ListedTicketRow = Selectable<ListedTicketTable>;

/** Every ticket with what lists have said of it; of one that was registered here, what makes it known again in a list. */
export async function listKnownTickets(trx: WorkbenchDatabase): Promise<KnownTicket[]> {
  const rows = await trx
    .selectFrom('ticket')
    .leftJoin('customer', 'customer.id', 'ticket.customerId')
    .leftJoin('listedTicket', 'listedTicket.ticketId', 'ticket.id')
    .select(['ticket.id', 'ticket.title', 'ticket.descriptionHtml', 'ticket.contactName', 'ticket.groupName'])
    .select(['customer.name as customer', 'listedTicket.said'])
    .orderBy('ticket.id')
    .execute();
  const known: KnownTicket[] = [];
  const takeTurn = createTurns();
  for (const { id, title, descriptionHtml, contactName, groupName, customer, said } of rows) {
    const listed: ListedTicket =
      said === null
        ? {
            ...UNLISTED,
            title,
            descriptionHtml,
            customer: customer ?? '',
            contact: contactName ?? '',
            group: groupName,
          }
        : listedTicketSchema.parse(JSON.parse(said));
    known.push({ id, listed });
    await takeTurn();
  }
  return known;
}

/** What lists have said of a ticket; undefined where none has. */
export async function readListedTicket(trx: WorkbenchDatabase, ticketId: TicketId): Promise<ListedTicket | undefined> {
  const row = await trx.selectFrom('listedTicket').select('said').where('ticketId', '=', ticketId).executeTakeFirst();
  return row && listedTicketSchema.parse(JSON.parse(row.said));
}

/** Remembers what lists have said of a ticket. */
export async function writeListedTicket(
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  listed: ListedTicket,
): Promise<void> {
  const said = JSON.stringify(listed);
  await trx
    .insertInto('listedTicket')
    .values({ ticketId, said })
    .onConflict((conflict) => conflict.column('ticketId').doUpdateSet({ said }))
    .execute();
}

/** Forgets it. */
export async function deleteListedTicket(trx: WorkbenchDatabase, ticketId: TicketId): Promise<void> {
  await trx.deleteFrom('listedTicket').where('ticketId', '=', ticketId).execute();
}

/** The highest of the numbers that were given here to tickets whose lists had none; 0 before the first. */
export async function readLastListNumber(trx: WorkbenchDatabase): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    SELECT max(CAST(substr(number, 3) AS INTEGER)) AS last FROM ticket
    WHERE remote_id IS NULL AND number LIKE 'L-%'`.execute(trx);
  return rows[0]?.last ?? 0;
}
