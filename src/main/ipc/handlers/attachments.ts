import { checkPictureFile } from '@core/capture/picture-file';
import type { TicketId } from '@core/ids';
import { fileNameForDisk } from '@core/ticket/file-name-for-disk';
import type { Reply } from '@ipc/reply';
import type { AttachmentListView } from '@ipc/requests/attachments';
import { imageSize } from 'image-size';
import { readAttachmentList } from '../../db/queries/attachments';
import type { BringFailure, PortalAbsence } from '../../usecases/bring-attachment';
import type { RefreshFailure } from '../../usecases/refresh-attachments';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts, Session } from '../parts';
import { withSession } from './with-session';

const SHOWN_TYPES = new Set(['image/png', 'image/jpeg', 'image/webp']);

async function listOf({ workbench }: Session, ticketId: TicketId): Promise<AttachmentListView> {
  const { readAt, attachments } = await readAttachmentList(workbench.database, ticketId);
  return {
    readAt,
    attachments: attachments.map(
      ({ remoteId, fileName, mimeType, sizeBytes, createdAt, uploaderName, contentHash, goneAt }) => ({
        remoteId,
        fileName,
        sizeBytes,
        createdAt,
        uploaderName,
        isHere: contentHash !== null,
        isGone: goneAt !== null,
        isPicture: SHOWN_TYPES.has(mimeType),
      }),
    ),
  };
}

function refuseFor<Value>(
  failure: RefreshFailure | PortalAbsence | Exclude<BringFailure, { kind: 'cancelled' }>,
): Reply<Value> {
  switch (failure.kind) {
    case 'switched-offline':
      return refuse('working-offline');
    case 'key-missing':
      return refuse('key-refused');
    case 'ticket-unknown':
      return refuse('not-found');
    case 'not-on-portal':
      return refuse('not-on-portal');
    case 'gone':
      return refuse('attachment-gone');
    case 'too-large':
      return refuse('attachment-too-large');
    case 'disk-full':
      return refuse('disk-full');
    case 'folder-not-writable':
      return refuse('file-not-written', failure.message);
    case 'unreachable':
      return refuse('portal-unreachable', failure.message);
    case 'refused':
      return refuse('portal-refused', failure.message);
    case 'not-a-portal':
    case 'key-refused':
      return refuse(failure.kind, failure.message);
  }
}

/** The files on a ticket: their list, and their content when somebody asks for it. */
export function createAttachmentHandlers(
  parts: AppParts,
): Pick<
  Handlers,
  'attachment:list' | 'attachment:refresh' | 'attachment:save' | 'attachment:open' | 'attachment:cancel'
> {
  return {
    'attachment:list': withSession(parts, async (session, { ticketId }) => done(await listOf(session, ticketId))),
    'attachment:refresh': withSession(parts, async (session, { ticketId }) => {
      const refreshed = await session.attachments.refresh(ticketId);
      return refreshed.ok ? done(await listOf(session, ticketId)) : refuseFor(refreshed.failure);
    }),
    'attachment:save': withSession(parts, async ({ attachments }, { remoteId }) => {
      const brought = await attachments.bring(remoteId, parts.showAttachmentProgress);
      if (!brought.ok) {
        return brought.failure.kind === 'cancelled' ? done({ isSaved: false }) : refuseFor(brought.failure);
      }
      const { attachment, bytes } = brought.value;
      const saved = await parts.saveAs(fileNameForDisk(attachment.fileName), bytes);
      return saved.ok ? done({ isSaved: saved.value }) : refuseFor(saved.failure);
    }),
    'attachment:open': withSession(parts, async ({ attachments }, { remoteId }) => {
      const brought = await attachments.bring(remoteId, parts.showAttachmentProgress);
      if (!brought.ok) return brought.failure.kind === 'cancelled' ? done(null) : refuseFor(brought.failure);
      const { bytes } = brought.value;
      // What it is, is read from its bytes: neither its name nor what the server calls it is believed.
      const checked = checkPictureFile(bytes, (file) => imageSize(file));
      return checked.ok ? done({ type: checked.value.type, bytes: new Uint8Array(bytes) }) : refuse('picture-invalid');
    }),
    'attachment:cancel': withSession(parts, async ({ attachments }, { remoteId }) => {
      attachments.cancel(remoteId);
      return done({});
    }),
  };
}
