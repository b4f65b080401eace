import type { TicketId, TimerId } from '@core/ids';
import { readingBefore } from '@core/timer/elapsed';
import { type ClockReading, type TimerEvent, timerEventSchema } from '@core/timer/timer-log';
import { type Selectable, sql } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { TimerTable } from '../tables/time-tables';

export type TimerRow = Selectable<TimerTable>;

/** Appends to a timer's log and keeps the timer's state in step with it. */
export async function appendTimerEvent(
  trx: WorkbenchDatabase,
  timerId: TimerId,
  event: TimerEvent,
  state: TimerRow['state'],
): Promise<void> {
  const { last } = await trx
    .selectFrom('timerEvent')
    .select((eb) => eb.fn.max('sequence').as('last'))
    .where('timerId', '=', timerId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('timerEvent')
    .values({ timerId, sequence: (last ?? 0) + 1, kind: event.kind, event: JSON.stringify(event) })
    .execute();
  await trx.updateTable('timer').set({ state }).where('id', '=', timerId).execute();
}

/** A new timer; its log is still empty. */
export async function insertTimer(trx: WorkbenchDatabase, timer: TimerRow): Promise<void> {
  await trx.insertInto('timer').values(timer).execute();
}

/** A timer, or undefined. */
export async function readTimer(trx: WorkbenchDatabase, id: TimerId): Promise<TimerRow | undefined> {
  return trx.selectFrom('timer').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The log of a timer, oldest first. */
export async function readTimerEvents(trx: WorkbenchDatabase, timerId: TimerId): Promise<TimerEvent[]> {
  const rows = await trx
    .selectFrom('timerEvent')
    .select('event')
    .where('timerId', '=', timerId)
    .orderBy('sequence')
    .execute();
  return rows.map(({ event }) => timerEventSchema.parse(JSON.parse(event)));
}

/** The timer that runs, if one does. */
export async function readRunningTimer(trx: WorkbenchDatabase): Promise<TimerRow | undefined> {
  return trx.selectFrom('timer').selectAll().where('state', '=', 'running').executeTakeFirst();
}

/** Timers that run or are paused, oldest first. */
export async function listOpenTimers(trx: WorkbenchDatabase): Promise<TimerRow[]> {
  return trx.selectFrom('timer').selectAll().where('state', '!=', 'stopped').orderBy('id').execute();
}

/** The open timer of a ticket, if it has one. */
export async function readOpenTimerOfTicket(trx: WorkbenchDatabase, ticketId: TicketId): Promise<TimerRow | undefined> {
  return trx
    .selectFrom('timer')
    .selectAll()
    .where('ticketId', '=', ticketId)
    .where('state', '!=', 'stopped')
    .executeTakeFirst();
}

/**
 * Stopped timers in whose log more questions arose than were answered: the candidates for one that is still open. Read
 * twice a second while a timer runs, so those that were answered once must not come along for ever. A gap that was found
 * during an absence ends that and is no question of its own.
 */
export async function listStoppedTimersWithOpenGaps(trx: WorkbenchDatabase): Promise<TimerRow[]> {
  const { rows } = await sql<TimerRow>`
    SELECT timer.* FROM timer
    JOIN timer_event ON timer_event.timer_id = timer.id
    WHERE timer.state = 'stopped' AND timer_event.kind IN
      ('gap-found', 'paused-after-gap', 'away-began', 'unknown-split', 'unknown-reopened', 'unknown-decided')
    GROUP BY timer.id
    HAVING sum(CASE
      WHEN timer_event.kind = 'unknown-decided' THEN -1
      WHEN timer_event.kind = 'unknown-split' THEN json_extract(timer_event.event, '$.afterMs') > 0
      WHEN timer_event.kind IN ('gap-found', 'paused-after-gap') THEN (
        SELECT earlier.kind FROM timer_event AS earlier
        WHERE earlier.timer_id = timer_event.timer_id AND earlier.sequence < timer_event.sequence
          AND (earlier.kind LIKE 'away-%' OR earlier.kind IN ('paused', 'gap-found', 'paused-after-gap'))
        ORDER BY earlier.sequence DESC LIMIT 1
      ) IS NOT 'away-began'
      ELSE 1
    END) > 0
    ORDER BY timer.id`.execute(trx);
  return rows;
}

/**
 * Overwrites the one record that says how far the running timer is known to have run, and how long nobody had touched the
 * computer by then.
 */
export async function writeHeartbeat(
  trx: WorkbenchDatabase,
  timerId: TimerId,
  at: ClockReading,
  idleMs = 0,
): Promise<void> {
  await trx
    .insertInto('heartbeat')
    .values({ timerId, ...at, idleMs })
    .onConflict((conflict) => conflict.column('timerId').doUpdateSet({ ...at, idleMs }))
    .execute();
}

/** The last heartbeat of a timer, if it ever ran. */
export async function readHeartbeat(trx: WorkbenchDatabase, timerId: TimerId): Promise<ClockReading | undefined> {
  return trx
    .selectFrom('heartbeat')
    .select(['wall', 'monotonicMs', 'bootId'])
    .where('timerId', '=', timerId)
    .executeTakeFirst();
}

/** The last input before a timer's last heartbeat, as the system measured it; undefined if it never ran. */
export async function readLastInput(trx: WorkbenchDatabase, timerId: TimerId): Promise<ClockReading | undefined> {
  const row = await trx.selectFrom('heartbeat').selectAll().where('timerId', '=', timerId).executeTakeFirst();
  if (!row) return undefined;
  const { wall, monotonicMs, bootId, idleMs } = row;
  return readingBefore({ wall, monotonicMs, bootId }, idleMs);
}
