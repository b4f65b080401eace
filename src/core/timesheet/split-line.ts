import type { TimesheetLineId } from '../ids';
import { fail, type Outcome, succeed } from '../outcome';
import type { Instant } from '../time/instant';
import { endOf, type Interval } from '../time/interval';
import { totalMs } from '../time/interval-sets';
import { stockholmDate } from '../time/stockholm';
import { addLine, type LineChange } from './change-set';
import type { Line, LineContent } from './line-content';
import { divideIntervals } from './line-time';

const MS_PER_SECOND = 1000;

export type SplitPoint =
  /** A time of the clock, for a line that has times. */
  | { readonly kind: 'instant'; readonly at: Instant }
  /** After so many whole seconds of work. */
  | { readonly kind: 'after-seconds'; readonly seconds: number };

export type SplitFailure =
  /** Only its length was typed, so no time of the clock lies in it. */
  | { readonly kind: 'no-clock-times' }
  /** One of the parts would be empty. */
  | { readonly kind: 'outside-line' };

/**
 * Makes two lines of one. The first part keeps the id, and with it what the portal has; both keep everything else. The
 * seconds of both add up to what they were, and the parts do not overlap.
 */
export function splitLine(line: Line, point: SplitPoint, newId: TimesheetLineId): Outcome<LineChange[], SplitFailure> {
  const { content } = line;
  const { intervals, workedSeconds } = content;
  if (point.kind === 'instant' && intervals.length === 0) return fail({ kind: 'no-clock-times' });
  const allMs = totalMs(intervals);
  const firstMs =
    point.kind === 'instant'
      ? msBefore(intervals, point.at)
      : // The seconds are rounded, so the last one can be a little longer than the intervals are.
        Math.min(point.seconds * MS_PER_SECOND, allMs - 1);
  const isEmptyPart = intervals.length > 0 && (firstMs <= 0 || firstMs >= allMs);
  const firstSeconds =
    point.kind === 'instant'
      ? Math.min(Math.max(Math.round(firstMs / MS_PER_SECOND), 1), workedSeconds - 1)
      : point.seconds;
  if (isEmptyPart || firstSeconds < 1 || firstSeconds >= workedSeconds) return fail({ kind: 'outside-line' });

  const { first, rest } = divideIntervals(intervals, firstMs);
  const firstPart: LineContent = { ...content, intervals: [...first], workedSeconds: firstSeconds };
  const secondPart: LineContent = {
    ...content,
    date: dateBehind(content.date, first[0], rest[0]),
    intervals: [...rest],
    workedSeconds: workedSeconds - firstSeconds,
  };
  return succeed([{ lineId: line.id, before: content, after: firstPart }, addLine(newId, secondPart)]);
}

function msBefore(intervals: readonly Interval[], at: Instant): number {
  return intervals.reduce((sum, interval) => sum + Math.max(0, Math.min(at, endOf(interval)) - interval.startedAt), 0);
}

/** A line that runs over midnight has one date; what lies behind midnight then has its own. */
function dateBehind(date: string, first: Interval | undefined, rest: Interval | undefined): string {
  if (first === undefined || rest === undefined) return date;
  const behind = stockholmDate(rest.startedAt);
  return behind === stockholmDate(first.startedAt) ? date : behind;
}
