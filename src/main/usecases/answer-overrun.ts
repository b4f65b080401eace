import type { TimerId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { Instant } from '@core/time/instant';
import { planOverrunEnd } from '@core/timer/overrun';
import { appendTimerEvent, readTimer } from '../db/queries/timers';
import { bringLogUpToDate } from './bring-log-up-to-date';
import { readOverrun } from './overrun';
import { raiseFourHourWarning } from './raise-four-hour-warning';
import type { Workbench } from './workbench';

/**
 * A person says whether a timer that has run for long is right. If it is not, it is paused as of the proposed end, and
 * what lies after that is discarded; that can be taken back like any other decision about unknown time. `endedAt` is where it
 * was ended, null where it runs on.
 */
export async function answerOverrun(
  workbench: Workbench,
  { timerId, answer }: { timerId: TimerId; answer: 'still-working' | 'end-at-last-activity' },
): Promise<Outcome<{ readonly endedAt: Instant | null }, { kind: 'timer-not-running' | 'not-found' }>> {
  const answered = await workbench.database.transaction().execute(async (trx) => {
    const timer = await readTimer(trx, timerId);
    if (timer?.state !== 'running') return fail({ kind: 'timer-not-running' as const });
    const at = workbench.clock.read();
    const { events } = await bringLogUpToDate(workbench, trx, timerId, at);
    if (answer === 'still-working') {
      await appendTimerEvent(trx, timerId, { kind: 'overrun-confirmed', at }, 'running');
      return succeed({ ticketId: timer.ticketId, endedAt: null });
    }
    const overrun = await readOverrun(workbench, trx, { timer, events, now: at });
    // Answered somewhere else meanwhile: then nobody agreed to any end.
    if (overrun === null) return fail({ kind: 'not-found' as const });
    for (const event of planOverrunEnd(events, overrun, at)) await appendTimerEvent(trx, timerId, event, 'paused');
    return succeed({ ticketId: timer.ticketId, endedAt: overrun.proposedEnd.wall });
  });
  if (!answered.ok) return answered;
  workbench.attention.askedOverrun = null;
  workbench.announce.timersChanged();
  workbench.announce.queueChanged();
  const { ticketId, endedAt } = answered.value;
  workbench.announce.ticketChanged(ticketId);
  await raiseFourHourWarning(workbench, ticketId);
  return succeed({ endedAt });
}
