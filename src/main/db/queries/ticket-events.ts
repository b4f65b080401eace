import type { TicketEventId, TicketId } from '@core/ids';
import { type TicketEvent, ticketHandlingSchema } from '@core/ticket/ticket-event';
import type { Instant } from '@core/time/instant';
import { type Selectable, sql } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { TicketEventTable } from '../tables/ticket-tables';
import { amongTickets } from './state-changes';

/** An event with the ticket it is of. */
export interface KeptEvent extends TicketEvent {
  readonly ticketId: TicketId;
  readonly origin: TicketEventTable['origin'];
}

function toEvent(row: Selectable<TicketEventTable>): KeptEvent {
  const { id, ticketId, at, recordedBy, origin, withdrawnAt } = row;
  const handling = ticketHandlingSchema.parse(JSON.parse(row.handling));
  return { id, ticketId, handling, at, by: recordedBy, origin, isWithdrawn: withdrawnAt !== null };
}

/** Writes an event down. One whose id is here already stays as it is. */
export async function insertTicketEvent(
  trx: WorkbenchDatabase,
  { id, ticketId, handling, at, by, origin }: Omit<KeptEvent, 'isWithdrawn'>,
): Promise<void> {
  await trx
    .insertInto('ticketEvent')
    .values({ id, ticketId, handling: JSON.stringify(handling), at, recordedBy: by, origin, withdrawnAt: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Takes an event back for good. Answers whether it stood until now. */
export async function withdrawTicketEventRow(trx: WorkbenchDatabase, id: TicketEventId, at: Instant): Promise<boolean> {
  const updated = await trx
    .updateTable('ticketEvent')
    .set({ withdrawnAt: at })
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

/** An event, or undefined. */
export async function readTicketEvent(trx: WorkbenchDatabase, id: TicketEventId): Promise<KeptEvent | undefined> {
  const row = await trx.selectFrom('ticketEvent').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toEvent(row);
}

/** The events of a ticket in order, with those that were withdrawn. */
export async function listEventsOfTicket(trx: WorkbenchDatabase, ticketId: TicketId): Promise<KeptEvent[]> {
  return (await listEvents(trx, [ticketId])).get(ticketId) ?? [];
}

/** The events of these tickets, each ticket's in order. */
export async function listEvents(
  trx: WorkbenchDatabase,
  ticketIds: readonly TicketId[],
): Promise<Map<TicketId, KeptEvent[]>> {
  const rows = await trx
    .selectFrom('ticketEvent')
    .selectAll()
    .where('ticketId', 'in', amongTickets(ticketIds))
    .orderBy('at')
    .orderBy('id')
    .execute();
  const events = new Map<TicketId, KeptEvent[]>();
  for (const row of rows) events.set(row.ticketId, [...(events.get(row.ticketId) ?? []), toEvent(row)]);
  return events;
}

/** The events of the tickets that were to be followed up at some time. */
export async function listFollowedUp(trx: WorkbenchDatabase): Promise<Map<TicketId, KeptEvent[]>> {
  const rows = await trx
    .selectFrom('ticketEvent')
    .select('ticketId')
    .distinct()
    .where(sql`json_extract(handling, '$.kind')`, '=', 'follow-up')
    .where('withdrawnAt', 'is', null)
    .execute();
  return listEvents(
    trx,
    rows.map(({ ticketId }) => ticketId),
  );
}
