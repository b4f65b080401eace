import { planRecovery } from '@core/timer/recovery';
import { appendTimerEvent, readHeartbeat, readRunningTimer, writeHeartbeat } from '../db/queries/timers';
import type { Workbench } from './workbench';

/** On start: what becomes of the timer that ran when the app ended without a word. */
export async function recoverTimers(workbench: Workbench): Promise<void> {
  const now = workbench.clock.read();
  await workbench.database.transaction().execute(async (trx) => {
    const timer = await readRunningTimer(trx);
    const lastDurable = timer && (await readHeartbeat(trx, timer.id));
    if (!timer || !lastDurable) return;
    const plan = planRecovery({ lastDurable, now });
    switch (plan.kind) {
      case 'run-on':
        break;
      case 'run-on-with-gap':
        await appendTimerEvent(trx, timer.id, { kind: 'gap-found', from: lastDurable, at: now }, 'running');
        break;
      case 'pause-with-gap':
        await appendTimerEvent(trx, timer.id, { kind: 'paused-after-gap', from: lastDurable, at: now }, 'paused');
        return;
    }
    await writeHeartbeat(trx, timer.id, now);
  });
}
