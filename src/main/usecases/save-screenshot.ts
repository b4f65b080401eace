import type { AddressSource } from '@core/capture/address-source';
import type { Drawing } from '@core/capture/shapes';
import { serialiseDrawing } from '@core/capture/stored-drawing';
import type { ScreenshotId, TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { formatScreenshotMessageHtml } from '@core/ticket/message-html';
import { readScreenshot, updateScreenshot } from '../db/queries/screenshots';
import { readTicket } from '../db/queries/tickets';
import type { PictureFailure } from '../platform/picture-store';
import { keepFlattened } from './keep-flattened';
import { queueMessage } from './queue-message';
import type { Workbench } from './workbench';

export interface SaveScreenshotRequest {
  readonly screenshotId: ScreenshotId;
  readonly ticketId: TicketId;
  readonly address: string;
  readonly addressSource: AddressSource | null;
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
  const draft = await readScreenshot(workbench.database, request.screenshotId);
  const ticket = await readTicket(workbench.database, request.ticketId);
  if (draft?.state !== 'draft' || !ticket) return fail({ kind: 'not-found' });
  const flattened = keepFlattened(workbench.pictures, { ...request, screenshot: draft, ticketNumber: ticket.number });
  if (!flattened.ok) return fail(flattened.failure);

  const at = workbench.clock.read().wall;
  const isSaved = await workbench.database.transaction().execute(async (trx) => {
    // Again, and this time nothing can come between: a double click is not to send it twice.
    if ((await readScreenshot(trx, request.screenshotId))?.state !== 'draft') return false;
    const messageId = await queueMessage(
      workbench,
      trx,
      {
        ticketId: request.ticketId,
        bodyHtml: formatScreenshotMessageHtml({ ...request, text: request.message.text }),
        isInternalNote: request.message.isInternalNote,
        screenshotIds: [request.screenshotId],
      },
      at,
    );
    await updateScreenshot(trx, request.screenshotId, {
      ticketId: request.ticketId,
      state: 'saved',
      flattenedHash: flattened.value.hash,
      address: request.address,
      addressSource: request.addressSource,
      title: request.title,
      drawing: serialiseDrawing(request.drawing),
      messageId,
      // It goes alone, whatever place it had among the steps of its ticket.
      stepPosition: null,
    });
    return true;
  });
  if (!isSaved) return fail({ kind: 'not-found' });
  workbench.announce.ticketChanged(request.ticketId);
  workbench.announce.outboxChanged();
  return succeed(null);
}
