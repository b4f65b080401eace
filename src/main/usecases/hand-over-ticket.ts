import type { TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { formatMessageHtml } from '@core/ticket/message-html';
import type { TicketFields } from '@core/ticket/ticket-fields';
import { readPortalLists } from '../db/queries/portal-lists';
import { readTicket } from '../db/queries/tickets';
import { announceTicket, type ChangeTicketFailure, changeableFieldsOf, writeTicketFields } from './change-ticket';
import { queueMessage } from './queue-message';
import type { Workbench } from './workbench';

/**
 * Gives a ticket to a colleague, with what they are to know as an internal note. The note goes first: afterwards the
 * portal may no longer take one from us. Answers what the ticket said before.
 */
export async function handOverTicket(
  workbench: Workbench,
  request: { readonly ticketId: TicketId; readonly colleagueRemoteId: number; readonly note: string },
): Promise<Outcome<TicketFields, ChangeTicketFailure>> {
  const handed = await workbench.database.transaction().execute(async (trx) => {
    const ticket = await readTicket(trx, request.ticketId);
    const before = changeableFieldsOf(ticket);
    if (!before.ok || !ticket) return before;
    const { colleagues } = await readPortalLists(trx);
    const colleague = colleagues.find(({ remoteId }) => remoteId === request.colleagueRemoteId);
    if (!colleague) return fail({ kind: 'not-found' } as const);
    if (request.note.trim() !== '') {
      const bodyHtml = formatMessageHtml(request.note);
      const at = workbench.clock.read().wall;
      await queueMessage(workbench, trx, { ticketId: ticket.id, bodyHtml, isInternalNote: true }, at);
    }
    await writeTicketFields(workbench, trx, ticket, { ...before.value, assigneeRemoteIds: [colleague.remoteId] });
    return succeed(before.value);
  });
  if (handed.ok) announceTicket(workbench, request.ticketId);
  return handed;
}
