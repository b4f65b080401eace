import type { TicketId } from '../ids';
import { addMs, type Instant } from '../time/instant';
import type { Interval } from '../time/interval';
import { boundEarlierStart } from './earlier-start';
import { elapsedMs, unwatchedMs } from './elapsed';
import type { ClockReading } from './timer-log';

const MINUTE_MS = 60_000;

/** So long somebody works on a ticket without a timer before being reminded of it. */
export const NUDGE_AFTER_MS = 5 * MINUTE_MS;

/** Work that was last noticed longer ago is not going on any more. */
export const NUDGE_GOING_ON_MS = 2 * MINUTE_MS;

/** For so long a dismissed nudge is not repeated on that ticket. */
export const NUDGE_DISMISSED_MS = 30 * MINUTE_MS;

/** Reading makes no sign: so long may lie between two activities of one piece of work. */
const ACTIVITY_PAUSE_MS = 5 * MINUTE_MS;

interface ActivityOnTicket {
  readonly ticketId: TicketId;
  readonly firstAt: ClockReading;
  readonly lastAt: ClockReading;
}

/** What was done on tickets lately, with or without a timer; kept in memory only. */
export interface TimerlessWork {
  /** The ticket worked on last comes last. */
  readonly activities: readonly ActivityOnTicket[];
  readonly dismissed: readonly { readonly ticketId: TicketId; readonly at: ClockReading }[];
}

export const noTimerlessWork: TimerlessWork = { activities: [], dismissed: [] };

/** A ticket was opened, typed in or captured for. */
export function noteActivity(work: TimerlessWork, ticketId: TicketId, at: ClockReading): TimerlessWork {
  const before = work.activities.find((activity) => activity.ticketId === ticketId);
  const isSameWork = before !== undefined && unwatchedMs(before.lastAt, at) <= ACTIVITY_PAUSE_MS;
  return {
    ...work,
    activities: [
      ...work.activities.filter((activity) => activity.ticketId !== ticketId),
      { ticketId, firstAt: isSameWork ? before.firstAt : at, lastAt: at },
    ],
  };
}

/** The person does not want a timer on that ticket now. */
export function dismissNudge(work: TimerlessWork, ticketId: TicketId, at: ClockReading): TimerlessWork {
  return { ...work, dismissed: [...work.dismissed.filter((other) => other.ticketId !== ticketId), { ticketId, at }] };
}

/** An offer to start a timer on a ticket as of the first activity on it. */
export interface Nudge {
  readonly ticketId: TicketId;
  readonly from: Instant;
  readonly earlierMs: number;
}

/**
 * The offer to make while no timer runs, or null: for the ticket worked on last, if that went on for more than five
 * minutes and still does. It begins with the first activity, or with the end of earlier recorded work (`recorded`), so that
 * what a timer recorded meanwhile is not offered again.
 */
export function findNudge(
  { activities, dismissed }: TimerlessWork,
  { now, recorded }: { now: ClockReading; recorded: readonly Interval[] },
): Nudge | null {
  const activity = activities.at(-1);
  if (!activity || unwatchedMs(activity.lastAt, now) >= NUDGE_GOING_ON_MS) return null;
  const { ticketId, firstAt } = activity;
  const dismissal = dismissed.find((other) => other.ticketId === ticketId);
  if (dismissal && unwatchedMs(dismissal.at, now) < NUDGE_DISMISSED_MS) return null;
  const earlierMs = boundEarlierStart({ askedMs: elapsedMs(firstAt, now), now: now.wall, recorded });
  return earlierMs > NUDGE_AFTER_MS ? { ticketId, from: addMs(now.wall, -earlierMs), earlierMs } : null;
}
