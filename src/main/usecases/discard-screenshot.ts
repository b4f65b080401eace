import type { ScreenshotId } from '@core/ids';
import { deleteDraft, readScreenshot } from '../db/queries/screenshots';
import type { Workbench } from './workbench';

/** Throws a draft away. Its picture file stays until the files are tidied; a saved screen dump is left alone. */
export async function discardScreenshot(workbench: Workbench, screenshotId: ScreenshotId): Promise<void> {
  const screenshot = await readScreenshot(workbench.database, screenshotId);
  await deleteDraft(workbench.database, screenshotId);
  workbench.announce.ticketChanged(screenshot?.ticketId ?? null);
}
