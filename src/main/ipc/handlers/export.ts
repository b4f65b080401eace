import type { Instant } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import type { RequestOutput } from '@ipc/contract';
import type { Reply } from '@ipc/reply';
import { exportEverything } from '../../usecases/export-everything';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts, ExportSource } from '../parts';
import { withSession } from './with-session';

/** Everything that is kept of one portal, written into a folder; one export at a time. */
export function createExportHandlers(
  parts: AppParts,
): Pick<Handlers, 'export:everything' | 'export:cancel' | 'portals:export'> {
  let underWay: AbortController | null = null;

  async function exportOf(
    { noteWritten, portal, ...source }: ExportSource,
    now: Instant,
  ): Promise<Reply<RequestOutput<'export:everything'>>> {
    if (underWay) return done({ folder: null });
    const controller = new AbortController();
    underWay = controller;
    try {
      const folder = await parts.chooseNewFolder(`Fyra export ${stockholmDate(now)}`);
      if (folder === null) return done({ folder: null });
      const app = parts.readApp();
      const exported = await exportEverything(folder, {
        ...source,
        settings: app.settings,
        portal: { kind: portal.kind, address: portal.address, userName: portal.userName },
        appVersion: app.appVersion,
        now,
        signal: controller.signal,
        onProgress: parts.showExportProgress,
      });
      if (exported.ok) {
        noteWritten();
        return done({ folder });
      }
      switch (exported.failure.kind) {
        case 'cancelled':
          return done({ folder: null });
        case 'already-there':
          return refuse('folder-exists');
        case 'disk-full':
          return refuse('disk-full');
        case 'folder-not-writable':
          return refuse('file-not-written', exported.failure.message);
      }
    } finally {
      underWay = null;
    }
  }

  return {
    'export:everything': withSession(parts, async ({ workbench, file, portal, attachments }) => {
      const source = { file, pictures: workbench.pictures, attachments: attachments.files, portal };
      return exportOf({ ...source, noteWritten: () => undefined }, workbench.clock.read().wall);
    }),
    'portals:export': async ({ portalId }) => {
      const source = await parts.portals.beginExport(portalId);
      return source ? exportOf(source, parts.now()) : refuse('portal-unreadable');
    },
    'export:cancel': async () => {
      underWay?.abort();
      return done({});
    },
  };
}
