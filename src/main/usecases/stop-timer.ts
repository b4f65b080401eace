import type { KindOfWork } from '@core/billing/kind-of-work';
import type { TimerId, TimesheetLineId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { computeTimerIntervals } from '@core/timer/timer-intervals';
import { readTicket } from '../db/queries/tickets';
import { appendTimerEvent, readTimer, readTimerEvents } from '../db/queries/timers';
import { bringLogUpToDate } from './bring-log-up-to-date';
import { keepToLimitDecision } from './charge-nothing-past-limit';
import { raiseFourHourWarning } from './raise-four-hour-warning';
import { settleLimit } from './settle-limit';
import type { Workbench } from './workbench';
import { writeTimerLines } from './write-timer-lines';

export interface StopRequest {
  readonly timerId: TimerId;
  /** What the customer reads. When it is empty the line waits for one. */
  readonly description: string;
  readonly kindOfWork: KindOfWork;
}

/**
 * Ends a timer and writes its timesheet lines, together with the outbox operations of those that can be sent. Unknown
 * intervals that nobody decided about are not in them; they stay asked about.
 */
export async function stopTimer(
  workbench: Workbench,
  request: StopRequest,
): Promise<Outcome<{ lineIds: TimesheetLineId[] }, { kind: 'timer-not-running' }>> {
  const stopped = await workbench.database.transaction().execute(async (trx) => {
    const timer = await readTimer(trx, request.timerId);
    const ticket = timer && (await readTicket(trx, timer.ticketId));
    if (!timer || !ticket || timer.state === 'stopped') return null;
    const at = workbench.clock.read();
    if (timer.state === 'running') await bringLogUpToDate(workbench, trx, timer.id, at);
    await appendTimerEvent(trx, timer.id, { kind: 'stopped', at }, 'stopped');

    const { worked } = computeTimerIntervals(await readTimerEvents(trx, timer.id), null);
    const lineIds = await writeTimerLines(workbench, trx, timer, ticket, {
      intervals: worked,
      description: request.description.trim(),
      kindOfWork: request.kindOfWork,
    });
    await settleLimit(workbench, trx, ticket.id, at.wall);
    await keepToLimitDecision(workbench, trx, ticket.id, at.wall);
    return { lineIds, ticketId: ticket.id };
  });
  if (stopped === null) return fail({ kind: 'timer-not-running' });
  workbench.announce.timersChanged();
  workbench.announce.ticketChanged(stopped.ticketId);
  workbench.announce.queueChanged();
  workbench.announce.timesheetChanged();
  workbench.announce.outboxChanged();
  // The kind of work chosen at the stop can count where the timer's did not.
  await raiseFourHourWarning(workbench, stopped.ticketId);
  return succeed({ lineIds: stopped.lineIds });
}
