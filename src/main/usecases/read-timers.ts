import { computeTimerIntervals, workedMs } from '@core/timer/timer-intervals';
import type { ClockReading } from '@core/timer/timer-log';
import type { WorkbenchDatabase } from '../db/open';
import { readCustomer } from '../db/queries/customers';
import { readTicket } from '../db/queries/tickets';
import { listOpenTimers, listStoppedTimersWithOpenGaps, readTimerEvents, type TimerRow } from '../db/queries/timers';
import { readMeter } from './ticket-figures';

async function toTimerView(database: WorkbenchDatabase, timer: TimerRow, now: ClockReading) {
  const ticket = await readTicket(database, timer.ticketId);
  if (!ticket) throw new Error(`Timer ${timer.id} belongs to no ticket`);
  const customer = ticket.customerId === null ? undefined : await readCustomer(database, ticket.customerId);
  const intervals = computeTimerIntervals(await readTimerEvents(database, timer.id), now);
  return {
    id: timer.id,
    state: timer.state,
    ticketId: ticket.id,
    ticketNumber: ticket.number,
    ticketTitle: ticket.title,
    customerName: customer?.name ?? null,
    kindOfWork: timer.kindOfWork,
    workedSeconds: Math.floor(workedMs(intervals) / 1000),
    unknownIntervals: intervals.unknown.map(({ startedAt, durationMs }) => ({
      from: startedAt,
      durationSeconds: Math.round(durationMs / 1000),
    })),
    meter: await readMeter(database, ticket, now),
  };
}

/** The running timer, the paused ones, and stopped ones that still ask about an unknown interval. */
export async function readTimers(database: WorkbenchDatabase, now: ClockReading) {
  const open = [];
  for (const timer of await listOpenTimers(database)) open.push(await toTimerView(database, timer, now));
  const stopped = [];
  for (const timer of await listStoppedTimersWithOpenGaps(database))
    stopped.push(await toTimerView(database, timer, now));
  return {
    running: open.find(({ state }) => state === 'running') ?? null,
    paused: open.filter(({ state }) => state === 'paused'),
    unanswered: stopped.filter(({ unknownIntervals }) => unknownIntervals.length > 0),
  };
}
