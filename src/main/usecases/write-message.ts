import type { TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { formatMessageHtml } from '@core/ticket/message-html';
import { readTicket } from '../db/queries/tickets';
import { queueMessage } from './queue-message';
import type { Workbench } from './workbench';

/** Writes a message or an internal note on a ticket; it is sent with the next sync. */
export async function writeMessage(
  workbench: Workbench,
  request: { ticketId: TicketId; text: string; isInternalNote: boolean },
): Promise<Outcome<null, { kind: 'not-found' }>> {
  const at = workbench.clock.read().wall;
  const isWritten = await workbench.database.transaction().execute(async (trx) => {
    if ((await readTicket(trx, request.ticketId)) === undefined) return false;
    await queueMessage(workbench, trx, { ...request, bodyHtml: formatMessageHtml(request.text) }, at);
    return true;
  });
  if (!isWritten) return fail({ kind: 'not-found' });
  workbench.announce.ticketChanged(request.ticketId);
  workbench.announce.outboxChanged();
  return succeed(null);
}
