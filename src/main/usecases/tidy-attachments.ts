import type { WorkbenchDatabase } from '../db/open';
import { listAttachmentHashes } from '../db/queries/attachments';
import type { AttachmentStore } from '../platform/attachment-store';

/** Deletes the downloaded files that no row names any more. Done when the file is opened, before anything is brought. */
export async function tidyAttachments(
  database: WorkbenchDatabase,
  files: Pick<AttachmentStore, 'list' | 'remove'>,
): Promise<void> {
  // Listed before anything is waited for: a content brought meanwhile is on the disk before its row names it.
  const kept = await files.list();
  const needed = await listAttachmentHashes(database);
  for (const hash of kept) if (!needed.has(hash)) await files.remove(hash);
}
