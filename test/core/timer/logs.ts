import type { TimerIntervals } from '@core/timer/timer-intervals';
import type { AbsenceCause, ClockReading, TimerEvent, UnknownDecision } from '@core/timer/timer-log';
import { reading, wallAt } from '../builders';

type When = number | ClockReading;

/** A reading as it is, or the one so many milliseconds after the start of the first boot. */
export function toReading(when: When): ClockReading {
  return typeof when === 'number' ? reading(when) : when;
}

export const started = (at: When, earlierMs?: number): TimerEvent => ({
  kind: 'started',
  at: toReading(at),
  ...(earlierMs === undefined ? {} : { earlierMs }),
});
export const resumed = (at: When, earlierMs?: number): TimerEvent => ({
  kind: 'resumed',
  at: toReading(at),
  ...(earlierMs === undefined ? {} : { earlierMs }),
});
export const paused = (at: When): TimerEvent => ({ kind: 'paused', at: toReading(at) });
export const stopped = (at: When): TimerEvent => ({ kind: 'stopped', at: toReading(at) });
export const gapFound = (from: When, at: When, cause: AbsenceCause = 'no-heartbeat'): TimerEvent => ({
  kind: 'gap-found',
  from: toReading(from),
  at: toReading(at),
  cause,
});
export const pausedAfterGap = (from: When, at: When, cause: AbsenceCause = 'no-heartbeat'): TimerEvent => ({
  kind: 'paused-after-gap',
  from: toReading(from),
  at: toReading(at),
  cause,
});
export const awayBegan = (from: When, cause: AbsenceCause = 'idle', at: When = from): TimerEvent => ({
  kind: 'away-began',
  at: toReading(at),
  from: toReading(from),
  cause,
});
export const awayEnded = (at: When): TimerEvent => ({ kind: 'away-ended', at: toReading(at) });
export const split = (unknownFrom: number, afterMs: number): TimerEvent => ({
  kind: 'unknown-split',
  at: reading(0),
  unknownFrom: wallAt(unknownFrom),
  afterMs,
});
export const decided = (unknownFrom: number, decision: UnknownDecision, at: When = 0): TimerEvent => ({
  kind: 'unknown-decided',
  at: toReading(at),
  unknownFrom: wallAt(unknownFrom),
  decision,
});
export const reopened = (unknownFrom: number): TimerEvent => ({
  kind: 'unknown-reopened',
  at: reading(0),
  unknownFrom: wallAt(unknownFrom),
});
export const confirmed = (at: When): TimerEvent => ({ kind: 'overrun-confirmed', at: toReading(at) });

/** Offsets instead of instants: [start, duration], both in milliseconds. */
export function offsets(intervals: TimerIntervals['worked']): number[][] {
  return intervals.map(({ startedAt, durationMs }) => [startedAt - wallAt(0), durationMs]);
}

/** Milliseconds of all intervals together. */
export function sumMs(intervals: TimerIntervals['worked']): number {
  return intervals.reduce((sum, { durationMs }) => sum + durationMs, 0);
}
