import type { KindOfWork } from '@core/billing/kind-of-work';
import { type TimerId, type TimesheetLineId, timesheetLineIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { stockholmDate } from '@core/time/stockholm';
import { computeTimerIntervals, workedMs } from '@core/timer/timer-intervals';
import { readTicket } from '../db/queries/tickets';
import { appendTimerEvent, readTimer, readTimerEvents } from '../db/queries/timers';
import { insertTimesheetLine } from '../db/queries/timesheet-lines';
import { enqueueLineWhenReady } from './enqueue-line';
import { noteGap } from './note-gap';
import { raiseFourHourWarning } from './raise-four-hour-warning';
import { coverageOnTicket } from './ticket-figures';
import type { Workbench } from './workbench';

export interface StopRequest {
  readonly timerId: TimerId;
  /** What the customer reads. When it is empty the line waits for one. */
  readonly description: string;
  readonly kindOfWork: KindOfWork;
}

/**
 * Ends a timer and writes its timesheet line, together with the outbox operation if the line can be sent. Unknown
 * intervals that nobody decided about are not in the line; they stay asked about.
 */
export async function stopTimer(
  workbench: Workbench,
  request: StopRequest,
): Promise<Outcome<{ lineId: TimesheetLineId | null }, { kind: 'timer-not-running' }>> {
  const at = workbench.clock.read();
  const stopped = await workbench.database.transaction().execute(async (trx) => {
    const timer = await readTimer(trx, request.timerId);
    const ticket = timer && (await readTicket(trx, timer.ticketId));
    if (!timer || !ticket || timer.state === 'stopped') return null;
    if (timer.state === 'running') await noteGap(trx, timer.id, at);
    await appendTimerEvent(trx, timer.id, { kind: 'stopped', at }, 'stopped');

    const intervals = computeTimerIntervals(await readTimerEvents(trx, timer.id), null);
    const workedSeconds = Math.round(workedMs(intervals) / 1000);
    const startedAt = intervals.worked[0]?.startedAt;
    if (startedAt === undefined || workedSeconds === 0) return { lineId: null, ticketId: ticket.id };

    const lineId = timesheetLineIdSchema.parse(workbench.newId());
    const date = stockholmDate(startedAt);
    await insertTimesheetLine(trx, {
      id: lineId,
      remoteId: null,
      ticketId: ticket.id,
      timerId: timer.id,
      origin: 'mine',
      employeeName: workbench.userName,
      date,
      startedAt,
      stoppedAt: at.wall,
      workedSeconds,
      description: request.description.trim(),
      kindOfWork: request.kindOfWork,
      verdict: (await coverageOnTicket(trx, ticket, request.kindOfWork, date)).verdict,
    });
    await enqueueLineWhenReady(workbench, trx, lineId, at.wall);
    return { lineId, ticketId: ticket.id };
  });
  if (stopped === null) return fail({ kind: 'timer-not-running' });
  workbench.announce.timersChanged();
  workbench.announce.ticketChanged(stopped.ticketId);
  workbench.announce.queueChanged();
  workbench.announce.outboxChanged();
  // The kind of work chosen at the stop can count where the timer's did not.
  await raiseFourHourWarning(workbench, stopped.ticketId);
  return succeed({ lineId: stopped.lineId });
}
