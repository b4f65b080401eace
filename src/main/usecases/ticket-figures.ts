import {
  computeMeter,
  countsAgainstLimit,
  type MeterLine,
  WARNING_THRESHOLDS,
  type WarningThreshold,
  warningThresholds,
} from '@core/billing/four-hour-rule';
import type { KindOfWork } from '@core/billing/kind-of-work';
import { stockholmDate } from '@core/time/stockholm';
import { computeTimerIntervals, workedMs } from '@core/timer/timer-intervals';
import type { ClockReading } from '@core/timer/timer-log';
import { type CoveredTicket, readCoverage } from '../db/coverage';
import { judgementOf } from '../db/judgement';
import type { WorkbenchDatabase } from '../db/open';
import { readTicketLimit } from '../db/queries/approvals';
import type { Ticket } from '../db/queries/tickets';
import { readOpenTimerOfTicket, readTimerEvents, type TimerRow } from '../db/queries/timers';
import { listLinesOfTicket } from '../db/queries/timesheet-lines';
import { listTicketWork, toMeterLines } from './ticket-work';
import type { Workbench } from './workbench';

/** What a kind of work on a Stockholm date means for the charge on this ticket. */
export async function coverageOnTicket(
  trx: WorkbenchDatabase,
  ticket: CoveredTicket,
  kindOfWork: KindOfWork,
  date: string,
) {
  return readCoverage(trx, ticket, kindOfWork, date);
}

/** Seconds of work in an open timer's log, up to `now` where it runs. */
export async function workedSecondsOf(trx: WorkbenchDatabase, timer: TimerRow, now: ClockReading): Promise<number> {
  const intervals = computeTimerIntervals(await readTimerEvents(trx, timer.id), now);
  return Math.floor(workedMs(intervals) / 1000);
}

/** What colleagues' time is taken for where the portal says no more than how much it was. */
export const COLLEAGUES_KIND_OF_WORK = 'general-user-support' satisfies KindOfWork;

/** Colleagues' time of which the portal shows only the sum, and what that means for the charge. */
async function readUnlistedWork(trx: WorkbenchDatabase, ticket: Ticket, date: string): Promise<MeterLine | null> {
  if (ticket.unlistedSeconds === 0) return null;
  const { verdict } = await coverageOnTicket(trx, ticket, COLLEAGUES_KIND_OF_WORK, date);
  return { workedSeconds: ticket.unlistedSeconds, verdict, origin: 'colleague', isSent: true };
}

/** Seconds that count against the limit of colleagues' time of which only the sum is known. */
export async function countedUnlistedSeconds(trx: WorkbenchDatabase, ticket: Ticket, date: string): Promise<number> {
  const unlisted = await readUnlistedWork(trx, ticket, date);
  return unlisted !== null && countsAgainstLimit(unlisted.verdict) ? unlisted.workedSeconds : 0;
}

/** Where the warnings speak, as the settings have it. */
export function thresholdsOf(workbench: Pick<Workbench, 'settings'>): readonly WarningThreshold[] {
  return warningThresholds(workbench.settings().warnAtPercents);
}

/** The four-hour meter of a ticket: everybody's time, and what my open timer on it holds. */
export async function readMeter(
  trx: WorkbenchDatabase,
  ticket: Ticket,
  now: ClockReading,
  thresholds: readonly WarningThreshold[] = WARNING_THRESHOLDS,
) {
  const date = stockholmDate(now.wall);
  const timer = await readOpenTimerOfTicket(trx, ticket.id);
  const unlisted = await readUnlistedWork(trx, ticket, date);
  const listed = toMeterLines(await listTicketWork(trx, ticket.id));
  const meter = computeMeter({
    lines: unlisted === null ? listed : [...listed, unlisted],
    running: timer
      ? {
          workedSeconds: await workedSecondsOf(trx, timer, now),
          verdict: (await judgementOf(trx, ticket, { kindOfWork: timer.kindOfWork, date })).verdict,
        }
      : null,
    limitSeconds: (await readTicketLimit(trx, ticket.id)).limitSeconds,
    thresholds,
  });
  const waiting = (await listLinesOfTicket(trx, ticket.id)).filter(({ holdReason }) => holdReason === 'unapproved');
  return {
    ...meter,
    unapprovedSeconds: waiting.reduce((sum, { heldSeconds }) => sum + heldSeconds, 0),
    thresholdsPermille: thresholds.map(({ numerator, denominator }) => (1000 * numerator) / denominator),
  };
}
