import { type CustomerDetails, customerDetailsSchema, NO_CUSTOMER_DETAILS } from '@core/customer/customer-details';
import type { CustomerId, TicketId } from '@core/ids';
import { NO_TICKET_DETAILS, type TicketDetails, ticketDetailsSchema } from '@core/ticket/ticket-details';
import type { Instant } from '@core/time/instant';
import { sql } from 'kysely';
import type { WorkbenchDatabase } from '../open';

/** What was noted about a ticket. */
export async function readTicketDetails(trx: WorkbenchDatabase, ticketId: TicketId): Promise<TicketDetails> {
  const row = await trx.selectFrom('ticketDetails').selectAll().where('ticketId', '=', ticketId).executeTakeFirst();
  return row ? ticketDetailsSchema.parse(JSON.parse(row.details)) : NO_TICKET_DETAILS;
}

/** What was noted about some tickets; those about which nothing was are left out. */
export async function listDetailsOfTickets(
  trx: WorkbenchDatabase,
  ticketIds: readonly TicketId[],
): Promise<TicketDetails[]> {
  const rows = await trx
    .selectFrom('ticketDetails')
    .select('details')
    .where('ticketId', 'in', sql<TicketId>`(SELECT value FROM json_each(${JSON.stringify(ticketIds)}))`)
    .execute();
  return rows.map(({ details }) => ticketDetailsSchema.parse(JSON.parse(details)));
}

/** Keeps what is noted about a ticket, instead of what was noted before. */
export async function writeTicketDetails(
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  details: TicketDetails,
): Promise<void> {
  const row = { ticketId, details: JSON.stringify(details) };
  await trx
    .insertInto('ticketDetails')
    .values(row)
    .onConflict((conflict) => conflict.column('ticketId').doUpdateSet(row))
    .execute();
}

/** What was noted about a customer. */
export async function readCustomerDetails(trx: WorkbenchDatabase, customerId: CustomerId): Promise<CustomerDetails> {
  const row = await trx
    .selectFrom('customerDetails')
    .selectAll()
    .where('customerId', '=', customerId)
    .executeTakeFirst();
  return row ? customerDetailsSchema.parse(JSON.parse(row.details)) : NO_CUSTOMER_DETAILS;
}

/** Keeps what is noted about a customer, instead of what was noted before. */
export async function writeCustomerDetails(
  trx: WorkbenchDatabase,
  customerId: CustomerId,
  details: CustomerDetails,
): Promise<void> {
  const row = { customerId, details: JSON.stringify(details) };
  await trx
    .insertInto('customerDetails')
    .values(row)
    .onConflict((conflict) => conflict.column('customerId').doUpdateSet(row))
    .execute();
}

/** The names of records that a person typed for a ticket, in the order they were typed. */
export async function listTypedReferences(trx: WorkbenchDatabase, ticketId: TicketId): Promise<string[]> {
  const rows = await trx
    .selectFrom('ticketReference')
    .select('text')
    .where('ticketId', '=', ticketId)
    .where('screenshotId', 'is', null)
    .where('model', 'is', null)
    .orderBy('addedAt')
    .orderBy('text')
    .execute();
  return rows.map(({ text }) => text);
}

/** Keeps these names of records for a ticket, instead of those that were typed before. */
export async function replaceTypedReferences(
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  texts: readonly string[],
  at: Instant,
): Promise<void> {
  await trx
    .deleteFrom('ticketReference')
    .where('ticketId', '=', ticketId)
    .where('screenshotId', 'is', null)
    .where('model', 'is', null)
    .execute();
  for (const text of new Set(texts)) {
    await trx
      .insertInto('ticketReference')
      .values({ ticketId, text, model: null, recordId: null, screenshotId: null, addedAt: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
