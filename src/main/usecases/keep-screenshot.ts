import { EMPTY_DRAWING } from '@core/capture/shapes';
import { serialiseDrawing } from '@core/capture/stored-drawing';
import { type ScreenshotId, screenshotIdSchema, type TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { insertScreenshot } from '../db/queries/screenshots';
import type { PictureFailure } from '../platform/picture-store';
import type { Workbench } from './workbench';

/** Keeps a picture that was just taken as a draft: first the file, then the row that names it. */
export async function keepScreenshot(
  workbench: Workbench,
  picture: { png: Uint8Array; width: number; height: number; title: string },
  ticketId: TicketId | null,
): Promise<Outcome<{ screenshotId: ScreenshotId }, PictureFailure>> {
  const saved = workbench.pictures.save(picture.png);
  if (!saved.ok) return fail(saved.failure);
  const screenshotId = screenshotIdSchema.parse(workbench.newId());
  await insertScreenshot(workbench.database, {
    id: screenshotId,
    ticketId,
    state: 'draft',
    originalHash: saved.value.hash,
    flattenedHash: null,
    width: picture.width,
    height: picture.height,
    address: '',
    title: picture.title,
    drawing: serialiseDrawing(EMPTY_DRAWING),
    takenAt: workbench.clock.read().wall,
    messageId: null,
    remoteId: null,
    addressSource: null,
    originalShreddedAt: null,
    caption: '',
    stepPosition: null,
    draftText: '',
    draftIsInternalNote: 1,
  });
  workbench.announce.ticketChanged(ticketId);
  return succeed({ screenshotId });
}
