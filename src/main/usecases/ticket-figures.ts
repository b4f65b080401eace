import { coverageOf } from '@core/billing/coverage';
import { computeMeter, DEFAULT_LIMIT_SECONDS } from '@core/billing/four-hour-rule';
import type { KindOfWork } from '@core/billing/kind-of-work';
import type { TicketId } from '@core/ids';
import { stockholmDate } from '@core/time/stockholm';
import { computeTimerIntervals, workedMs } from '@core/timer/timer-intervals';
import type { ClockReading } from '@core/timer/timer-log';
import type { WorkbenchDatabase } from '../db/open';
import { listAgreements } from '../db/queries/customers';
import type { Ticket } from '../db/queries/tickets';
import { listOpenTimers, readTimerEvents, type TimerRow } from '../db/queries/timers';
import { listLinesOfTicket } from '../db/queries/timesheet-lines';

/** What a kind of work means for the charge on this ticket, today. */
export async function coverageOnTicket(
  trx: WorkbenchDatabase,
  ticket: Pick<Ticket, 'customerId'>,
  kindOfWork: KindOfWork,
  date: string,
) {
  return coverageOf({ kindOfWork, agreements: await listAgreements(trx, ticket.customerId), day: date });
}

/** Seconds of work in an open timer's log, up to `now` where it runs. */
export async function workedSecondsOf(trx: WorkbenchDatabase, timer: TimerRow, now: ClockReading): Promise<number> {
  const intervals = computeTimerIntervals(await readTimerEvents(trx, timer.id), now);
  return Math.floor(workedMs(intervals) / 1000);
}

/** The four-hour meter of a ticket: everybody's lines, and what my open timers on it hold. */
export async function readMeter(trx: WorkbenchDatabase, ticket: Ticket, now: ClockReading) {
  const lines = await listLinesOfTicket(trx, ticket.id);
  const timers = (await listOpenTimers(trx)).filter((timer) => timer.ticketId === ticket.id);
  const running = [];
  for (const timer of timers) {
    const { verdict } = await coverageOnTicket(trx, ticket, timer.kindOfWork, stockholmDate(now.wall));
    running.push({ workedSeconds: await workedSecondsOf(trx, timer, now), verdict });
  }
  return computeMeter({
    lines: lines.map(({ workedSeconds, verdict, origin, remoteId }) => ({
      workedSeconds,
      verdict,
      origin,
      isSent: remoteId !== null,
    })),
    running: running[0] ?? null,
    limitSeconds: DEFAULT_LIMIT_SECONDS,
  });
}

/** Which ticket's meters move as time passes. */
export async function listTicketsWithRunningTimer(trx: WorkbenchDatabase): Promise<TicketId[]> {
  return (await listOpenTimers(trx)).filter(({ state }) => state === 'running').map(({ ticketId }) => ticketId);
}
