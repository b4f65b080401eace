import type { MessageId, ScreenshotId, TicketId } from '@core/ids';
import type { Selectable } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { ScreenshotTable } from '../tables';

export type Screenshot = Selectable<ScreenshotTable>;

/** A picture just taken. */
export async function insertScreenshot(trx: WorkbenchDatabase, screenshot: Screenshot): Promise<void> {
  await trx.insertInto('screenshot').values(screenshot).execute();
}

/** A screen dump, or undefined. */
export async function readScreenshot(trx: WorkbenchDatabase, id: ScreenshotId): Promise<Screenshot | undefined> {
  return trx.selectFrom('screenshot').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Changes a screen dump. */
export async function updateScreenshot(
  trx: WorkbenchDatabase,
  id: ScreenshotId,
  changes: Partial<Omit<Screenshot, 'id'>>,
): Promise<void> {
  await trx.updateTable('screenshot').set(changes).where('id', '=', id).execute();
}

/** Removes a draft. A saved screen dump is never removed this way. */
export async function deleteDraft(trx: WorkbenchDatabase, id: ScreenshotId): Promise<void> {
  await trx.deleteFrom('screenshot').where('id', '=', id).where('state', '=', 'draft').execute();
}

/** The screen dumps of a ticket, drafts included, newest first. */
export async function listScreenshotsOfTicket(trx: WorkbenchDatabase, ticketId: TicketId): Promise<Screenshot[]> {
  return trx.selectFrom('screenshot').selectAll().where('ticketId', '=', ticketId).orderBy('takenAt', 'desc').execute();
}

/** The screen dumps that a message carries. */
export async function listScreenshotsOfMessage(trx: WorkbenchDatabase, messageId: MessageId): Promise<Screenshot[]> {
  return trx.selectFrom('screenshot').selectAll().where('messageId', '=', messageId).orderBy('takenAt').execute();
}
