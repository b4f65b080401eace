import { operationIdSchema, type TicketId } from '@core/ids';
import { planTicketOperation } from '@core/ticket/plan-ticket-operation';
import { differingFields, type TicketFields, ticketFieldsSchema } from '@core/ticket/ticket-fields';
import type { Instant } from '@core/time/instant';
import { z } from 'zod';
import type { WorkbenchDatabase } from './open';
import { enqueue, listEntriesOf, withdrawEntry } from './queries/outbox';
import { readTicket, type Ticket } from './queries/tickets';

const remoteIdsSchema = z.array(z.int());

/** Who has a ticket. */
export function assigneesOf({ assigneeRemoteIds }: Pick<Ticket, 'assigneeRemoteIds'>): readonly number[] {
  return remoteIdsSchema.parse(JSON.parse(assigneeRemoteIds));
}

/** What of a ticket can be changed on both sides, as it is here. */
export function ticketFieldsOf(ticket: Ticket): TicketFields {
  return {
    title: ticket.title,
    descriptionHtml: ticket.descriptionHtml,
    stage: { remoteId: ticket.stageRemoteId, resolution: ticket.resolution },
    priority: ticket.priority,
    assigneeRemoteIds: assigneesOf(ticket),
    tagRemoteIds: remoteIdsSchema.parse(JSON.parse(ticket.tagRemoteIds)),
  };
}

/** The same as the portal was last known to hold it; null: nobody knows. */
export function portalFieldsOf({ portalFields }: Pick<Ticket, 'portalFields'>): TicketFields | null {
  return portalFields === null ? null : ticketFieldsSchema.parse(JSON.parse(portalFields));
}

/**
 * Sees to it that the outbox brings the portal to what a ticket is now. To be called in the transaction of every change of
 * the ticket and of every end of an operation about it.
 */
export async function planTicketOutbox(
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  { newId }: { readonly newId: () => string },
  at: Instant,
): Promise<void> {
  const ticket = await readTicket(trx, ticketId);
  if (!ticket) return;
  const known = portalFieldsOf(ticket);
  const entries = await listEntriesOf(trx, ticketId);
  const plan = planTicketOperation({
    isOnPortal: ticket.remoteId !== null,
    // Of a ticket that nobody knows to have been changed here the portal is right.
    differs: known !== null && differingFields(ticketFieldsOf(ticket), known).length > 0,
    open: entries.flatMap(({ id, state, operation: { kind } }) =>
      kind === 'create-ticket' || kind === 'update-ticket' ? [{ id, kind, state }] : [],
    ),
  });
  for (const id of plan.withdraw) await withdrawEntry(trx, id);
  if (plan.enqueue === null) return;
  await enqueue(trx, {
    id: operationIdSchema.parse(newId()),
    operation: { kind: plan.enqueue, ticketId },
    dependsOn: null,
    at,
  });
}
