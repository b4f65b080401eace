import { stockholmDate } from '@core/time/stockholm';
import { exportEverything } from '../../usecases/export-everything';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** Everything that is kept of the portal in use, written into a folder; one export at a time. */
export function createExportHandlers(parts: AppParts): Pick<Handlers, 'export:everything' | 'export:cancel'> {
  let underWay: AbortController | null = null;

  return {
    'export:everything': withSession(parts, async ({ workbench, file, portal, attachments }) => {
      if (underWay) return done({ folder: null });
      const controller = new AbortController();
      underWay = controller;
      try {
        const now = workbench.clock.read().wall;
        const folder = await parts.chooseNewFolder(`Fyra export ${stockholmDate(now)}`);
        if (folder === null) return done({ folder: null });
        const app = parts.readApp();
        const exported = await exportEverything(folder, {
          file,
          pictures: workbench.pictures,
          attachments: attachments.files,
          settings: app.settings,
          portal: { kind: portal.kind, address: portal.address, userName: portal.userName },
          appVersion: app.appVersion,
          now,
          signal: controller.signal,
          onProgress: parts.showExportProgress,
        });
        if (exported.ok) return done({ folder });
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
    }),
    'export:cancel': async () => {
      underWay?.abort();
      return done({});
    },
  };
}
