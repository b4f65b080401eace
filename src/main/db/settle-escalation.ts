import type { TicketId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from './open';
import { readTicket, updateTicket } from './queries/tickets';
import { readTicketFacts, ticketColumnsOf } from './ticket-columns';
import { ticketFieldsOf } from './ticket-outbox';

/** Lets a ticket's place in the queue follow what was written down about its escalation. */
export async function settleEscalation(trx: WorkbenchDatabase, ticketId: TicketId, at: Instant): Promise<void> {
  const ticket = await readTicket(trx, ticketId);
  if (!ticket) return;
  const fields = ticketFieldsOf(ticket);
  const facts = await readTicketFacts(trx, fields, ticketId);
  const { escalationKind, escalationAt } = ticketColumnsOf(fields, facts, { isActive: ticket.isActive === 1, at });
  if (escalationKind !== ticket.escalationKind) await updateTicket(trx, ticketId, { escalationKind, escalationAt });
}
