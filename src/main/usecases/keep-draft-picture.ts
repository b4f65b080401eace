import { parseDrawing } from '@core/capture/stored-drawing';
import type { ScreenshotId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { readScreenshot, type Screenshot } from '../db/queries/screenshots';
import type { Ticket } from '../db/queries/tickets';
import type { PictureFailure } from '../platform/picture-store';
import { keepFlattened } from './keep-flattened';
import type { Workbench } from './workbench';

/** A draft that a message is to carry. */
export interface DraftPicture {
  readonly screenshotId: ScreenshotId;
  /** The picture with everything drawn in and redacted pixels gone: what is sent. */
  readonly flattenedPng: Uint8Array;
}

/** `drawing-unreadable`: a drawing whose redactions nobody can see here must not be sent without them. */
export type DraftPictureFailure = { readonly kind: 'not-found' | 'drawing-unreadable' } | PictureFailure;

/** Puts the picture of a draft on the disk as it is sent, before anything speaks of it. */
export async function keepDraftPicture(
  { database, pictures }: Pick<Workbench, 'database' | 'pictures'>,
  ticket: Ticket,
  { screenshotId, flattenedPng }: DraftPicture,
): Promise<Outcome<{ readonly screenshot: Screenshot; readonly hash: string }, DraftPictureFailure>> {
  const screenshot = await readScreenshot(database, screenshotId);
  if (screenshot?.state !== 'draft') return fail({ kind: 'not-found' });
  if (!parseDrawing(screenshot.drawing).ok) return fail({ kind: 'drawing-unreadable' });
  const { title, address } = screenshot;
  const saved = keepFlattened(pictures, { screenshot, title, address, ticketNumber: ticket.number, flattenedPng });
  return saved.ok ? succeed({ screenshot, hash: saved.value.hash }) : saved;
}
