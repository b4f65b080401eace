import type { TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from './db/open';
import type { AttachmentDesk, AttachmentProgress } from './ipc/parts';
import type { AttachmentStore } from './platform/attachment-store';
import type { Portal } from './portal/portal';
import { bringAttachment, type PortalAbsence } from './usecases/bring-attachment';
import { refreshAttachments } from './usecases/refresh-attachments';

interface DeskParts {
  readonly database: WorkbenchDatabase;
  readonly files: AttachmentStore;
  /** Null where its key is not kept. */
  readonly portal: Portal | null;
  readonly isSwitchedOffline: () => boolean;
  readonly now: () => Instant;
}

/** A hundred steps are as many as anybody sees. */
const STEPS_TOLD = 100;

/** Hands out the files on tickets as long as their portal's file is open, and knows which downloads are under way. */
export function createAttachmentDesk({ database, files, portal, isSwitchedOffline, now }: DeskParts): AttachmentDesk & {
  /** Breaks off what is under way, and waits for its end. */
  close(): Promise<void>;
} {
  const underWay = new Map<number, { controller: AbortController; end: Promise<unknown> }>();

  function reach(): Outcome<Portal, PortalAbsence> {
    if (isSwitchedOffline()) return fail({ kind: 'switched-offline' });
    return portal === null ? fail({ kind: 'key-missing' }) : succeed(portal);
  }

  async function bring(remoteId: number, tell: (progress: AttachmentProgress) => void) {
    // A second wish for the same file takes the place of the first.
    underWay.get(remoteId)?.controller.abort();
    const controller = new AbortController();
    let told = 0;
    const brought = bringAttachment({ database, files, portal: reach }, remoteId, {
      signal: controller.signal,
      onProgress: (receivedBytes, totalBytes) => {
        if (receivedBytes < totalBytes && receivedBytes - told < totalBytes / STEPS_TOLD) return;
        told = receivedBytes;
        tell({ remoteId, receivedBytes, totalBytes });
      },
    });
    const download = { controller, end: brought.catch(() => undefined) };
    underWay.set(remoteId, download);
    try {
      return await brought;
    } finally {
      if (underWay.get(remoteId) === download) underWay.delete(remoteId);
    }
  }

  return {
    files,
    bring,
    refresh: async (ticketId: TicketId) => {
      const reached = reach();
      return reached.ok ? refreshAttachments({ database, portal: reached.value, now }, ticketId) : reached;
    },
    cancel: (remoteId) => underWay.get(remoteId)?.controller.abort(),
    close: async () => {
      const ends = [...underWay.values()].map(({ controller, end }) => {
        controller.abort();
        return end;
      });
      await Promise.all(ends);
    },
  };
}
