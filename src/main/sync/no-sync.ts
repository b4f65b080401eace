import type { SyncLoop } from './sync-loop';

/** What stands in the place of the sync where there is no portal: nothing is brought, nothing is sent. */
export function createNoSync(): SyncLoop {
  const nothing = async () => undefined;
  return {
    connection: () => ({ kind: 'without-portal' }),
    lastSuccessAt: () => null,
    run: nothing,
    setOffline: nothing,
    cancel: () => undefined,
    start: () => undefined,
    stop: nothing,
  };
}
