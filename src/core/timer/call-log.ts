import { computeTimerIntervals, workedMs } from './timer-intervals';
import type { ClockReading, TimerEvent } from './timer-log';

/**
 * A shorter look at the form than this is no call: what ran before is as if nobody had looked.
 */
export const SHORTEST_CALL_MS = 60_000;

/** Whether the time of a call runs. */
export function isCallRunning(call: readonly TimerEvent[]): boolean {
  return computeTimerIntervals(call, null).state === 'running';
}

/** Milliseconds of a call by a reading. */
export function callMs(call: readonly TimerEvent[], now: ClockReading): number {
  return workedMs(computeTimerIntervals(call, now));
}

/** What its log says next where the time of a call is to run from a reading on: a call has the log of a timer. */
export function planCallRun(call: readonly TimerEvent[], at: ClockReading): TimerEvent[] {
  if (call.length === 0) return [{ kind: 'started', at }];
  return isCallRunning(call) ? [] : [{ kind: 'resumed', at }];
}

/** What its log says next where the time of a call is to stand still from a reading on. */
export function planCallPause(call: readonly TimerEvent[], at: ClockReading): TimerEvent[] {
  return isCallRunning(call) ? [{ kind: 'paused', at }] : [];
}

/**
 * Whether the time of a call can be put at the end of a ticket's timer: it has done nothing since the call began. Where it
 * has, the call needs a timer of its own, or the part before would be lost.
 */
export function followsTimer(call: readonly TimerEvent[], timer: readonly TimerEvent[]): boolean {
  const begun = call[0]?.at;
  const last = timer.findLast(({ kind }) => !kind.startsWith('unknown-'))?.at;
  if (begun === undefined || last === undefined) return true;
  return last.bootId === begun.bootId ? last.monotonicMs <= begun.monotonicMs : last.wall <= begun.wall;
}

/**
 * What is appended to a ticket's timer so that it has the time of a call: the call's own log, event by event, at the
 * readings at which they were. What ran before was paused at the call's first reading, so no moment is in both.
 */
export function planCallOnTimer(call: readonly TimerEvent[], timer: readonly TimerEvent[]): TimerEvent[] {
  const [first, ...rest] = call;
  if (first === undefined) return [];
  return first.kind === 'started' && timer.length > 0 ? [{ ...first, kind: 'resumed' }, ...rest] : [...call];
}
