import { addMs } from '../time/instant';
import type { ClockReading } from './timer-log';

/**
 * Milliseconds of waking time from one reading to a later one. The monotonic clock decides where it can: on one boot,
 * unless it went backwards (then the boot's name was not to be trusted). Else the wall clock. Negative when the readings
 * are in the wrong order by the clock that decides.
 */
export function elapsedMs(from: ClockReading, to: ClockReading): number {
  const monotonicMs = to.monotonicMs - from.monotonicMs;
  return from.bootId === to.bootId && monotonicMs >= 0 ? Math.round(monotonicMs) : to.wall - from.wall;
}

/**
 * Milliseconds that nobody watched: the longer of what the wall clock and the monotonic clock say, never negative. The
 * monotonic clock can stand still during sleep, and a question to a person is better too large than too small.
 */
export function unwatchedMs(from: ClockReading, to: ClockReading): number {
  return Math.max(0, to.wall - from.wall, elapsedMs(from, to));
}

/**
 * The later of two readings. Readings of different boots cannot be compared, because anybody can have set the wall
 * clock in between: there the second stands.
 */
export function laterReading(first: ClockReading, second: ClockReading): ClockReading {
  return first.bootId === second.bootId && elapsedMs(first, second) < 0 ? first : second;
}

/** The earlier of two readings of one boot, by the clock that decides. */
export function earlierReading(first: ClockReading, second: ClockReading): ClockReading {
  return elapsedMs(first, second) < 0 ? second : first;
}

/** The reading that was due so many milliseconds before another one, had nobody set the clock in between. */
export function readingBefore(at: ClockReading, milliseconds: number): ClockReading {
  return { ...at, wall: addMs(at.wall, -Math.round(milliseconds)), monotonicMs: at.monotonicMs - milliseconds };
}
