import { messageIdSchema, operationIdSchema, type TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { messageUidOf } from '@core/sync/exactly-once';
import { formatMessageHtml } from '@core/ticket/message-html';
import { insertMessage } from '../db/queries/messages';
import { enqueue } from '../db/queries/outbox';
import { readTicket } from '../db/queries/tickets';
import type { Workbench } from './workbench';

/** Writes a message or an internal note on a ticket; it is sent with the next sync. */
export async function writeMessage(
  workbench: Workbench,
  request: { ticketId: TicketId; text: string; isInternalNote: boolean },
): Promise<Outcome<null, { kind: 'not-found' }>> {
  const at = workbench.clock.read().wall;
  const isWritten = await workbench.database.transaction().execute(async (trx) => {
    if ((await readTicket(trx, request.ticketId)) === undefined) return false;
    const id = messageIdSchema.parse(workbench.newId());
    await insertMessage(trx, {
      id,
      remoteId: null,
      messageUid: messageUidOf(id),
      ticketId: request.ticketId,
      authorName: workbench.userName,
      isInternalNote: request.isInternalNote ? 1 : 0,
      bodyHtml: formatMessageHtml(request.text),
      writtenAt: at,
    });
    await enqueue(trx, {
      id: operationIdSchema.parse(workbench.newId()),
      operation: { kind: 'post-message', messageId: id },
      dependsOn: null,
      at,
    });
    return true;
  });
  if (!isWritten) return fail({ kind: 'not-found' });
  workbench.announce.ticketChanged(request.ticketId);
  workbench.announce.outboxChanged();
  return succeed(null);
}
