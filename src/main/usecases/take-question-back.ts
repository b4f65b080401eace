import type { MessageId } from '@core/ids';
import type { WorkbenchDatabase } from '../db/open';
import { deleteEstimate, listEstimates } from '../db/queries/approvals';
import type { LimitDecisionRow } from '../db/queries/limit-decisions';
import { deleteMessage, listMessagesOfTicket } from '../db/queries/messages';
import { type OutboxEntry, readEntryOf, withdrawEntry } from '../db/queries/outbox';

/** The entry of a message that has never been handed to the network; undefined for any other. */
async function readUntouchedEntry(trx: WorkbenchDatabase, messageId: MessageId): Promise<OutboxEntry | undefined> {
  const entry = await readEntryOf(trx, messageId);
  return entry?.state === 'waiting' ? entry : undefined;
}

/**
 * Takes a question to the customer back, with its estimate and the note that told colleagues of it, if none of it has
 * left this computer. Otherwise all of it stays: the customer may have read it.
 */
export async function takeQuestionBack(
  trx: WorkbenchDatabase,
  { ticketId, decidedAt }: Pick<LimitDecisionRow, 'ticketId' | 'decidedAt'>,
): Promise<void> {
  const estimate = (await listEstimates(trx, ticketId)).find(({ madeAt }) => madeAt === decidedAt);
  if (!estimate || estimate.messageId === null) return;
  const note = (await listMessagesOfTicket(trx, ticketId)).find(
    ({ isInternalNote, bodyHtml }) => isInternalNote === 1 && bodyHtml.includes(estimate.id),
  );
  const messageIds = [estimate.messageId, ...(note ? [note.id] : [])];
  const entries: OutboxEntry[] = [];
  for (const messageId of messageIds) {
    const entry = await readUntouchedEntry(trx, messageId);
    if (!entry) return;
    entries.push(entry);
  }
  await deleteEstimate(trx, estimate.id);
  for (const { id } of entries) await withdrawEntry(trx, id);
  for (const messageId of messageIds) await deleteMessage(trx, messageId);
}
