import { appendTimerEvent, readHeartbeat, readRunningTimer, writeHeartbeat } from '../db/queries/timers';
import type { Workbench } from './workbench';

/**
 * The computer slept. The monotonic clock may have stood still meanwhile, so no beat finds the gap: what lies between
 * the last heartbeat and now becomes an unknown interval, and the timer runs on.
 */
export async function noteSleep(workbench: Workbench): Promise<void> {
  const isNoted = await workbench.database.transaction().execute(async (trx) => {
    const timer = await readRunningTimer(trx);
    const from = timer && (await readHeartbeat(trx, timer.id));
    if (!timer || !from) return false;
    const at = workbench.clock.read();
    await appendTimerEvent(trx, timer.id, { kind: 'gap-found', from, at }, 'running');
    await writeHeartbeat(trx, timer.id, at);
    return true;
  });
  if (isNoted) workbench.announce.timersChanged();
}
