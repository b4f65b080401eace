import {
  type MessageId,
  messageIdSchema,
  type OperationId,
  operationIdSchema,
  type ScreenshotId,
  type TicketId,
} from '@core/ids';
import { messageUidOf } from '@core/sync/exactly-once';
import type { OutboxOperation } from '@core/sync/operation';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../db/open';
import { insertMessage } from '../db/queries/messages';
import { enqueue } from '../db/queries/outbox';
import type { Workbench } from './workbench';

/** A message of mine that is to be sent. */
export interface NewMessage {
  readonly ticketId: TicketId;
  readonly bodyHtml: string;
  readonly isInternalNote: boolean;
  /** The pictures it carries, in order; their rows are the caller's to write in the same transaction. */
  readonly screenshotIds?: readonly ScreenshotId[];
}

/**
 * Puts a message of mine on a ticket, and into the outbox. Its pictures go before it, one after another, so that the portal
 * numbers them in their order and the message finds all of them.
 */
export async function queueMessage(
  workbench: Pick<Workbench, 'newId' | 'userName'>,
  trx: WorkbenchDatabase,
  { ticketId, bodyHtml, isInternalNote, screenshotIds = [] }: NewMessage,
  at: Instant,
): Promise<MessageId> {
  const id = messageIdSchema.parse(workbench.newId());
  await insertMessage(trx, {
    id,
    remoteId: null,
    messageUid: messageUidOf(id),
    ticketId,
    authorName: workbench.userName,
    isInternalNote: isInternalNote ? 1 : 0,
    isOurs: 1,
    bodyHtml,
    writtenAt: at,
  });
  const operations: readonly OutboxOperation[] = [
    ...screenshotIds.map((screenshotId) => ({ kind: 'upload-screenshot' as const, screenshotId })),
    { kind: 'post-message', messageId: id },
  ];
  let before: OperationId | null = null;
  for (const operation of operations) {
    const operationId: OperationId = operationIdSchema.parse(workbench.newId());
    await enqueue(trx, { id: operationId, operation, dependsOn: before, at });
    before = operationId;
  }
  return id;
}
