import type { MessageId, ScreenshotId, TicketId } from '@core/ids';
import type { Selectable } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { ScreenshotTable } from '../tables/screenshot-tables';

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

/** The drafts on no ticket, the latest first. */
export async function listUnfiledDrafts(trx: WorkbenchDatabase): Promise<Screenshot[]> {
  return trx
    .selectFrom('screenshot')
    .selectAll()
    .where('ticketId', 'is', null)
    .where('state', '=', 'draft')
    .orderBy('takenAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** The screen dumps that a message carries, in the order of its steps. */
export async function listScreenshotsOfMessage(trx: WorkbenchDatabase, messageId: MessageId): Promise<Screenshot[]> {
  return trx
    .selectFrom('screenshot')
    .selectAll()
    .where('messageId', '=', messageId)
    .orderBy('stepPosition')
    .orderBy('takenAt')
    .execute();
}

/** The drafts of a ticket: first its steps in their order, then the rest, oldest first. */
export async function listDraftsOfTicket(trx: WorkbenchDatabase, ticketId: TicketId): Promise<Screenshot[]> {
  return trx
    .selectFrom('screenshot')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .where('state', '=', 'draft')
    .orderBy((eb) => eb('stepPosition', 'is', null))
    .orderBy('stepPosition')
    .orderBy('takenAt')
    .execute();
}

/** Whether a picture's file is that of another screen dump too, as its original or as what is sent. */
export async function isPictureOfAnother(trx: WorkbenchDatabase, id: ScreenshotId, hash: string): Promise<boolean> {
  const other = await trx
    .selectFrom('screenshot')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('flattenedHash', '=', hash),
        eb.and([eb('id', '!=', id), eb('originalHash', '=', hash), eb('originalShreddedAt', 'is', null)]),
      ]),
    )
    .executeTakeFirst();
  return other !== undefined;
}

/** The names of every picture file that some screen dump still needs. */
export async function listPictureHashes(trx: WorkbenchDatabase): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('screenshot')
    .select(['originalHash', 'flattenedHash', 'originalShreddedAt'])
    .execute();
  return new Set(
    rows.flatMap(({ originalHash, flattenedHash, originalShreddedAt }) => [
      ...(originalShreddedAt === null ? [originalHash] : []),
      ...(flattenedHash === null ? [] : [flattenedHash]),
    ]),
  );
}
