import { elapsedMs } from '@core/timer/elapsed';
import { planRecovery } from '@core/timer/recovery';
import { openAbsenceOf } from '@core/timer/timer-intervals';
import {
  appendTimerEvent,
  readHeartbeat,
  readLastInput,
  readRunningTimer,
  readTimerEvents,
  writeHeartbeat,
} from '../db/queries/timers';
import { recoverCall } from './call-time';
import type { Workbench } from './workbench';

/** On start: what becomes of the timer that ran when the app ended without a word. */
export async function recoverTimers(workbench: Pick<Workbench, 'database' | 'clock'>): Promise<void> {
  const now = workbench.clock.read();
  await workbench.database.transaction().execute(async (trx) => {
    await recoverCall(trx);
    const timer = await readRunningTimer(trx);
    const lastDurable = timer && (await readHeartbeat(trx, timer.id));
    if (!timer || !lastDurable) return;
    const lastInput = await readLastInput(trx, timer.id);
    const absence = openAbsenceOf(await readTimerEvents(trx, timer.id));
    const plan = planRecovery({ lastDurable, now, absence });
    switch (plan.kind) {
      case 'run-on':
        break;
      case 'run-on-with-gap': {
        const { cause } = plan;
        await appendTimerEvent(trx, timer.id, { kind: 'gap-found', from: lastDurable, at: now, cause }, 'running');
        break;
      }
      case 'pause-with-gap': {
        const { cause } = plan;
        await appendTimerEvent(
          trx,
          timer.id,
          { kind: 'paused-after-gap', from: lastDurable, at: now, cause },
          'paused',
        );
        return;
      }
    }
    // Nobody has been heard of since: starting the app is no work on the ticket.
    await writeHeartbeat(trx, timer.id, now, Math.max(0, elapsedMs(lastInput ?? now, now)));
  });
}
