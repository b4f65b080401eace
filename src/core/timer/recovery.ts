import { elapsedMs, unwatchedMs } from './elapsed';
import type { OpenAbsence } from './timer-intervals';
import type { AbsenceCause, ClockReading } from './timer-log';

/** How often a running timer notes that it still runs. */
export const HEARTBEAT_INTERVAL_MS = 500;

/** Longer than this without a heartbeat is a gap. */
export const HEARTBEAT_GAP_MS = 5_000;

/** From this long ago on, a timer does not run on by itself after a restart. */
export const RUN_ON_LIMIT_MS = 10 * 60_000;

/**
 * Whether a running timer was unwatched between two heartbeats of a running app: more than five seconds by the
 * monotonic clock, or another boot. A wall clock that was set is no gap. Where the monotonic clock stands still during
 * sleep, sleep is no gap by itself either: whoever hears of the computer's sleep appends `gap-found`.
 */
export function isHeartbeatGap(previous: ClockReading, now: ClockReading): boolean {
  return previous.bootId !== now.bootId || elapsedMs(previous, now) > HEARTBEAT_GAP_MS;
}

/** What happens, when the app starts, to a timer that was running when it ended. */
export type RecoveryPlan =
  | { readonly kind: 'run-on' }
  /** Append `gap-found`: the timer runs on, with an unknown interval since the last heartbeat, or since an absence began. */
  | { readonly kind: 'run-on-with-gap'; readonly cause: AbsenceCause }
  /** Append `paused-after-gap`: the timer is paused as of the last heartbeat, with an unknown interval until now. */
  | { readonly kind: 'pause-with-gap'; readonly cause: AbsenceCause };

/**
 * Decides by the time since the last heartbeat on disk, by the larger of both clocks: up to five seconds run on, less
 * than ten minutes on the same boot run on with a gap, else pause.
 *
 * `absence` is what the timer's log says when the app ended while its person was away. Such an absence lasts until now,
 * as one unknown interval, however short the app was gone: it ends with the gap. After a shut-down the timer never runs
 * on by itself.
 */
export function planRecovery({
  lastDurable,
  now,
  absence = null,
}: {
  lastDurable: ClockReading;
  now: ClockReading;
  absence?: OpenAbsence | null;
}): RecoveryPlan {
  const cause = absence?.cause ?? 'no-heartbeat';
  const isSameBoot = lastDurable.bootId === now.bootId && now.monotonicMs >= lastDurable.monotonicMs;
  if (!isSameBoot || cause === 'shutdown') return { kind: 'pause-with-gap', cause };
  const agoMs = unwatchedMs(lastDurable, now);
  if (agoMs <= HEARTBEAT_GAP_MS && absence === null) return { kind: 'run-on' };
  return { kind: agoMs < RUN_ON_LIMIT_MS ? 'run-on-with-gap' : 'pause-with-gap', cause };
}
