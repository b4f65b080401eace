import type { Drawing } from '@core/capture/shapes';
import { messageIdSchema, operationIdSchema, type ScreenshotId, type TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { messageUidOf } from '@core/sync/exactly-once';
import { formatScreenshotMessageHtml } from '@core/ticket/message-html';
import { insertMessage } from '../db/queries/messages';
import { enqueue } from '../db/queries/outbox';
import { readScreenshot, updateScreenshot } from '../db/queries/screenshots';
import { readTicket } from '../db/queries/tickets';
import type { PictureFailure } from '../platform/picture-store';
import type { Workbench } from './workbench';

export interface SaveScreenshotRequest {
  readonly screenshotId: ScreenshotId;
  readonly ticketId: TicketId;
  readonly address: string;
  readonly title: string;
  readonly drawing: Drawing;
  /** The picture with banner, arrows and boxes drawn in and redacted pixels gone: what is sent. */
  readonly flattenedPng: Uint8Array;
  readonly message: { readonly text: string; readonly isInternalNote: boolean };
}

/**
 * Files a screen dump on a ticket. Its upload and the message that carries it go to the outbox in the same transaction;
 * the message waits for the upload.
 */
export async function saveScreenshot(
  workbench: Workbench,
  request: SaveScreenshotRequest,
): Promise<Outcome<null, { kind: 'not-found' } | PictureFailure>> {
  const flattened = workbench.pictures.save(request.flattenedPng);
  if (!flattened.ok) return fail(flattened.failure);

  const at = workbench.clock.read().wall;
  const isSaved = await workbench.database.transaction().execute(async (trx) => {
    const screenshot = await readScreenshot(trx, request.screenshotId);
    if (screenshot?.state !== 'draft' || (await readTicket(trx, request.ticketId)) === undefined) return false;
    const messageId = messageIdSchema.parse(workbench.newId());
    await insertMessage(trx, {
      id: messageId,
      remoteId: null,
      messageUid: messageUidOf(messageId),
      ticketId: request.ticketId,
      authorName: workbench.userName,
      isInternalNote: request.message.isInternalNote ? 1 : 0,
      bodyHtml: formatScreenshotMessageHtml({ ...request, text: request.message.text }),
      writtenAt: at,
    });
    await updateScreenshot(trx, request.screenshotId, {
      ticketId: request.ticketId,
      state: 'saved',
      flattenedHash: flattened.value.hash,
      address: request.address,
      title: request.title,
      drawing: JSON.stringify(request.drawing),
      messageId,
    });
    const uploadId = operationIdSchema.parse(workbench.newId());
    await enqueue(trx, {
      id: uploadId,
      operation: { kind: 'upload-screenshot', screenshotId: request.screenshotId },
      dependsOn: null,
      at,
    });
    await enqueue(trx, {
      id: operationIdSchema.parse(workbench.newId()),
      operation: { kind: 'post-message', messageId },
      dependsOn: uploadId,
      at,
    });
    return true;
  });
  if (!isSaved) return fail({ kind: 'not-found' });
  workbench.announce.ticketChanged(request.ticketId);
  workbench.announce.outboxChanged();
  return succeed(null);
}
