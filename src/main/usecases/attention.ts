import type { TimerId } from '@core/ids';
import { noTimerlessWork, type TimerlessWork } from '@core/timer/nudge';
import { type Presence, presenceAtStart } from '@core/timer/presence';
import type { ClockReading } from '@core/timer/timer-log';

/** What is known of the person while the app runs. It is gone with the app: what has to last is in a timer's log. */
export interface Attention {
  presence: Presence;
  timerlessWork: TimerlessWork;
  /** When something was last done in the app itself; null before that. */
  lastActivityAt: ClockReading | null;
  /**
   * The long-running timer that is asked about, and the last activity when it first was: the answer is an input itself,
   * and must not move the end that was proposed.
   */
  askedOverrun: { readonly timerId: TimerId; readonly lastActivity: ClockReading } | null;
}

/** As it is when the app has just started. */
export function createAttention(): Attention {
  return {
    presence: presenceAtStart,
    timerlessWork: noTimerlessWork,
    lastActivityAt: null,
    askedOverrun: null,
  };
}
