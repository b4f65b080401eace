import type { ScreenshotId } from '@core/ids';
import { deleteDraft, insertScreenshot, readScreenshot, type Screenshot } from '../db/queries/screenshots';
import type { Workbench } from './workbench';

/** Drafts that were thrown away since the app started: their picture files are there until the next start. */
export type DiscardedDrafts = Map<ScreenshotId, Screenshot>;

/** Throws a draft away. Its picture file is destroyed at the next start; a saved screen dump is left alone. */
export async function discardScreenshot(
  workbench: Workbench,
  discarded: DiscardedDrafts,
  screenshotId: ScreenshotId,
): Promise<void> {
  const screenshot = await readScreenshot(workbench.database, screenshotId);
  if (screenshot?.state !== 'draft') return;
  await deleteDraft(workbench.database, screenshotId);
  discarded.set(screenshotId, screenshot);
  workbench.announce.ticketChanged(screenshot.ticketId);
}

/** Brings a draft back as it was; answers whether it could be. A second time there is nothing to bring back. */
export async function takeBackScreenshot(
  workbench: Workbench,
  discarded: DiscardedDrafts,
  screenshotId: ScreenshotId,
): Promise<boolean> {
  const screenshot = discarded.get(screenshotId);
  if (screenshot === undefined) return false;
  await insertScreenshot(workbench.database, screenshot);
  discarded.delete(screenshotId);
  workbench.announce.ticketChanged(screenshot.ticketId);
  return true;
}
