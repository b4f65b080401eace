import { coverageOf } from '@core/billing/coverage';
import { computeMeter, DEFAULT_LIMIT_SECONDS, type Meter, type MeterLine } from '@core/billing/four-hour-rule';
import type { KindOfWork } from '@core/billing/kind-of-work';
import { stockholmDate } from '@core/time/stockholm';
import { computeTimerIntervals, workedMs } from '@core/timer/timer-intervals';
import type { ClockReading } from '@core/timer/timer-log';
import type { WorkbenchDatabase } from '../db/open';
import { listAgreements } from '../db/queries/customers';
import type { Ticket } from '../db/queries/tickets';
import { readOpenTimerOfTicket, readTimerEvents, type TimerRow } from '../db/queries/timers';
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

/** What colleagues' time is taken for where the portal says no more than how much it was. */
export const COLLEAGUES_KIND_OF_WORK = 'general-user-support' satisfies KindOfWork;

/** Everything worked on a ticket: the lines kept here, and colleagues' time that the portal shows only as a sum. */
export async function listWorkOnTicket(trx: WorkbenchDatabase, ticket: Ticket, date: string): Promise<MeterLine[]> {
  const lines = (await listLinesOfTicket(trx, ticket.id)).map(({ workedSeconds, verdict, origin, remoteId }) => ({
    workedSeconds,
    verdict,
    origin,
    isSent: remoteId !== null,
  }));
  if (ticket.unlistedSeconds === 0) return lines;
  const { verdict } = await coverageOnTicket(trx, ticket, COLLEAGUES_KIND_OF_WORK, date);
  return [...lines, { workedSeconds: ticket.unlistedSeconds, verdict, origin: 'colleague', isSent: true }];
}

/** The four-hour meter of a ticket: everybody's time, and what my open timer on it holds. */
export async function readMeter(trx: WorkbenchDatabase, ticket: Ticket, now: ClockReading): Promise<Meter> {
  const date = stockholmDate(now.wall);
  const timer = await readOpenTimerOfTicket(trx, ticket.id);
  return computeMeter({
    lines: await listWorkOnTicket(trx, ticket, date),
    running: timer
      ? {
          workedSeconds: await workedSecondsOf(trx, timer, now),
          verdict: (await coverageOnTicket(trx, ticket, timer.kindOfWork, date)).verdict,
        }
      : null,
    limitSeconds: DEFAULT_LIMIT_SECONDS,
  });
}
