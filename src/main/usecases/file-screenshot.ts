import type { ScreenshotId, TicketId } from '@core/ids';
import { readScreenshot, updateScreenshot } from '../db/queries/screenshots';
import { readTicket } from '../db/queries/tickets';
import type { Workbench } from './workbench';

/** Puts a draft on a ticket, or on none; answers whether there were such a draft and such a ticket. */
export async function fileScreenshot(
  workbench: Workbench,
  screenshotId: ScreenshotId,
  ticketId: TicketId | null,
): Promise<boolean> {
  const screenshot = await readScreenshot(workbench.database, screenshotId);
  if (screenshot?.state !== 'draft') return false;
  if (ticketId !== null && (await readTicket(workbench.database, ticketId)) === undefined) return false;
  await updateScreenshot(workbench.database, screenshotId, { ticketId });
  workbench.announce.ticketChanged(screenshot.ticketId);
  if (ticketId !== screenshot.ticketId) workbench.announce.ticketChanged(ticketId);
  return true;
}
