import { elapsedMs } from '@core/timer/elapsed';
import { appendTimerEvent, readRunningTimer } from '../db/queries/timers';
import { bringLogUpToDate } from './bring-log-up-to-date';
import { pauseCall } from './call-time';
import type { Workbench } from './workbench';

/**
 * The computer is shutting down: what runs is paused as of that moment, at once and not when the app is closed, because
 * the system may not wait for that. A lock that ran into it is asked about.
 */
export async function pauseForShutdown(workbench: Workbench): Promise<void> {
  const { presence } = workbench.attention;
  const isPaused = await workbench.database.transaction().execute(async (trx) => {
    await pauseCall(workbench, trx, presence.down?.since ?? workbench.clock.read());
    const timer = await readRunningTimer(trx);
    if (!timer) return false;
    const now = workbench.clock.read();
    const at = presence.down?.since ?? now;
    // Nobody was away before: an absence that begins and ends here would be a question about nothing.
    const isSudden = presence.absence !== null && elapsedMs(presence.absence.from, at) === 0;
    const known = isSudden ? { ...presence, absence: null } : presence;
    await bringLogUpToDate({ attention: { presence: known } }, trx, timer.id, now);
    await appendTimerEvent(trx, timer.id, { kind: 'paused', at }, 'paused');
    return true;
  });
  if (!isPaused) return;
  workbench.announce.timersChanged();
  workbench.announce.queueChanged();
}
