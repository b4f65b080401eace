import type { Presence } from './presence';
import { isHeartbeatGap } from './recovery';
import { openAbsenceOf } from './timer-intervals';
import type { ClockReading, TimerEvent } from './timer-log';

function planGap(lastSign: ClockReading, at: ClockReading): TimerEvent[] {
  return isHeartbeatGap(lastSign, at) ? [{ kind: 'gap-found', from: lastSign, at, cause: 'no-heartbeat' }] : [];
}

/**
 * What a running timer's log has to say at a reading before anything else is written about it: that the person went
 * away or is back, and that the app gave no sign of life for too long. `lastHeartbeat` is the last one on disk. While the
 * person is away a missing heartbeat says nothing new: the absence goes on.
 */
export function planBeat({
  events,
  presence: { absence, backSince },
  lastHeartbeat,
  now,
}: {
  events: readonly TimerEvent[];
  presence: Pick<Presence, 'absence' | 'backSince'>;
  lastHeartbeat: ClockReading;
  now: ClockReading;
}): TimerEvent[] {
  const isAway = openAbsenceOf(events) !== null;
  if (absence) {
    const began: TimerEvent = { kind: 'away-began', at: now, from: absence.from, cause: absence.cause };
    return isAway ? [] : [...planGap(lastHeartbeat, absence.from), began];
  }
  if (!isAway) return planGap(lastHeartbeat, now);
  const back = backSince ?? now;
  return [{ kind: 'away-ended', at: back }, ...planGap(back, now)];
}
