import type { TimerId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { appendTimerEvent, readTimer } from '../db/queries/timers';
import { noteGap } from './note-gap';
import type { Workbench } from './workbench';

/** Pauses the timer. What was worked stays in its log. */
export async function pauseTimer(
  workbench: Workbench,
  timerId: TimerId,
): Promise<Outcome<null, { kind: 'timer-not-running' }>> {
  const at = workbench.clock.read();
  const wasRunning = await workbench.database.transaction().execute(async (trx) => {
    const timer = await readTimer(trx, timerId);
    if (timer?.state !== 'running') return false;
    await noteGap(trx, timerId, at);
    await appendTimerEvent(trx, timerId, { kind: 'paused', at }, 'paused');
    return true;
  });
  if (!wasRunning) return fail({ kind: 'timer-not-running' });
  workbench.announce.timersChanged();
  workbench.announce.queueChanged();
  return succeed(null);
}
