import type { AddressSource } from '@core/capture/address-source';
import type { Drawing } from '@core/capture/shapes';
import { serialiseDrawing } from '@core/capture/stored-drawing';
import type { ScreenshotId, TicketId } from '@core/ids';
import { readScreenshot, updateScreenshot } from '../db/queries/screenshots';
import { readTicket } from '../db/queries/tickets';
import type { Workbench } from './workbench';

export interface DraftRequest {
  readonly screenshotId: ScreenshotId;
  readonly ticketId: TicketId | null;
  readonly address: string;
  readonly addressSource: AddressSource | null;
  readonly title: string;
  /** null leaves the stored one as it is: one that could not be read is not written over. */
  readonly drawing: Drawing | null;
  /** What is to go with the picture, and whether only colleagues will read it. */
  readonly message: { readonly text: string; readonly isInternalNote: boolean };
}

/**
 * Keeps what was drawn and written on a draft so far, so that it survives the app. Answers false for what is no draft, and
 * for a ticket that is not here; then nothing is changed.
 */
export async function keepDraft(workbench: Workbench, request: DraftRequest): Promise<boolean> {
  const { screenshotId, ticketId, address, addressSource, title, drawing, message } = request;
  const kept = await workbench.database.transaction().execute(async (trx) => {
    const before = await readScreenshot(trx, screenshotId);
    if (before?.state !== 'draft') return null;
    if (ticketId !== null && (await readTicket(trx, ticketId)) === undefined) return null;
    await updateScreenshot(trx, screenshotId, {
      ticketId,
      address,
      addressSource,
      title,
      draftText: message.text,
      draftIsInternalNote: message.isInternalNote ? 1 : 0,
      ...(drawing === null ? {} : { drawing: serialiseDrawing(drawing) }),
    });
    return { ticketIdBefore: before.ticketId };
  });
  if (kept === null) return false;
  workbench.announce.ticketChanged(ticketId);
  if (kept.ticketIdBefore !== ticketId) workbench.announce.ticketChanged(kept.ticketIdBefore);
  return true;
}
