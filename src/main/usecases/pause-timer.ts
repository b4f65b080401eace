import type { TimerId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { appendTimerEvent, readTimer } from '../db/queries/timers';
import { bringLogUpToDate } from './bring-log-up-to-date';
import type { Workbench } from './workbench';

/** Pauses the timer. What was worked stays in its log; an absence ends here and is asked about. */
export async function pauseTimer(
  workbench: Workbench,
  timerId: TimerId,
): Promise<Outcome<null, { kind: 'timer-not-running' }>> {
  const wasRunning = await workbench.database.transaction().execute(async (trx) => {
    const timer = await readTimer(trx, timerId);
    if (timer?.state !== 'running') return false;
    const at = workbench.clock.read();
    await bringLogUpToDate(workbench, trx, timerId, at);
    await appendTimerEvent(trx, timerId, { kind: 'paused', at }, 'paused');
    return true;
  });
  if (!wasRunning) return fail({ kind: 'timer-not-running' });
  workbench.announce.timersChanged();
  workbench.announce.queueChanged();
  return succeed(null);
}
