import { mergeAbsences } from '@core/timer/absences';
import { recordedUntil } from '@core/timer/earlier-start';
import { computeTimerIntervals, openAbsenceOf, workedMs } from '@core/timer/timer-intervals';
import type { ClockReading } from '@core/timer/timer-log';
import type { WorkbenchDatabase } from '../db/open';
import { readCustomer } from '../db/queries/customers';
import { readTicket } from '../db/queries/tickets';
import { listOpenTimers, listStoppedTimersWithOpenGaps, readTimerEvents, type TimerRow } from '../db/queries/timers';
import { readNudge } from './note-activity';
import { readOverrun } from './overrun';
import { claimedBy, listLineTimesAround } from './recorded-time';
import { readMeter, thresholdsOf } from './ticket-figures';
import type { Workbench } from './workbench';

async function readAccount(database: WorkbenchDatabase, timer: TimerRow, now: ClockReading) {
  const events = await readTimerEvents(database, timer.id);
  return { timer, events, intervals: computeTimerIntervals(events, now), now };
}

type TimerAccount = Awaited<ReturnType<typeof readAccount>>;

async function toTimerView(workbench: Workbench, { timer, events, intervals, now }: TimerAccount) {
  const { database } = workbench;
  const ticket = await readTicket(database, timer.ticketId);
  if (!ticket) throw new Error(`Timer ${timer.id} belongs to no ticket`);
  const customer = ticket.customerId === null ? undefined : await readCustomer(database, ticket.customerId);
  const absence = openAbsenceOf(events);
  return {
    id: timer.id,
    state: timer.state,
    ticketId: ticket.id,
    ticketNumber: ticket.number,
    ticketTitle: ticket.title,
    customerName: customer?.name ?? null,
    kindOfWork: timer.kindOfWork,
    workedSeconds: Math.floor(workedMs(intervals) / 1000),
    unknownIntervals: mergeAbsences(intervals.unknown).map(({ from, until, durationMs, cause, isOngoing }) => ({
      from,
      until,
      durationSeconds: Math.round(durationMs / 1000),
      cause,
      isGoingOn: isOngoing,
    })),
    away: absence && { since: absence.since.wall, cause: absence.cause },
    meter: await readMeter(database, ticket, now, thresholdsOf(workbench)),
  };
}

/** A timer's log ends with its pause, unless questions about it were answered since; the end of its work does not move. */
function listLastPausedFirst(open: readonly TimerAccount[]): TimerAccount[] {
  const pausedAt = ({ events }: TimerAccount) =>
    events.findLast(({ kind }) => kind === 'paused' || kind === 'paused-after-gap')?.at.wall ?? 0;
  return open.filter(({ timer }) => timer.state === 'paused').toSorted((one, other) => pausedAt(other) - pausedAt(one));
}

async function readOverrunView(workbench: Workbench, accounts: readonly TimerAccount[]) {
  const running = accounts.find(({ timer }) => timer.state === 'running');
  const overrun = running && (await readOverrun(workbench, workbench.database, running));
  const ticket = overrun && (await readTicket(workbench.database, running.timer.ticketId));
  if (!overrun || !ticket) return null;
  const { reason, proposedEnd } = overrun;
  return { timerId: running.timer.id, ticketNumber: ticket.number, reason, lastActivityAt: proposedEnd.wall };
}

async function readNudgeView(workbench: Workbench) {
  const nudge = await readNudge(workbench);
  const ticket = nudge && (await readTicket(workbench.database, nudge.ticketId));
  if (!nudge || !ticket) return null;
  return { ticketId: ticket.id, ticketNumber: ticket.number, ticketTitle: ticket.title, since: nudge.from };
}

/**
 * The running timer, the paused ones, and stopped ones that still ask about an unknown interval; and what is to be asked
 * or offered now.
 */
export async function readTimers(workbench: Workbench) {
  const { database } = workbench;
  const now = workbench.clock.read();
  const open: TimerAccount[] = [];
  for (const timer of await listOpenTimers(database)) open.push(await readAccount(database, timer, now));
  const stopped: TimerAccount[] = [];
  for (const timer of await listStoppedTimersWithOpenGaps(database)) {
    const account = await readAccount(database, timer, now);
    if (account.intervals.unknown.length > 0) stopped.push(account);
  }
  const running = open.find(({ timer }) => timer.state === 'running');
  const paused = [];
  for (const account of listLastPausedFirst(open)) paused.push(await toTimerView(workbench, account));
  const unanswered = [];
  for (const account of stopped) unanswered.push(await toTimerView(workbench, account));
  const claimed = [...open, ...stopped].flatMap(({ intervals }) => claimedBy(intervals));
  return {
    running: running ? await toTimerView(workbench, running) : null,
    paused,
    unanswered,
    overrun: await readOverrunView(workbench, open),
    nudge: await readNudgeView(workbench),
    recordedUntil: recordedUntil([...(await listLineTimesAround(database, now.wall)), ...claimed], now.wall),
  };
}
