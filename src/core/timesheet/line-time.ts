import { fail, type Outcome, succeed } from '../outcome';
import { addMs } from '../time/instant';
import type { Interval } from '../time/interval';
import { joinIntervals, totalMs } from '../time/interval-sets';
import { daysBetween, intervalOfClockRange, moveByDays } from '../time/stockholm-days';
import type { WorkTime } from '../time/work-time-text';
import type { LineContent } from './line-content';

const MS_PER_SECOND = 1000;

/** The first so many milliseconds of work, and the rest. */
export function divideIntervals(
  intervals: readonly Interval[],
  afterMs: number,
): { readonly first: readonly Interval[]; readonly rest: readonly Interval[] } {
  const first: Interval[] = [];
  const rest: Interval[] = [];
  let leftMs = Math.max(0, afterMs);
  for (const { startedAt, durationMs } of intervals) {
    const firstMs = Math.min(leftMs, durationMs);
    leftMs -= firstMs;
    if (firstMs > 0) first.push({ startedAt, durationMs: firstMs });
    if (firstMs < durationMs) rest.push({ startedAt: addMs(startedAt, firstMs), durationMs: durationMs - firstMs });
  }
  return { first, rest };
}

/**
 * The line with other times of work. Its seconds change by as much as its intervals do, so that a second that rounding
 * gave it or took from it stays as it is.
 */
export function withIntervals(content: LineContent, intervals: readonly Interval[]): LineContent {
  const joined = joinIntervals(intervals);
  const grownMs = totalMs(joined) - totalMs(content.intervals);
  return {
    ...content,
    intervals: joined,
    workedSeconds: content.workedSeconds + Math.round(grownMs / MS_PER_SECOND),
  };
}

/** The line with a work time as it was typed, on a date. A typed duration has no times of the clock any more. */
export function withTypedTime(
  content: LineContent,
  date: string,
  time: WorkTime,
): Outcome<LineContent, { kind: 'time-skipped' }> {
  if (time.kind === 'duration') return succeed({ ...content, date, intervals: [], workedSeconds: time.seconds });
  const interval = intervalOfClockRange(date, time);
  if (!interval.ok) return fail(interval.failure);
  const workedSeconds = Math.round(interval.value.durationMs / MS_PER_SECOND);
  return succeed({ ...content, date, intervals: [interval.value], workedSeconds });
}

/**
 * The line on another date, at the same times of Stockholm's clock. Where clocks are changed that can be more or less
 * work; if nothing is left of it, only its length goes along.
 */
export function onDate(content: LineContent, date: string): LineContent {
  const days = daysBetween(content.date, date);
  const moved = content.intervals.flatMap((interval) => moveByDays(interval, days) ?? []);
  return { ...(moved.length === 0 ? { ...content, intervals: [] } : withIntervals(content, moved)), date };
}

/**
 * The line with a length that was decided elsewhere, on the portal. A shorter one is taken from the end of its times of
 * work; a longer one has none, because nobody knows when the rest was worked.
 */
export function withLength(content: LineContent, workedSeconds: number): LineContent {
  const lessMs = (content.workedSeconds - workedSeconds) * MS_PER_SECOND;
  const { first } = divideIntervals(content.intervals, totalMs(content.intervals) - lessMs);
  return { ...content, intervals: lessMs < 0 ? [] : [...first], workedSeconds };
}
