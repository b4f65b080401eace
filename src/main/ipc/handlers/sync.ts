import { describeDiagnosis } from '@core/sync/diagnosis';
import type { SyncView } from '@ipc/sync-views';
import { chooseKey } from '../../db/queries/api-keys';
import { unpark } from '../../db/queries/outbox';
import { listSyncRuns } from '../../db/queries/sync-runs';
import { decideLineConflict } from '../../usecases/decide-line-conflict';
import { exportOperation } from '../../usecases/export-operation';
import { giveUpOperation, takeUpOperation } from '../../usecases/give-up-operation';
import { readOutbox } from '../../usecases/read-outbox';
import { readKeyInUse } from '../../usecases/tell-of-key';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts, Session } from '../parts';
import { withSession } from './with-session';

/** How the portal answers and what waits, for the screen. */
export async function readSyncView({ workbench, sync, portal }: Session): Promise<SyncView> {
  return {
    portal,
    connection: sync.connection(),
    lastSuccessAt: sync.lastSuccessAt(),
    apiKey: await readKeyInUse(workbench.database, workbench.clock.read().wall),
    ...(await readOutbox(workbench.database)),
    runs: await listSyncRuns(workbench.database),
  };
}

/** The sync, as a person steers it. */
export function createSyncHandlers(
  parts: AppParts,
): Pick<
  Handlers,
  | 'sync:read'
  | 'sync:now'
  | 'sync:cancel'
  | 'sync:set-offline'
  | 'sync:retry'
  | 'sync:give-up'
  | 'sync:take-up'
  | 'sync:export'
  | 'conflict:decide-line'
  | 'sync:diagnose'
  | 'sync:choose-key'
> {
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
    'sync:give-up': withSession(parts, async ({ workbench }, { operationId }) =>
      (await giveUpOperation(workbench, operationId)) ? done({}) : refuse('not-found'),
    ),
    'sync:take-up': withSession(parts, async ({ workbench }, { operationId }) => {
      await takeUpOperation(workbench, operationId);
      return done({});
    }),
    'sync:export': withSession(parts, async ({ workbench }, { operationId }) => {
      const exported = await exportOperation(workbench.database, operationId);
      if (exported === null) return refuse('not-found');
      const saved = await parts.saveAs(exported.fileName, exported.bytes);
      if (saved.ok) return done({ isSaved: saved.value });
      return refuse(saved.failure.kind === 'disk-full' ? 'disk-full' : 'file-not-written', saved.failure.message);
    }),
    'sync:choose-key': withSession(parts, async ({ workbench }, { remoteId }) => {
      await chooseKey(workbench.database, remoteId);
      workbench.announce.outboxChanged();
      return done({});
    }),
    'conflict:decide-line': withSession(parts, async ({ workbench }, request) => {
      const decided = await decideLineConflict(workbench, request);
      return decided.ok ? done({}) : refuse(decided.failure.kind);
    }),
    'sync:diagnose': withSession(parts, async (session) => {
      const { entries, runs, ...view } = await readSyncView(session);
      const text = describeDiagnosis({
        appVersion: parts.readApp().appVersion,
        now: session.workbench.clock.read().wall,
        portal: view.portal,
        connection: view.connection.kind,
        lastSuccessAt: view.lastSuccessAt,
        operations: entries,
        runs,
      });
      return done({ text });
    }),
  };
}
