import type { TicketId } from '../ids';
import { addMs, type Instant, instantFromEpochMs } from '../time/instant';
import { endOf, type Interval } from '../time/interval';
import type { AbsenceCause, ClockReading, UnknownDecision } from './timer-log';

/** What a person said about a stretch that nobody watched. */
export interface Answer {
  readonly decision: UnknownDecision;
  readonly decidedAt: ClockReading;
  readonly givenToTicketId: TicketId | null;
}

/** Somebody was at work, or said so at the start. */
export interface WatchedStretch extends Interval {
  readonly kind: 'watched';
}

export interface UnwatchedStretch extends Interval {
  readonly kind: 'unwatched';
  readonly cause: AbsenceCause;
  /** A person parted it from what lies before it: it is a question of its own. */
  readonly isSplitOff: boolean;
  /** null while nobody has decided. */
  readonly answer: Answer | null;
}

/** One piece of a timer's time. */
export type Stretch = WatchedStretch | UnwatchedStretch;

/**
 * Where a stretch begins that is said to begin at `wall`: there, but never before the end of the stretch before it. So a
 * clock that was set back makes no overlap.
 */
export function placeAfter(stretches: readonly Stretch[], wall: Instant): Instant {
  const last = stretches.at(-1);
  return last ? instantFromEpochMs(Math.max(wall, endOf(last))) : wall;
}

/** Appends work that began at `wall` and lasted so long; none of no length. */
export function addWatched(stretches: readonly Stretch[], wall: Instant, durationMs: number): readonly Stretch[] {
  if (durationMs <= 0) return stretches;
  return [...stretches, { kind: 'watched', startedAt: placeAfter(stretches, wall), durationMs }];
}

/** Appends a stretch nobody has decided about yet, that began at `wall` and lasted so long; none of no length. */
export function addUnwatched(
  stretches: readonly Stretch[],
  wall: Instant,
  durationMs: number,
  cause: AbsenceCause,
): readonly Stretch[] {
  if (durationMs <= 0) return stretches;
  const startedAt = placeAfter(stretches, wall);
  return [...stretches, { kind: 'unwatched', startedAt, durationMs, cause, isSplitOff: false, answer: null }];
}

function changeUnwatched(
  stretches: readonly Stretch[],
  startedAt: Instant,
  change: (stretch: UnwatchedStretch) => readonly Stretch[],
): readonly Stretch[] {
  return stretches.flatMap((stretch) =>
    stretch.kind === 'unwatched' && stretch.startedAt === startedAt ? change(stretch) : [stretch],
  );
}

/** Answers the question that begins there. The first answer stands until it is taken back. */
export function answerStretch(stretches: readonly Stretch[], startedAt: Instant, answer: Answer): readonly Stretch[] {
  return changeUnwatched(stretches, startedAt, (stretch) => [
    stretch.answer === null ? { ...stretch, answer } : stretch,
  ]);
}

/** Takes the answer back, if the stretch that begins there has one. */
export function reopenStretch(stretches: readonly Stretch[], startedAt: Instant): readonly Stretch[] {
  return changeUnwatched(stretches, startedAt, (stretch) => [{ ...stretch, answer: null }]);
}

/** Makes two questions of the one that begins there, the second `afterMs` later. An answered one, or a cut outside of it, stays whole. */
export function splitStretch(stretches: readonly Stretch[], startedAt: Instant, afterMs: number): readonly Stretch[] {
  return changeUnwatched(stretches, startedAt, (stretch) => {
    if (stretch.answer !== null || afterMs >= stretch.durationMs) return [stretch];
    if (afterMs === 0) return [{ ...stretch, isSplitOff: true }];
    return [
      { ...stretch, durationMs: afterMs },
      { ...stretch, startedAt: addMs(startedAt, afterMs), durationMs: stretch.durationMs - afterMs, isSplitOff: true },
    ];
  });
}
