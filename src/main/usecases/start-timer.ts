import { type TicketId, type TimerId, timerIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { readTicket } from '../db/queries/tickets';
import {
  appendTimerEvent,
  insertTimer,
  readOpenTimerOfTicket,
  readRunningTimer,
  writeHeartbeat,
} from '../db/queries/timers';
import { readLastKindOfWork } from '../db/queries/timesheet-lines';
import { noteGap } from './note-gap';
import type { Workbench } from './workbench';

/**
 * Starts work on a ticket: resumes its paused timer or begins a new one, and pauses what runs elsewhere, all in one
 * transaction. The start is on disk, with its first heartbeat, before anybody is told.
 */
export async function startTimer(
  workbench: Workbench,
  ticketId: TicketId,
): Promise<Outcome<{ timerId: TimerId }, { kind: 'not-found' }>> {
  const at = workbench.clock.read();
  const started = await workbench.database.transaction().execute(async (trx) => {
    if ((await readTicket(trx, ticketId)) === undefined) return null;
    const running = await readRunningTimer(trx);
    if (running?.ticketId === ticketId) return running.id;
    if (running) {
      await noteGap(trx, running.id, at);
      await appendTimerEvent(trx, running.id, { kind: 'paused', at }, 'paused');
    }

    const paused = await readOpenTimerOfTicket(trx, ticketId);
    const timerId = paused?.id ?? timerIdSchema.parse(workbench.newId());
    if (paused) {
      await appendTimerEvent(trx, timerId, { kind: 'resumed', at }, 'running');
    } else {
      const kindOfWork = (await readLastKindOfWork(trx, ticketId)) ?? 'general-user-support';
      await insertTimer(trx, { id: timerId, ticketId, kindOfWork, state: 'paused' });
      await appendTimerEvent(trx, timerId, { kind: 'started', at }, 'running');
    }
    await writeHeartbeat(trx, timerId, at);
    return timerId;
  });
  if (started === null) return fail({ kind: 'not-found' });
  workbench.announce.timersChanged();
  workbench.announce.queueChanged();
  return succeed({ timerId: started });
}
