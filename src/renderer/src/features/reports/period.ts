import { type Period, type PeriodKind, periodOf } from '@core/reports/report-period';
import type { RequestInput } from '@ipc/contract';

/** A stretch of time as it was chosen: by name, or by its dates. */
export type ChosenPeriod = { readonly kind: PeriodKind } | { readonly kind: 'custom'; readonly dates: Period };

/** Whose work is shown. */
export type Scope = RequestInput<'report:hours'>['scope'];

/** The dates of a chosen period as seen from today. */
export function datesOf(period: ChosenPeriod, today: string): Period {
  return period.kind === 'custom' ? period.dates : periodOf(period.kind, today);
}
