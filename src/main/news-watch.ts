import { tellNews } from './usecases/tell-news';
import { tellOfKey } from './usecases/tell-of-key';
import type { Workbench } from './usecases/workbench';

/** Targets come due by the minute: nobody misses half of one. */
const LOOK_EVERY_MS = 30_000;

export interface NewsWatch {
  /** A sync has brought something: it is told of once that sync has ended. */
  lookSoon(): void;
  end(): Promise<void>;
}

/**
 * Looks for news on the beats of the clock, and never while a sync is under way: what one sync brings is told in one
 * notification.
 */
export function startNewsWatch(
  workbench: Workbench,
  { isSyncing, onError }: { isSyncing: () => boolean; onError: (error: unknown) => void },
): NewsWatch {
  const now = () => workbench.clock.read().wall;
  let lookedAt = now();
  let isWanted = false;
  let underWay: Promise<void> | null = null;

  function isDue(): boolean {
    // Also after the clock was set back.
    return isWanted || Math.abs(now() - lookedAt) >= LOOK_EVERY_MS;
  }

  async function look(): Promise<void> {
    isWanted = false;
    lookedAt = now();
    await tellNews(workbench).catch(onError);
    await tellOfKey(workbench).catch(onError);
  }

  const endBeats = workbench.clock.onBeat(async () => {
    if (underWay === null && (isSyncing() || !isDue())) return;
    underWay ??= look().finally(() => {
      underWay = null;
    });
    await underWay;
  });
  return {
    lookSoon: () => {
      isWanted = true;
    },
    end: async () => {
      endBeats();
      await underWay;
    },
  };
}
