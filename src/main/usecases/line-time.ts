import { fail, type Outcome, succeed } from '@core/outcome';
import type { Interval } from '@core/time/interval';
import { joinIntervals, subtractIntervals, totalMs } from '@core/time/interval-sets';
import { intervalOfDate } from '@core/time/stockholm-days';
import type { LineContent } from '@core/timesheet/line-content';
import type { LineFailure } from './own-line';

/** When the work was done, or how long it took. */
export type LineTime =
  | { readonly kind: 'intervals'; readonly intervals: readonly Interval[] }
  | { readonly kind: 'duration'; readonly workedSeconds: number };

/** The times of a line as they were given, on their date. `time-invalid`: nothing, or time outside of that date. */
export function readLineTime(
  date: string,
  time: LineTime,
): Outcome<Pick<LineContent, 'date' | 'intervals' | 'workedSeconds'>, LineFailure> {
  if (time.kind === 'duration') return succeed({ date, intervals: [], workedSeconds: time.workedSeconds });
  const intervals = joinIntervals(time.intervals);
  const workedSeconds = Math.round(totalMs(intervals) / 1000);
  const isWithinDate = subtractIntervals(intervals, [intervalOfDate(date)]).length === 0;
  return isWithinDate && workedSeconds > 0
    ? succeed({ date, intervals, workedSeconds })
    : fail({ kind: 'time-invalid' });
}
