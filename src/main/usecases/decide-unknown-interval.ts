import { type TimerId, timesheetLineIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { Instant } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import { computeTimerIntervals, workedMs } from '@core/timer/timer-intervals';
import type { UnknownDecision } from '@core/timer/timer-log';
import type { WorkbenchDatabase } from '../db/open';
import { readEntryOf } from '../db/queries/outbox';
import { readTicket } from '../db/queries/tickets';
import { appendTimerEvent, readTimer, readTimerEvents, type TimerRow } from '../db/queries/timers';
import { insertTimesheetLine, readLineOfTimer, updateTimesheetLine } from '../db/queries/timesheet-lines';
import { enqueueLineWhenReady } from './enqueue-line';
import { raiseFourHourWarning } from './raise-four-hour-warning';
import { coverageOnTicket } from './ticket-figures';
import type { Workbench } from './workbench';

/**
 * A person says whether an unknown interval was work. Where the timer has become a line already, the line grows; where
 * that line may be on the portal already, the interval becomes a line of its own that waits for its description.
 */
export async function decideUnknownInterval(
  workbench: Workbench,
  request: { timerId: TimerId; from: Instant; decision: UnknownDecision },
): Promise<Outcome<null, { kind: 'not-found' }>> {
  const at = workbench.clock.read();
  const timer = await workbench.database.transaction().execute(async (trx) => {
    const found = await readTimer(trx, request.timerId);
    if (!found) return null;
    const events = await readTimerEvents(trx, found.id);
    const unknown = computeTimerIntervals(events, null).unknown.find(({ startedAt }) => startedAt === request.from);
    if (!unknown) return null;
    await appendTimerEvent(
      trx,
      found.id,
      { kind: 'unknown-decided', at, unknownFrom: request.from, decision: request.decision },
      found.state,
    );
    if (found.state === 'stopped' && request.decision === 'keep') {
      await addToStoppedTimer(workbench, trx, found, unknown, at.wall);
    }
    return found;
  });
  if (timer === null) return fail({ kind: 'not-found' });
  workbench.announce.timersChanged();
  workbench.announce.ticketChanged(timer.ticketId);
  workbench.announce.queueChanged();
  workbench.announce.outboxChanged();
  await raiseFourHourWarning(workbench, timer.ticketId);
  return succeed(null);
}

async function addToStoppedTimer(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  timer: TimerRow,
  unknown: { startedAt: Instant; durationMs: number },
  at: Instant,
): Promise<void> {
  const ticket = await readTicket(trx, timer.ticketId);
  if (!ticket) return;
  const line = await readLineOfTimer(trx, timer.id);
  const entry = line && (await readEntryOf(trx, line.id));
  const mayBeOnPortal = entry?.state === 'in-flight' || entry?.state === 'done' || entry?.state === 'parked';
  if (line && !mayBeOnPortal) {
    const total = workedMs(computeTimerIntervals(await readTimerEvents(trx, timer.id), null));
    await updateTimesheetLine(trx, line.id, { workedSeconds: Math.round(total / 1000) });
    await enqueueLineWhenReady(workbench, trx, line.id, at);
    return;
  }
  const date = stockholmDate(unknown.startedAt);
  await insertTimesheetLine(trx, {
    id: timesheetLineIdSchema.parse(workbench.newId()),
    remoteId: null,
    ticketId: ticket.id,
    timerId: line ? null : timer.id,
    origin: 'mine',
    employeeName: workbench.userName,
    date,
    startedAt: unknown.startedAt,
    stoppedAt: null,
    workedSeconds: Math.round(unknown.durationMs / 1000),
    description: '',
    kindOfWork: timer.kindOfWork,
    verdict: (await coverageOnTicket(trx, ticket, timer.kindOfWork, date)).verdict,
  });
}
