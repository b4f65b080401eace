import type { ScreenshotId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { isPictureOfAnother, readScreenshot, updateScreenshot } from '../db/queries/screenshots';
import type { PictureFailure } from '../platform/picture-store';
import type { Workbench } from './workbench';

/**
 * Destroys the untouched picture behind a saved screen dump for good. What is sent, the words and the drawing stay. The file
 * stays too where it is the picture of another screen dump; that one still needs it. Doing it again changes nothing.
 */
export async function shredOriginal(
  workbench: Workbench,
  screenshotId: ScreenshotId,
): Promise<Outcome<null, { readonly kind: 'not-found' } | PictureFailure>> {
  const { database, pictures, clock, announce } = workbench;
  const shredded = await database.transaction().execute(async (trx) => {
    const screenshot = await readScreenshot(trx, screenshotId);
    // Nothing else is left of a draft: it is discarded instead.
    if (screenshot?.state !== 'saved') return fail({ kind: 'not-found' as const });
    const { originalHash, originalShreddedAt, ticketId } = screenshot;
    if (originalShreddedAt !== null) return succeed(ticketId);
    // First the file: a row must never say that something is gone which is still there.
    if (!(await isPictureOfAnother(trx, screenshotId, originalHash))) {
      const removed = pictures.shred(originalHash);
      if (!removed.ok) return removed;
    }
    await updateScreenshot(trx, screenshotId, { originalShreddedAt: clock.read().wall });
    return succeed(ticketId);
  });
  if (!shredded.ok) return shredded;
  announce.ticketChanged(shredded.value);
  return succeed(null);
}

/** Once its picture has arrived on the portal, a screen dump's original is destroyed where the person wants it so. */
export async function shredOnceSent(workbench: Workbench, screenshotId: ScreenshotId): Promise<void> {
  if (!workbench.settings().shredOriginalsOnceSent) return;
  const shredded = await shredOriginal(workbench, screenshotId);
  // The picture is sent all the same; the screen dump goes on saying that its original is here.
  if (!shredded.ok && 'message' in shredded.failure) throw new Error(shredded.failure.message);
}
