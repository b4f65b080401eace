import { type TicketId, type TimerId, timerIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { boundEarlierStart } from '@core/timer/earlier-start';
import type { ClockReading } from '@core/timer/timer-log';
import type { WorkbenchDatabase } from '../db/open';
import { readTicket } from '../db/queries/tickets';
import {
  appendTimerEvent,
  insertTimer,
  readOpenTimerOfTicket,
  readRunningTimer,
  writeHeartbeat,
} from '../db/queries/timers';
import { readLastKindOfWork } from '../db/queries/timesheet-lines';
import { bringLogUpToDate } from './bring-log-up-to-date';
import { pauseCall } from './call-time';
import { listRecordedTime } from './recorded-time';
import type { Workbench } from './workbench';

/** When work began: at the reading, or so long before it as was asked for and is free. */
async function planBeginning(trx: WorkbenchDatabase, at: ClockReading, earlierMinutes: number) {
  if (earlierMinutes === 0) return { at };
  const recorded = await listRecordedTime(trx, at);
  const earlierMs = boundEarlierStart({ askedMs: earlierMinutes * 60_000, now: at.wall, recorded });
  return earlierMs === 0 ? { at } : { at, earlierMs };
}

/**
 * Starts work on a ticket: resumes its paused timer or begins a new one, and pauses what runs elsewhere, all in one
 * transaction and at one reading of the clock. With `earlierMinutes` the work began so long ago, but never before the
 * end of what is recorded; where the timer runs already nothing is changed. The start is on disk, with its first
 * heartbeat, before anybody is told.
 */
export async function startTimer(
  workbench: Workbench,
  ticketId: TicketId,
  { earlierMinutes = 0 }: { earlierMinutes?: number } = {},
): Promise<Outcome<{ timerId: TimerId }, { kind: 'not-found' }>> {
  const started = await workbench.database.transaction().execute(async (trx) => {
    if ((await readTicket(trx, ticketId)) === undefined) return null;
    const running = await readRunningTimer(trx);
    if (running?.ticketId === ticketId) return running.id;
    const at = workbench.clock.read();
    if (running) {
      await bringLogUpToDate(workbench, trx, running.id, at);
      await appendTimerEvent(trx, running.id, { kind: 'paused', at }, 'paused');
    }

    await pauseCall(workbench, trx, at);
    const beginning = await planBeginning(trx, at, earlierMinutes);
    const paused = await readOpenTimerOfTicket(trx, ticketId);
    const timerId = paused?.id ?? timerIdSchema.parse(workbench.newId());
    if (paused) {
      await appendTimerEvent(trx, timerId, { kind: 'resumed', ...beginning }, 'running');
    } else {
      const kindOfWork = (await readLastKindOfWork(trx, ticketId)) ?? 'general-user-support';
      await insertTimer(trx, { id: timerId, ticketId, kindOfWork, state: 'paused' });
      await appendTimerEvent(trx, timerId, { kind: 'started', ...beginning }, 'running');
    }
    await writeHeartbeat(trx, timerId, at);
    return timerId;
  });
  if (started === null) return fail({ kind: 'not-found' });
  workbench.announce.timersChanged();
  workbench.announce.queueChanged();
  return succeed({ timerId: started });
}
