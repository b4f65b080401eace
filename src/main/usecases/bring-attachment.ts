import { fail, type Outcome, succeed } from '@core/outcome';
import type { WorkbenchDatabase } from '../db/open';
import { type Attachment, noteAttachmentIsHere, readAttachment } from '../db/queries/attachments';
import type { AttachmentStore } from '../platform/attachment-store';
import type { SaveFailure } from '../platform/save-file';
import type { AttachmentFailure, AttachmentReading, Portal } from '../portal/portal';

/** Why the portal is not asked at all. */
export type PortalAbsence = { readonly kind: 'switched-offline' | 'key-missing' };

export type BringFailure = AttachmentFailure | SaveFailure | PortalAbsence;

export interface BroughtAttachment {
  readonly attachment: Attachment;
  readonly bytes: Uint8Array;
}

interface BringParts {
  readonly database: WorkbenchDatabase;
  readonly files: Pick<AttachmentStore, 'read' | 'save'>;
  /** Asked for only when the content is not here. */
  readonly portal: () => Outcome<Portal, PortalAbsence>;
}

/**
 * The content of a listed file: the one that is here, or else the portal's, which is then kept. What is no longer as it was
 * kept, is downloaded anew.
 */
export async function bringAttachment(
  { database, files, portal }: BringParts,
  remoteId: number,
  reading: AttachmentReading,
): Promise<Outcome<BroughtAttachment, BringFailure>> {
  const attachment = await readAttachment(database, remoteId);
  if (!attachment) return fail({ kind: 'gone' });
  const kept = attachment.contentHash === null ? null : await files.read(attachment.contentHash);
  if (kept !== null) return succeed({ attachment, bytes: kept });

  const reached = portal();
  if (!reached.ok) return reached;
  const read = await reached.value.readAttachment(remoteId, reading);
  if (!read.ok) return read;
  const saved = await files.save(read.value);
  if (!saved.ok) return saved;
  await noteAttachmentIsHere(database, attachment, saved.value.hash);
  return succeed({ attachment, bytes: read.value });
}
