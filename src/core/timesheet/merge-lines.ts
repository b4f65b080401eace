import type { TimesheetLineId } from '../ids';
import { fail, type Outcome, succeed } from '../outcome';
import { intersectIntervals, joinIntervals } from '../time/interval-sets';
import { type LineChange, removeLine } from './change-set';
import { isSameTarget, type Line, type LineContent, LONGEST_DESCRIPTION } from './line-content';

export type MergeFailure = {
  readonly kind: /** Fewer than two lines. */
    | 'nothing-to-merge'
    | 'different-targets'
    | 'different-days'
    /** Kind of work, verdict or overtime are not decided in the same way, so the charge would change. */
    | 'different-decisions'
    /** Some have times of the clock and others only a length: the times would be lost. */
    | 'different-times'
    /** They share time that would be counted twice. */
    | 'lines-overlap'
    | 'description-too-long';
};

/**
 * Makes one line of several on one date, with all their time. `keptId` names the one that stays, by default the first in
 * time. Descriptions that differ are put one behind the other. Merging the parts of a split gives the line that was.
 */
export function mergeLines(
  lines: readonly Line[],
  keptId: TimesheetLineId | null = null,
): Outcome<LineChange[], MergeFailure> {
  const inOrder = lines.toSorted((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
  const [first, ...others] = inOrder;
  if (first === undefined || others.length === 0) return fail({ kind: 'nothing-to-merge' });
  const obstacle = others.map(({ content }) => obstacleBetween(first.content, content)).find((found) => found !== null);
  if (obstacle) return fail({ kind: obstacle });
  const contents = inOrder.map(({ content }) => content);
  if (hasSharedTime(contents)) return fail({ kind: 'lines-overlap' });
  const description = [...new Set(contents.map((content) => content.description))]
    .filter((text) => text !== '')
    .join('; ');
  if (description.length > LONGEST_DESCRIPTION) return fail({ kind: 'description-too-long' });

  const kept = inOrder.find(({ id }) => id === keptId) ?? first;
  const after: LineContent = {
    ...first.content,
    intervals: joinIntervals(contents.flatMap(({ intervals }) => intervals)),
    workedSeconds: contents.reduce((sum, { workedSeconds }) => sum + workedSeconds, 0),
    description,
  };
  return succeed([
    { lineId: kept.id, before: kept.content, after },
    ...inOrder.filter(({ id }) => id !== kept.id).map(removeLine),
  ]);
}

/** Lines without times are in the order in which they were written, which their ids tell. */
function startOf({ content }: Line): number {
  return content.intervals[0]?.startedAt ?? 0;
}

function obstacleBetween(some: LineContent, other: LineContent): MergeFailure['kind'] | null {
  if (!isSameTarget(some.target, other.target)) return 'different-targets';
  if (some.date !== other.date) return 'different-days';
  const isDecidedAlike =
    some.kindOfWork === other.kindOfWork &&
    some.overtimeDecision === other.overtimeDecision &&
    some.override?.verdict === other.override?.verdict &&
    some.override?.reason === other.override?.reason;
  if (!isDecidedAlike) return 'different-decisions';
  return (some.intervals.length === 0) === (other.intervals.length === 0) ? null : 'different-times';
}

function hasSharedTime(contents: readonly LineContent[]): boolean {
  return contents.some(({ intervals }, index) =>
    contents.slice(index + 1).some((other) => intersectIntervals(intervals, other.intervals).length > 0),
  );
}
