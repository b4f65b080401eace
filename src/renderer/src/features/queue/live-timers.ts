import type { QueueRow } from '@ipc/queue-views';
import type { TimersView } from '@ipc/timer-views';

/** What the queue shows of the timers: it changes once a minute, not at every beat. */
export interface LiveTimers {
  readonly runningTicketId: string | null;
  readonly runningCountedSeconds: number;
  readonly pausedTicketIds: readonly string[];
}

/** Picks what the queue shows out of the timers. */
export function selectLiveTimers({ running, paused }: TimersView): LiveTimers {
  return {
    runningTicketId: running?.ticketId ?? null,
    runningCountedSeconds: Math.floor((running?.meter.countedSeconds ?? 0) / 60) * 60,
    pausedTicketIds: paused.map(({ ticketId }) => ticketId),
  };
}

/** The row as it is right now: the timers know it before the list is read again. */
export function withLiveTimer(row: QueueRow, live: LiveTimers | undefined): QueueRow {
  if (live === undefined) return row;
  if (live.runningTicketId === row.id) {
    return { ...row, timer: 'running', countedSeconds: live.runningCountedSeconds };
  }
  return { ...row, timer: live.pausedTicketIds.includes(row.id) ? 'paused' : 'none' };
}
