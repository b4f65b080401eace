import { listPictureHashes } from '../db/queries/screenshots';
import type { Workbench } from './workbench';

/**
 * Destroys the picture files that no screen dump needs any more: originals of discarded drafts, and pictures that were
 * flattened but never filed. Done when the file is opened, while nobody can be about to bring one of them back.
 */
export async function tidyPictures({ database, pictures }: Pick<Workbench, 'database' | 'pictures'>): Promise<void> {
  // Listed before anything is waited for: a picture taken meanwhile is on the disk before its row is.
  const kept = pictures.list();
  const needed = await listPictureHashes(database);
  for (const hash of kept) {
    // One that cannot be removed is tried again at the next start.
    if (!needed.has(hash)) pictures.shred(hash);
  }
}
