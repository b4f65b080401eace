import type { TicketId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { Selectable } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { AttachmentTable } from '../tables/ticket-tables';

export type Attachment = Selectable<AttachmentTable>;
/** What a portal tells of a file. */
export type ListedAttachment = Omit<Attachment, 'ticketId' | 'contentHash' | 'goneAt'>;

/** The files of a ticket as they were last listed, the newest first, and when that was; null: never. */
export async function readAttachmentList(
  trx: WorkbenchDatabase,
  ticketId: TicketId,
): Promise<{ readAt: Instant | null; attachments: Attachment[] }> {
  const list = await trx
    .selectFrom('attachmentList')
    .select('readAt')
    .where('ticketId', '=', ticketId)
    .executeTakeFirst();
  const attachments = await trx
    .selectFrom('attachment')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .orderBy('remoteId', 'desc')
    .execute();
  return { readAt: list?.readAt ?? null, attachments };
}

/** One file by the portal's id, or undefined. */
export async function readAttachment(trx: WorkbenchDatabase, remoteId: number): Promise<Attachment | undefined> {
  return trx.selectFrom('attachment').selectAll().where('remoteId', '=', remoteId).executeTakeFirst();
}

/**
 * Puts a new list in the place of the one that is here. What was downloaded stays downloaded unless its content has
 * changed, and stays here also when it is no longer on the portal.
 */
export async function replaceAttachments(
  trx: WorkbenchDatabase,
  ticketId: TicketId,
  listed: readonly ListedAttachment[],
  at: Instant,
): Promise<void> {
  const { attachments: before } = await readAttachmentList(trx, ticketId);
  const isListed = new Set(listed.map(({ remoteId }) => remoteId));
  for (const { remoteId, contentHash, goneAt } of before) {
    if (isListed.has(remoteId)) continue;
    if (contentHash === null) await trx.deleteFrom('attachment').where('remoteId', '=', remoteId).execute();
    else if (goneAt === null)
      await trx.updateTable('attachment').set({ goneAt: at }).where('remoteId', '=', remoteId).execute();
  }
  for (const file of listed) {
    const known = await readAttachment(trx, file.remoteId);
    const isSame = known?.checksum === file.checksum && known.sizeBytes === file.sizeBytes;
    const row = { ...file, ticketId, contentHash: isSame ? known.contentHash : null, goneAt: null };
    await trx
      .insertInto('attachment')
      .values(row)
      .onConflict((conflict) => conflict.column('remoteId').doUpdateSet(row))
      .execute();
  }
  await trx
    .insertInto('attachmentList')
    .values({ ticketId, readAt: at })
    .onConflict((conflict) => conflict.column('ticketId').doUpdateSet({ readAt: at }))
    .execute();
}

/** Notes that the content of a file is here, under the name of its hash. */
export async function noteAttachmentIsHere(
  trx: WorkbenchDatabase,
  { remoteId, checksum }: Pick<Attachment, 'remoteId' | 'checksum'>,
  contentHash: string,
): Promise<void> {
  // One whose content was changed meanwhile is not what was downloaded.
  await trx
    .updateTable('attachment')
    .set({ contentHash })
    .where('remoteId', '=', remoteId)
    .where('checksum', 'is', checksum)
    .execute();
}

/** The names of all contents that a row needs. */
export async function listAttachmentHashes(trx: WorkbenchDatabase): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('attachment')
    .select('contentHash')
    .where('contentHash', 'is not', null)
    .$narrowType<{ contentHash: string }>()
    .execute();
  return new Set(rows.map(({ contentHash }) => contentHash));
}
