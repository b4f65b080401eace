import type { MessageId, TicketId } from '@core/ids';
import type { Selectable } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { MessageTable } from '../tables/ticket-tables';

export type Message = Selectable<MessageTable>;

/** A message written here. */
export async function insertMessage(trx: WorkbenchDatabase, message: Message): Promise<void> {
  await trx.insertInto('message').values(message).execute();
}

/** A message, or undefined. */
export async function readMessage(trx: WorkbenchDatabase, id: MessageId): Promise<Message | undefined> {
  return trx.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst();
}

/**
 * Writes a message as the portal has it. One of our own is known by the uid it was posted with and is completed instead
 * of being kept twice. Answers what changed.
 */
export async function upsertPulledMessage(
  trx: WorkbenchDatabase,
  message: Message,
): Promise<'new' | 'changed' | 'none'> {
  const known = await trx
    .selectFrom('message')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('remoteId', '=', message.remoteId),
        ...(message.messageUid === null ? [] : [eb('messageUid', '=', message.messageUid)]),
      ]),
    )
    .executeTakeFirst();
  if (known) {
    if (JSON.stringify({ ...message, id: known.id }) === JSON.stringify({ ...message, ...known })) return 'none';
    await trx
      .updateTable('message')
      .set({ ...message, id: known.id })
      .where('id', '=', known.id)
      .execute();
    return 'changed';
  }
  await insertMessage(trx, message);
  return 'new';
}

/** Notes which message of the portal ours became. */
export async function setMessageRemoteId(trx: WorkbenchDatabase, id: MessageId, remoteId: number): Promise<void> {
  await trx.updateTable('message').set({ remoteId }).where('id', '=', id).execute();
}

/** The chatter of a ticket, newest first. */
export async function listMessagesOfTicket(trx: WorkbenchDatabase, ticketId: TicketId): Promise<Message[]> {
  return trx
    .selectFrom('message')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .orderBy('writtenAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Takes a message away that has never been handed to the network. */
export async function deleteMessage(trx: WorkbenchDatabase, id: MessageId): Promise<void> {
  await trx.deleteFrom('message').where('id', '=', id).where('remoteId', 'is', null).execute();
}

/** Gives a message another text as long as it has never been handed to the network. Answers whether it was so. */
export async function rewriteWaitingMessage(trx: WorkbenchDatabase, id: MessageId, bodyHtml: string): Promise<boolean> {
  const updated = await trx
    .updateTable('message')
    .set({ bodyHtml })
    .where('id', '=', id)
    .where('remoteId', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('outbox')
          .select('outbox.id')
          .whereRef('outbox.subjectId', '=', 'message.id')
          .where('outbox.state', '=', 'waiting'),
      ),
    )
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) > 0;
}

/** The portal's id of the last message that the customer wrote on a ticket; null: there is none. Ids only ever grow. */
export async function readLastCustomerMessage(trx: WorkbenchDatabase, ticketId: TicketId): Promise<number | null> {
  const { last } = await trx
    .selectFrom('message')
    .select((eb) => eb.fn.max('remoteId').as('last'))
    .where('ticketId', '=', ticketId)
    .where('isOurs', '=', 0)
    .where('isInternalNote', '=', 0)
    .executeTakeFirstOrThrow();
  return last;
}
