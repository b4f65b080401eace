import { readRunningTimer, writeHeartbeat } from '../db/queries/timers';
import { noteGap } from './note-gap';
import { raiseFourHourWarning } from './raise-four-hour-warning';
import type { Workbench } from './workbench';

/**
 * Notes that the running timer still runs. When the last note is too old (sleep, a frozen computer) what lies between
 * becomes an unknown interval and the timer runs on. Answers whether a timer runs.
 */
export async function beatTimer(workbench: Workbench): Promise<boolean> {
  const beaten = await workbench.database.transaction().execute(async (trx) => {
    const timer = await readRunningTimer(trx);
    if (!timer) return null;
    // Read inside the transaction: a beat that waited for another one to finish must not go back in time.
    const now = workbench.clock.read();
    const isGap = await noteGap(trx, timer.id, now);
    await writeHeartbeat(trx, timer.id, now);
    return { timer, isGap };
  });
  if (beaten === null) return false;
  if (beaten.isGap) workbench.announce.timersChanged();
  await raiseFourHourWarning(workbench, beaten.timer.ticketId);
  return true;
}
