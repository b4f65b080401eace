import type { TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { applyTicketChange, type TicketChange } from '@core/ticket/change-ticket';
import { differingFields, type TicketFields } from '@core/ticket/ticket-fields';
import type { WorkbenchDatabase } from '../db/open';
import { readPortalLists } from '../db/queries/portal-lists';
import { noteTicketState } from '../db/queries/state-changes';
import { readTicket, type Ticket, updateTicket } from '../db/queries/tickets';
import { readTicketFacts, seenStateOf, ticketColumnsOf } from '../db/ticket-columns';
import { planTicketOutbox, ticketFieldsOf } from '../db/ticket-outbox';
import type { Workbench } from './workbench';

export type ChangeTicketFailure =
  | { readonly kind: 'not-found' }
  /** It is here from before the portal was asked for what can be changed; the next sync brings that. */
  | { readonly kind: 'not-brought-yet' };

/** Writes what a ticket is to say, with everything that follows from it, and what the portal is to be told. */
export async function writeTicketFields(
  workbench: Pick<Workbench, 'newId' | 'clock'>,
  trx: WorkbenchDatabase,
  ticket: Ticket,
  fields: TicketFields,
): Promise<void> {
  const at = workbench.clock.read().wall;
  const facts = await readTicketFacts(trx, fields, ticket.id);
  const { escalationAt, ...columns } = ticketColumnsOf(fields, facts, { isActive: ticket.isActive === 1, at });
  await updateTicket(trx, ticket.id, {
    ...columns,
    escalationAt: columns.escalationKind === ticket.escalationKind ? ticket.escalationAt : escalationAt,
  });
  await noteTicketState(trx, ticket.id, seenStateOf(fields, facts), { stageAt: at, assignmentAt: at, knownAt: at });
  await planTicketOutbox(trx, ticket.id, workbench, at);
}

/** What a ticket that is to be changed says now, or why it cannot be changed. */
export function changeableFieldsOf(ticket: Ticket | undefined): Outcome<TicketFields, ChangeTicketFailure> {
  if (!ticket) return fail({ kind: 'not-found' });
  if (ticket.remoteId !== null && ticket.portalFields === null) return fail({ kind: 'not-brought-yet' });
  return succeed(ticketFieldsOf(ticket));
}

/** Tells what shows tickets that one has changed. */
export function announceTicket({ announce }: Workbench, ticketId: TicketId): void {
  announce.ticketChanged(ticketId);
  announce.queueChanged();
  announce.outboxChanged();
}

/**
 * Changes a ticket here and puts the change into the outbox. Answers what it said before, by which the change can be taken
 * back.
 */
export async function changeTicket(
  workbench: Workbench,
  { ticketId, change }: { readonly ticketId: TicketId; readonly change: TicketChange },
): Promise<Outcome<TicketFields, ChangeTicketFailure>> {
  const changed = await workbench.database.transaction().execute(async (trx) => {
    const ticket = await readTicket(trx, ticketId);
    const before = changeableFieldsOf(ticket);
    if (!before.ok || !ticket) return before;
    await writeTicketChange(workbench, trx, ticket, before.value, change);
    return before;
  });
  if (changed.ok) announceTicket(workbench, ticketId);
  return changed;
}

/** Writes a change of a ticket that says `before` now. Answers whether it says something else by it. */
export async function writeTicketChange(
  workbench: Pick<Workbench, 'newId' | 'clock'>,
  trx: WorkbenchDatabase,
  ticket: Ticket,
  before: TicketFields,
  change: TicketChange,
): Promise<boolean> {
  const { stages } = await readPortalLists(trx);
  const endsTicket = (remoteId: number | null) => stages.some((stage) => stage.remoteId === remoteId && stage.isFolded);
  const fields = applyTicketChange(before, change, endsTicket);
  if (differingFields(fields, before).length === 0) return false;
  await writeTicketFields(workbench, trx, ticket, fields);
  return true;
}
