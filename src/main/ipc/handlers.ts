import type { Handlers } from './handle';
import { createAppHandlers } from './handlers/app';
import { createCaptureHandlers } from './handlers/capture';
import { createQueueHandlers } from './handlers/queue';
import { createSyncHandlers } from './handlers/sync';
import { createTimerHandlers } from './handlers/timer';
import type { AppParts } from './parts';

/** A handler for every request of the contract; one that is missing does not compile. */
export function createHandlers(parts: AppParts): Handlers {
  return {
    ...createAppHandlers(parts),
    ...createQueueHandlers(parts),
    ...createTimerHandlers(parts),
    ...createCaptureHandlers(parts),
    ...createSyncHandlers(parts),
  };
}
