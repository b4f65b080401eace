import { addMs } from '@core/time/instant';
import type { ClockReading } from '@core/timer/timer-log';
import type { Clock } from './clock';

/** A clock that tests and the tour can move. It runs with the computer's own clocks, plus what it was moved by. */
export interface SteeredClock extends Clock {
  /**
   * Lets time pass at once: beats are heard at each step, so that it is work that passes and no gap. `stepMs` below the
   * heartbeat gap.
   */
  advance(milliseconds: number, stepMs: number): Promise<void>;
  /** Lets the clock stand still: from now on only the time passes that is let pass. */
  hold(): void;
  /** Lets it run on from where it stands. */
  release(): void;
  /** Sets the wall clock without time passing, as a person or a time server does. */
  setWallBy(milliseconds: number): void;
}

/** Wraps a clock that then begins so far ahead. The beats of the wrapped clock go on. */
export function createSteeredClock(base: Clock, aheadMs = 0): SteeredClock {
  let passedMs = aheadMs;
  let wallSetByMs = 0;
  // While time is let pass, the computer's own clocks do not count: what passes is what was asked for, however long the
  // beats take.
  let heldBase: ClockReading | null = null;
  const listeners = new Set<() => Promise<void>>();
  const hold = () => {
    heldBase ??= base.read();
  };
  const release = () => {
    if (heldBase === null) return;
    passedMs -= base.read().monotonicMs - heldBase.monotonicMs;
    heldBase = null;
  };
  return {
    hold,
    release,
    read: () => {
      const reading = heldBase ?? base.read();
      return {
        ...reading,
        wall: addMs(reading.wall, passedMs + wallSetByMs),
        monotonicMs: reading.monotonicMs + passedMs,
      };
    },
    onBeat: (listener) => {
      listeners.add(listener);
      const end = base.onBeat(listener);
      return () => {
        listeners.delete(listener);
        end();
      };
    },
    advance: async (milliseconds, stepMs) => {
      const wasHeld = heldBase !== null;
      hold();
      const until = passedMs + milliseconds;
      while (passedMs < until) {
        passedMs = Math.min(until, passedMs + stepMs);
        // A beat writes to the file; it is done before time goes on.
        await Promise.all([...listeners].map((listener) => listener()));
      }
      if (!wasHeld) release();
    },
    setWallBy: (milliseconds) => {
      wallSetByMs += milliseconds;
    },
  };
}
