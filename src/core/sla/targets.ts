import { type WorkingCalendar, workingMinutesPerDay } from '../time/working-hours';

/** The lines of support. A ticket is in the first until somebody moves it, with a reason. */
export type SupportLine = 'first' | 'second';

type Length = { readonly workingHours: number } | { readonly workingDays: number };

/** A target of the terms: from one event to another, within so much service time, for so many of all tickets. */
export interface Target {
  readonly from: 'registered' | 'work-begun';
  readonly to: 'work-begun' | 'resolved';
  readonly within: Length;
  readonly goalPercent: number;
  /** The line whose tickets it holds for; null: both. */
  readonly line: SupportLine | null;
}

/** The targets, in the order in which reports show them. They are what is planned for; nothing is promised by them. */
export const TARGET_NAMES = ['assignment', 'assignment-at-latest', 'first-line', 'second-line', 'all'] as const;
export type TargetName = (typeof TARGET_NAMES)[number];

export const TARGETS: Readonly<Record<TargetName, Target>> = {
  /** Source: 000, "Ticket assignment | 80% within 4 working hours". */
  assignment: { from: 'registered', to: 'work-begun', within: { workingHours: 4 }, goalPercent: 80, line: null },
  /** Source: 001, "all reported issues are assigned to a qualified Consultant or Technician within 2 working days". */
  'assignment-at-latest': {
    from: 'registered',
    to: 'work-begun',
    within: { workingDays: 2 },
    goalPercent: 100,
    line: null,
  },
  /** Source: 000, "First Line resolution | 80% within 2 working days". */
  'first-line': { from: 'work-begun', to: 'resolved', within: { workingDays: 2 }, goalPercent: 80, line: 'first' },
  /** Source: 000, "Second Line resolution | 80% within 10 working days". */
  'second-line': { from: 'work-begun', to: 'resolved', within: { workingDays: 10 }, goalPercent: 80, line: 'second' },
  /** Source: 001, "80% of support issues can be resolved with 10 working days". */
  all: { from: 'registered', to: 'resolved', within: { workingDays: 10 }, goalPercent: 80, line: null },
};

/**
 * What was attained before: a result, and no goal. Source: 000, "Current performance (2025)"; 001, "During 2025 we
 * successfully resolved 70% of all tickets within 6 working days".
 */
export const RESULT_OF_2025 = { percent: 70, withinWorkingDays: 6 } as const;

/** Service time that a target allows, in minutes: a working day is as long as the calendar's, 11 hours by the terms. */
export function minutesWithin({ within }: Target, calendar: WorkingCalendar): number {
  return 'workingHours' in within ? within.workingHours * 60 : within.workingDays * workingMinutesPerDay(calendar);
}
