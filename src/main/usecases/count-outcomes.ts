import type { PlannedRow } from '@core/imports/planned-row';

/** How many rows there are of each outcome. */
export type OutcomeCounts = Readonly<Record<PlannedRow<unknown>['outcome']['kind'], number>>;

/** Counts the rows of a table by what importing them would do. */
export function countOutcomes(planned: readonly PlannedRow<unknown>[]): OutcomeCounts {
  const counts = { new: 0, changed: 0, same: 0, 'passed-over': 0, unreadable: 0 };
  for (const { outcome } of planned) counts[outcome.kind] += 1;
  return counts;
}
