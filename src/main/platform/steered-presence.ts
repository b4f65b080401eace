import { elapsedMs } from '@core/timer/elapsed';
import type { ClockReading } from '@core/timer/timer-log';
import type { Clock } from './clock';
import { createSignals, type PresenceSignal, type PresenceSource } from './presence-source';

/** Stands for the operating system where a test can steer it: a screen without a person has no input to be measured. */
export interface SteeredPresence extends PresenceSource {
  /** From now on the last input always was so long ago; 0 at first. */
  setIdleSeconds(seconds: number): void;
  lock(): void;
  unlock(): void;
  suspend(): void;
  wake(): void;
  /** The computer shuts down, or the person logs out. */
  shutDown(): void;
}

/**
 * While the computer is locked or asleep nobody touches it: the idle time then grows by itself. `quit` is how a shut-down
 * ends the app.
 */
export function createSteeredPresence(clock: Pick<Clock, 'read'>, quit: () => void): SteeredPresence {
  const { tell, onSignal } = createSignals();
  let idleMs = 0;
  let isLocked = false;
  let isAsleep = false;
  let untouchedSince: ClockReading | null = null;
  function become(signal: PresenceSignal): void {
    untouchedSince = isLocked || isAsleep ? (untouchedSince ?? clock.read()) : null;
    tell(signal);
  }
  return {
    idleMs: () => idleMs + (untouchedSince === null ? 0 : Math.max(0, elapsedMs(untouchedSince, clock.read()))),
    onSignal,
    setIdleSeconds: (seconds) => {
      idleMs = seconds * 1000;
    },
    lock: () => {
      isLocked = true;
      become('locked');
    },
    unlock: () => {
      isLocked = false;
      become('unlocked');
    },
    suspend: () => {
      isAsleep = true;
      become('suspended');
    },
    wake: () => {
      isAsleep = false;
      become('woke');
    },
    shutDown: () => {
      tell('shutting-down');
      quit();
    },
  };
}
