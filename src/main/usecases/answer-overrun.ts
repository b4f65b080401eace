import type { TimerId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { Instant } from '@core/time/instant';
import { planOverrunEnd } from '@core/timer/overrun';
import type { TimerEvent } from '@core/timer/timer-log';
import { appendTimerEvent, readTimer } from '../db/queries/timers';
import { bringLogUpToDate } from './bring-log-up-to-date';
import { readOverrun } from './overrun';
import { raiseFourHourWarning } from './raise-four-hour-warning';
import type { Workbench } from './workbench';

/** What became of a timer that was asked about. */
export interface OverrunAnswered {
  /** Where it was ended; null where it runs on. */
  readonly endedAt: Instant | null;
  /** What names the discarded time when that is taken back; null where nothing was discarded. */
  readonly discardedFrom: Instant | null;
}

/**
 * Where the time begins that a plan decides about. By a wall clock that is behind the monotonic one, that is a moment
 * later than the end that was proposed: only the log knows it.
 */
function firstDecidedFrom(plan: readonly TimerEvent[]): Instant | null {
  return plan.find((event) => event.kind === 'unknown-decided')?.unknownFrom ?? null;
}

/**
 * A person says whether a timer that has run for long is right. If it is not, it is paused as of the proposed end, and
 * what lies after that is discarded; that can be taken back like any other decision about unknown time.
 */
export async function answerOverrun(
  workbench: Workbench,
  { timerId, answer }: { timerId: TimerId; answer: 'still-working' | 'end-at-last-activity' },
): Promise<Outcome<OverrunAnswered, { kind: 'timer-not-running' | 'not-found' }>> {
  const answered = await workbench.database.transaction().execute(async (trx) => {
    const timer = await readTimer(trx, timerId);
    if (timer?.state !== 'running') return fail({ kind: 'timer-not-running' as const });
    const at = workbench.clock.read();
    const { events } = await bringLogUpToDate(workbench, trx, timerId, at);
    if (answer === 'still-working') {
      await appendTimerEvent(trx, timerId, { kind: 'overrun-confirmed', at }, 'running');
      return succeed({ ticketId: timer.ticketId, endedAt: null, discardedFrom: null });
    }
    const overrun = await readOverrun(workbench, trx, { timer, events, now: at });
    // Answered somewhere else meanwhile: then nobody agreed to any end.
    if (overrun === null) return fail({ kind: 'not-found' as const });
    const end = planOverrunEnd(events, overrun, at);
    for (const event of end) await appendTimerEvent(trx, timerId, event, 'paused');
    return succeed({
      ticketId: timer.ticketId,
      endedAt: overrun.proposedEnd.wall,
      discardedFrom: firstDecidedFrom(end),
    });
  });
  if (!answered.ok) return answered;
  workbench.attention.askedOverrun = null;
  workbench.announce.timersChanged();
  workbench.announce.queueChanged();
  const { ticketId, ...told } = answered.value;
  workbench.announce.ticketChanged(ticketId);
  await raiseFourHourWarning(workbench, ticketId);
  return succeed(told);
}
