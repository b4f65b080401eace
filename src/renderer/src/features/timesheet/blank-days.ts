import type { TimesheetDayView, TimesheetTotalsView } from '@ipc/timesheet-views';

const NO_TOTALS: TimesheetTotalsView = {
  workedSeconds: 0,
  chargedMinutes: 0,
  includedSeconds: 0,
  notChargedSeconds: 0,
  unapprovedSeconds: 0,
  notYetSentSeconds: 0,
};

/** The dates of a week before anything is known about them: the frame stands, and nothing jumps when the lines come. */
export function blankDays(week: readonly string[]): readonly TimesheetDayView[] {
  return week.map((date, index) => ({
    date,
    isWorkingDay: index < 5,
    lines: [],
    timers: [],
    gaps: [],
    overlaps: [],
    totals: NO_TOTALS,
  }));
}
