import type { Line, LineTarget } from '@core/timesheet/line-content';
import { type MergeFailure, mergeLines } from '@core/timesheet/merge-lines';
import { type SplitPoint, splitLine } from '@core/timesheet/split-line';
import type { LineView } from '@ipc/timesheet-views';

/** What a line is about. A line always has a ticket or an activity. */
export function targetOf({ ticketId, activity }: Pick<LineView, 'ticketId' | 'activity'>): LineTarget {
  return ticketId === null ? { kind: 'activity', activity: activity ?? 'internal' } : { kind: 'ticket', ticketId };
}

/** A line as the rules know it, to ask them beforehand what the main process would answer. */
export function toCoreLine(view: LineView): Line {
  return {
    id: view.id,
    content: {
      target: targetOf(view),
      date: view.date,
      intervals: view.intervals,
      workedSeconds: view.workedSeconds,
      description: view.description,
      kindOfWork: view.kindOfWork,
      override: view.override === null ? null : { ...view.override, verdict: view.verdict },
      overtimeDecision: view.overtimeDecision,
    },
  };
}

/** Why these lines cannot become one; null when they can. */
export function mergeObstacle(lines: readonly LineView[]): MergeFailure['kind'] | null {
  const merged = mergeLines(lines.map(toCoreLine));
  return merged.ok ? null : merged.failure.kind;
}

/** The two parts a split would give, or null where the point does not lie inside the line. */
export function previewSplit(line: LineView, point: SplitPoint) {
  // Nothing is written here, so the second part needs no id of its own.
  const split = splitLine(toCoreLine(line), point, line.id);
  if (!split.ok) return null;
  const [first, second] = split.value;
  return first?.after && second?.after ? { first: first.after, second: second.after } : null;
}
