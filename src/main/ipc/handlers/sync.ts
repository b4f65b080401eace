import type { SyncView } from '@ipc/views';
import { unpark } from '../../db/queries/outbox';
import { readOutbox } from '../../usecases/read-outbox';
import { done, type Handlers } from '../handle';
import type { AppParts, Session } from '../parts';
import { withSession } from './with-session';

/** How the portal answers and what waits, for the screen. */
export async function readSyncView({ workbench, sync, portal }: Session): Promise<SyncView> {
  return {
    portal,
    connection: sync.connection(),
    lastSuccessAt: sync.lastSuccessAt(),
    ...(await readOutbox(workbench.database)),
  };
}

/** The sync, as a person steers it. */
export function createSyncHandlers(
  parts: AppParts,
): Pick<Handlers, 'sync:read' | 'sync:now' | 'sync:cancel' | 'sync:set-offline' | 'sync:retry'> {
  return {
    'sync:read': withSession(parts, async (session) => done(await readSyncView(session))),
    'sync:now': withSession(parts, async ({ sync }) => {
      await sync.run();
      return done({});
    }),
    'sync:cancel': withSession(parts, async ({ sync }) => {
      sync.cancel();
      return done({});
    }),
    'sync:set-offline': withSession(parts, async (_session, { isOffline }) => {
      await parts.setOffline(isOffline);
      return done({});
    }),
    'sync:retry': withSession(parts, async ({ workbench, sync }, { operationId }) => {
      await unpark(workbench.database, operationId, workbench.clock.read().wall);
      workbench.announce.outboxChanged();
      await sync.run();
      return done({});
    }),
  };
}
