import { elapsedMs } from '@core/timer/elapsed';
import type { ClockReading } from '@core/timer/timer-log';
import { readRunningTimer, writeHeartbeat } from '../db/queries/timers';
import type { Attention } from './attention';
import { bringLogUpToDate } from './bring-log-up-to-date';
import { beatCall } from './call-time';
import { askAboutOverrun } from './overrun';
import { raiseFourHourWarning } from './raise-four-hour-warning';
import type { Workbench } from './workbench';

function idleMsAt({ presence: { lastInputAt } }: Attention, now: ClockReading): number {
  return lastInputAt === null ? 0 : Math.max(0, elapsedMs(lastInputAt, now));
}

/**
 * Notes that the running timer still runs, and what has happened to it since the last beat: an absence that began or
 * ended, or, when the last note is too old (a frozen computer), an unknown interval. The timer runs on. A call that is
 * being taken down is watched in the same way. Answers whether a timer runs.
 */
export async function beatTimer(workbench: Workbench): Promise<boolean> {
  const { attention, clock } = workbench;
  const beaten = await workbench.database.transaction().execute(async (trx) => {
    await beatCall(workbench, trx);
    const timer = await readRunningTimer(trx);
    if (!timer) return null;
    // Read inside the transaction: a beat that waited for another one to finish must not go back in time.
    const now = clock.read();
    const { events, hasNews } = await bringLogUpToDate(workbench, trx, timer.id, now);
    // On the way into sleep a beat would hide where it began from whoever starts the app after it.
    if (attention.presence.down === null) await writeHeartbeat(trx, timer.id, now, idleMsAt(attention, now));
    return { timer, events, hasNews, now };
  });
  if (beaten === null) return false;
  if (beaten.hasNews) workbench.announce.timersChanged();
  await askAboutOverrun(workbench, beaten.timer, beaten.events, beaten.now);
  await raiseFourHourWarning(workbench, beaten.timer.ticketId, { isBeat: true });
  return true;
}
