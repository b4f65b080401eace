import type { Interval } from '@core/time/interval';
import type { LineView, TimesheetDayView } from '@ipc/timesheet-views';

/** One row of a day's table. */
export type RowEntry =
  | { readonly kind: 'line'; readonly line: LineView }
  | { readonly kind: 'gap'; readonly gap: Interval };

/** The lines of a day with its gaps where they are in time. Lines without a clock time stay last. */
export function rowsOf({ lines, gaps }: TimesheetDayView): readonly RowEntry[] {
  const rows: RowEntry[] = [];
  let next = 0;
  const addGapsBefore = (at: number) => {
    for (let gap = gaps[next]; gap !== undefined && gap.startedAt < at; gap = gaps[next]) {
      rows.push({ kind: 'gap', gap });
      next += 1;
    }
  };
  for (const line of lines) {
    addGapsBefore(line.intervals[0]?.startedAt ?? Number.POSITIVE_INFINITY);
    rows.push({ kind: 'line', line });
  }
  addGapsBefore(Number.POSITIVE_INFINITY);
  return rows;
}
