import { addMs } from '../time/instant';
import { endOf, type Interval } from '../time/interval';
import { closingTimeAfter, type WorkingCalendar } from '../time/working-hours';
import { ABSENCE_TOUCH_MS, mergeAbsences } from './absences';
import { earlierReading, readingBefore, unwatchedMs } from './elapsed';
import { computeTimerIntervals, type TimerIntervals } from './timer-intervals';
import type { ClockReading, TimerEvent } from './timer-log';

const HOUR_MS = 60 * 60_000;

/** So long after the end of service hours a timer of that day may still run unasked. */
export const OVERRUN_GRACE_MS = HOUR_MS;

/** So much work without a pause is asked about on any day, at any hour. */
export const LONG_WORK_MS = 10 * HOUR_MS;

/** For so long a confirmed timer is not asked about again. */
export const OVERRUN_CONFIRMED_MS = 2 * HOUR_MS;

/** After so long an absence whoever has only just come back is asked about the time before it. */
const LONG_ABSENCE_MS = HOUR_MS;
const JUST_BACK_MS = 10 * 60_000;

/** A timer that has probably been forgotten. */
export interface Overrun {
  readonly reason: 'after-hours' | 'too-long';
  /** The last moment of activity: where the timer ends if the person agrees. */
  readonly proposedEnd: ClockReading;
}

function sumMs(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

function findReason(
  events: readonly TimerEvent[],
  intervals: TimerIntervals,
  now: ClockReading,
  calendar: WorkingCalendar,
): Overrun['reason'] | null {
  const begun = events.findLast((event) => event.kind === 'started' || event.kind === 'resumed');
  const confirmed = events.findLast((event) => event.kind === 'overrun-confirmed');
  if (!begun) return null;
  if (confirmed && unwatchedMs(confirmed.at, now) < OVERRUN_CONFIRMED_MS) return null;
  const closesAt = closingTimeAfter(begun.at.wall, calendar);
  if (closesAt !== null && now.wall >= addMs(closesAt, OVERRUN_GRACE_MS)) return 'after-hours';
  const workedSince = intervals.worked.filter(
    ({ startedAt }) => startedAt >= addMs(begun.at.wall, -(begun.earlierMs ?? 0)),
  );
  return sumMs(workedSince) > LONG_WORK_MS ? 'too-long' : null;
}

function lastTimeThere(intervals: TimerIntervals, lastActivity: ClockReading, now: ClockReading): ClockReading {
  const absence = mergeAbsences(intervals.unknown).at(-1);
  if (!absence) return earlierReading(lastActivity, now);
  const workedSince = intervals.worked.filter((interval) => endOf(interval) > absence.until);
  const isJustBack = absence.durationMs >= LONG_ABSENCE_MS && sumMs(workedSince) < JUST_BACK_MS;
  return absence.isOngoing || isJustBack
    ? readingBefore(now, now.wall - absence.from)
    : earlierReading(lastActivity, now);
}

/** Work that is over is not taken back by ending the timer: nothing before its end can be proposed. */
function proposeEnd(
  events: readonly TimerEvent[],
  intervals: TimerIntervals,
  lastActivity: ClockReading,
  now: ClockReading,
): ClockReading {
  const proposed = lastTimeThere(intervals, lastActivity, now);
  const finished = computeTimerIntervals(events, null).worked.at(-1);
  if (!finished || endOf(finished) <= proposed.wall + ABSENCE_TOUCH_MS) return proposed;
  return readingBefore(now, now.wall - endOf(finished));
}

/**
 * Whether a running timer is to be asked about: it was started or resumed during service hours and these ended more than
 * an hour ago, or it has counted more than ten hours of work since then. A confirmation holds for two hours.
 *
 * `lastActivity` is the last input the system or the app knows of. Where the person is away, or has only just come back
 * after an hour or more, the proposed end is the beginning of that absence: in the morning, the evening before. It is
 * never before the end of work that is over.
 */
export function findOverrun({
  events,
  lastActivity,
  now,
  calendar,
}: {
  events: readonly TimerEvent[];
  lastActivity: ClockReading;
  now: ClockReading;
  calendar: WorkingCalendar;
}): Overrun | null {
  const intervals = computeTimerIntervals(events, now);
  if (intervals.state !== 'running') return null;
  const reason = findReason(events, intervals, now, calendar);
  return reason && { reason, proposedEnd: proposeEnd(events, intervals, lastActivity, now) };
}

/**
 * The events by which a person agrees that the timer ended at the last activity: it is paused, and what lies after that
 * moment is no work.
 */
export function planOverrunEnd(
  events: readonly TimerEvent[],
  { proposedEnd }: Overrun,
  now: ClockReading,
): TimerEvent[] {
  const gap: TimerEvent = { kind: 'paused-after-gap', from: proposedEnd, at: now, cause: 'overrun' };
  const before = computeTimerIntervals(events, null).unknown.map(({ startedAt }) => startedAt);
  const after = computeTimerIntervals([...events, gap], null).unknown;
  const isNew = ({ startedAt }: Interval) => !before.includes(startedAt);
  return [
    // Where nothing lies after the last activity the pause leaves no gap to be answered.
    after.some(isNew) ? gap : { kind: 'paused', at: now },
    ...after
      .filter((interval) => interval.startedAt >= proposedEnd.wall || isNew(interval))
      .map(
        ({ startedAt }): TimerEvent => ({
          kind: 'unknown-decided',
          at: now,
          unknownFrom: startedAt,
          decision: 'discard',
        }),
      ),
  ];
}
