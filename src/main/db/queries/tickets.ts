import type { CustomerId, TicketId } from '@core/ids';
import type { Escalation, TicketState } from '@core/ticket/ticket';
import type { TicketContact } from '@core/ticket/ticket-details';
import type { Instant } from '@core/time/instant';
import { type Selectable, sql } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { TicketTable } from '../tables/ticket-tables';
import { valuesOf } from '../values-of';

export type Ticket = Selectable<TicketTable>;

/** Stands for the project for time on a ticket for which nobody names one. */
export const NO_PROJECT = 0;

/** The escalation as a union again; the table holds it as two columns. */
export function escalationOf(ticket: Pick<Ticket, 'escalationKind' | 'escalationAt'>): Escalation {
  if (ticket.escalationKind === 'none' || ticket.escalationAt === null) return { kind: 'none' };
  return { kind: ticket.escalationKind, at: ticket.escalationAt };
}

/** Whom the portal names for a ticket. */
export function contactOnPortal({ contactName, contactEmail, contactPhone }: Ticket): TicketContact {
  return { name: contactName, email: contactEmail, telephone: contactPhone };
}

/** Writes a ticket as the portal has it. Answers its id here, and whether it is new or has another time of change than before. */
export async function upsertTicket(
  trx: WorkbenchDatabase,
  ticket: Ticket,
): Promise<{ id: TicketId; isNew: boolean; isChanged: boolean }> {
  const known = ticket.remoteId === null ? undefined : await readTicketByRemoteId(trx, ticket.remoteId);
  const id = known?.id ?? ticket.id;
  const keepsEscalationTime = known !== undefined && known.escalationKind === ticket.escalationKind;
  const row = {
    ...ticket,
    id,
    escalationAt: keepsEscalationTime ? known.escalationAt : ticket.escalationAt,
    // Until it is worked out anew: a meter that is read meanwhile must not forget colleagues' time.
    unlistedSeconds: known?.unlistedSeconds ?? ticket.unlistedSeconds,
  };
  if (known) {
    await trx.updateTable('ticket').set(row).where('id', '=', id).execute();
  } else {
    await trx.insertInto('ticket').values(row).execute();
  }
  return { id, isNew: known === undefined, isChanged: known?.changedAt !== ticket.changedAt };
}

/** Writes a ticket that the portal does not have yet. */
export async function insertTicket(trx: WorkbenchDatabase, ticket: Ticket): Promise<void> {
  await trx.insertInto('ticket').values(ticket).execute();
}

/** How many tickets were ever registered here that the portal does not have: the highest of their numbers. */
export async function countNewTickets(trx: WorkbenchDatabase): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    SELECT max(CAST(substr(number, 3) AS INTEGER)) AS last FROM ticket
    WHERE remote_id IS NULL AND number LIKE 'N-%'`.execute(trx);
  return rows[0]?.last ?? 0;
}

/** Lets tickets in a stage that have not ended be in this state. */
export async function updateStateOfStage(
  trx: WorkbenchDatabase,
  stageRemoteId: number,
  state: TicketState,
): Promise<void> {
  await trx
    .updateTable('ticket')
    .set({ state })
    .where('stageRemoteId', '=', stageRemoteId)
    .where('resolution', '=', 'open')
    .execute();
}

/** The project or team that most tickets are in; null where there are none. */
export async function readUsualGroup(trx: WorkbenchDatabase): Promise<number | null> {
  const row = await trx
    .selectFrom('ticket')
    .select('groupRemoteId')
    .groupBy('groupRemoteId')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.groupRemoteId ?? null;
}

/** Whether nothing was recorded or written on a ticket but what was noted with it. */
export async function isTicketUntouched(trx: WorkbenchDatabase, id: TicketId): Promise<boolean> {
  const { rows } = await sql<{ found: number }>`
    SELECT EXISTS (SELECT 1 FROM timer WHERE ticket_id = ${id})
      OR EXISTS (SELECT 1 FROM timesheet_line WHERE ticket_id = ${id})
      OR EXISTS (SELECT 1 FROM message WHERE ticket_id = ${id})
      OR EXISTS (SELECT 1 FROM screenshot WHERE ticket_id = ${id})
      OR EXISTS (SELECT 1 FROM ticket_event WHERE ticket_id = ${id}) AS found`.execute(trx);
  return rows[0]?.found === 0;
}

/** Removes a ticket on which nothing was recorded, with what was noted about it. */
export async function deleteTicket(trx: WorkbenchDatabase, id: TicketId): Promise<void> {
  await trx.deleteFrom('ticketReference').where('ticketId', '=', id).execute();
  await trx.deleteFrom('ticketSteps').where('ticketId', '=', id).execute();
  await trx.deleteFrom('ticket').where('id', '=', id).execute();
}

/** Changes some of a ticket that is here. */
export async function updateTicket(
  trx: WorkbenchDatabase,
  id: TicketId,
  changes: Partial<Omit<Ticket, 'id' | 'customerId'>>,
): Promise<void> {
  await trx.updateTable('ticket').set(changes).where('id', '=', id).execute();
}

/** Says that a ticket is another customer's; null: nobody's. What is held back on it is the caller's to bring up to date. */
export async function moveTicketToCustomer(
  trx: WorkbenchDatabase,
  id: TicketId,
  customerId: CustomerId | null,
): Promise<void> {
  await trx.updateTable('ticket').set({ customerId }).where('id', '=', id).execute();
}

/** The tickets on which something was recorded or written. */
export async function listTouchedTickets(trx: WorkbenchDatabase): Promise<Set<TicketId>> {
  const { rows } = await sql<{ ticketId: TicketId }>`
    SELECT ticket_id FROM timer UNION SELECT ticket_id FROM timesheet_line WHERE ticket_id IS NOT NULL
    UNION SELECT ticket_id FROM message UNION SELECT ticket_id FROM screenshot WHERE ticket_id IS NOT NULL
    UNION SELECT ticket_id FROM ticket_reference UNION SELECT ticket_id FROM ticket_steps`.execute(trx);
  return new Set(rows.map(({ ticketId }) => ticketId));
}

/** Notes that a new ticket came without what was written on it before. */
export async function noteMissingHistory(trx: WorkbenchDatabase, ticketId: TicketId): Promise<void> {
  await trx.insertInto('ticketWithoutHistory').values({ ticketId }).execute();
}

/** The tickets whose earlier lines and messages are still to be brought. */
export async function listTicketsWithoutHistory(trx: WorkbenchDatabase): Promise<{ id: TicketId; remoteId: number }[]> {
  return trx
    .selectFrom('ticketWithoutHistory')
    .innerJoin('ticket', 'ticket.id', 'ticketWithoutHistory.ticketId')
    .select(['ticket.id', 'ticket.remoteId'])
    .where('ticket.remoteId', 'is not', null)
    .$narrowType<{ remoteId: number }>()
    .orderBy('ticket.remoteId')
    .execute();
}

/** Everything written on the tickets before is here. */
export async function markHistoryComplete(trx: WorkbenchDatabase): Promise<void> {
  await trx.deleteFrom('ticketWithoutHistory').execute();
}

/**
 * Works out, for tickets just pulled, how much of the portal's sum neither a line kept here nor a colleague's note
 * explains. Right after a pull only: later the sum is older than the lines.
 */
export async function updateUnlistedSeconds(trx: WorkbenchDatabase, ticketIds: readonly TicketId[]): Promise<void> {
  for (const id of ticketIds) {
    await sql`UPDATE ticket SET unlisted_seconds = max(0, portal_worked_seconds - (
        SELECT coalesce(sum(CASE
            WHEN portal_values IS NOT NULL THEN json_extract(portal_values, '$.workedSeconds')
            WHEN deleted_at IS NULL THEN worked_seconds - held_seconds
            ELSE 0
          END), 0) FROM timesheet_line
        WHERE ticket_id = ${id} AND remote_id IS NOT NULL
      ) - (
        SELECT coalesce(sum(worked_seconds - held_seconds), 0) FROM noted_work
        WHERE ticket_id = ${id} AND state = 'sent'
          AND NOT EXISTS (SELECT 1 FROM timesheet_line WHERE timesheet_line.remote_id = noted_work.remote_id)
      )) WHERE id = ${id}`.execute(trx);
  }
}

/** A ticket, or undefined. */
export async function readTicket(trx: WorkbenchDatabase, id: TicketId): Promise<Ticket | undefined> {
  return trx.selectFrom('ticket').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The tickets that were registered from an instant on and before another. */
export async function listTicketsRegisteredBetween(
  trx: WorkbenchDatabase,
  { from, until }: { from: Instant; until: Instant },
): Promise<Ticket[]> {
  return trx
    .selectFrom('ticket')
    .selectAll()
    .where('registeredAt', '>=', from)
    .where('registeredAt', '<', until)
    .orderBy('registeredAt')
    .orderBy('id')
    .execute();
}

/** Every ticket that is here. */
export async function listAllTickets(trx: WorkbenchDatabase): Promise<Ticket[]> {
  return trx.selectFrom('ticket').selectAll().execute();
}

/** A ticket by the portal's id, or undefined. */
export async function readTicketByRemoteId(trx: WorkbenchDatabase, remoteId: number): Promise<Ticket | undefined> {
  return trx.selectFrom('ticket').selectAll().where('remoteId', '=', remoteId).executeTakeFirst();
}

/** The portal's ids of all tickets kept here. */
export async function listTicketRemoteIds(trx: WorkbenchDatabase): Promise<number[]> {
  const rows = await trx
    .selectFrom('ticket')
    .select('remoteId')
    .where('remoteId', 'is not', null)
    .$narrowType<{ remoteId: number }>()
    .orderBy('remoteId')
    .execute();
  return rows.map(({ remoteId }) => remoteId);
}

/** The portal's ids of the tickets that are mine, and of those that are kept here at all and were there last. */
export async function listTicketsToCompare(
  trx: WorkbenchDatabase,
): Promise<{ id: TicketId; remoteId: number; isAssignedToMe: 0 | 1 }[]> {
  return trx
    .selectFrom('ticket')
    .select(['id', 'remoteId', 'isAssignedToMe'])
    .where('goneAt', 'is', null)
    .where('remoteId', 'is not', null)
    .$narrowType<{ remoteId: number }>()
    .orderBy('remoteId')
    .execute();
}

/** The portal shows this ticket no more. It leaves the queue; nothing that was done on it goes. */
export async function markTicketGone(trx: WorkbenchDatabase, id: TicketId, at: Instant): Promise<void> {
  await trx.updateTable('ticket').set({ goneAt: at, isAssignedToMe: 0 }).where('id', '=', id).execute();
}

/** What the queue shows of a ticket comes from these. Descriptions are long, and a page has fifty rows. */
const CANDIDATE_COLUMNS = [
  'ticket.id',
  'ticket.number',
  'ticket.title',
  'ticket.customerId',
  'ticket.state',
  'ticket.stageName',
  'ticket.escalationKind',
  'ticket.escalationAt',
  'ticket.timeCriticalCategory',
  'ticket.assigneeRemoteIds',
  'ticket.isAssignedToMe',
  'ticket.unlistedSeconds',
  'ticket.registeredAt',
] as const;

export type QueueCandidate = Awaited<ReturnType<typeof listTickets>>[number];

/** These tickets with their customers' names, in no particular order. */
export async function listTickets(trx: WorkbenchDatabase, ids: readonly TicketId[]) {
  return trx
    .selectFrom('ticket')
    .leftJoin('customer', 'customer.id', 'ticket.customerId')
    .leftJoin('queuePlace', 'queuePlace.ticketId', 'ticket.id')
    .select(CANDIDATE_COLUMNS)
    .select(['customer.name as customerName', 'queuePlace.answeredAt'])
    .where('ticket.id', 'in', valuesOf(ids))
    .execute();
}

/** Tickets assigned to me in one state. In no particular order. */
export async function listAssignedTickets(trx: WorkbenchDatabase, state: TicketState): Promise<Ticket[]> {
  return trx.selectFrom('ticket').selectAll().where('isAssignedToMe', '=', 1).where('state', '=', state).execute();
}
