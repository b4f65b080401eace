import type { Instant } from '../time/instant';
import { type WorkingCalendar, workingMillisecondsBetween, workingMinutesPerDay } from '../time/working-hours';
import { dueAfter, type Pause, pausedMilliseconds } from './target-clock';
import { minutesWithin, type SupportLine, TARGETS } from './targets';

const MS_PER_MINUTE = 60_000;

/** Which target: somebody begins work, or the ticket is resolved. */
export type TargetKind = 'assignment' | 'resolution';

/** A planning target, no guarantee. */
export interface ResponseTarget {
  readonly kind: TargetKind;
  /** Whose time for a resolution holds. */
  readonly line: SupportLine;
  /** While the clock stands still it moves along. */
  readonly dueAt: Instant;
  /** Whole working minutes, rounded down; negative as soon as the target is missed. */
  readonly leftWorkingMinutes: number;
  /** Whether the clock stands still. */
  readonly isPaused: boolean;
  /** Whole working minutes in which it stood still so far, rounded down. */
  readonly pausedWorkingMinutes: number;
  /** How long a working day of the ticket's calendar is. */
  readonly minutesPerWorkingDay: number;
}

/**
 * The target an unsolved ticket runs against: somebody begins work within four working hours of registration; from then
 * on it is resolved within two working days in first line, ten in second line. `workBegunAt` is null until then; a
 * beginning before the registration counts from the registration. Pauses do not count. Source: 000, "Response time
 * targets"; DOMAIN, "Time while waiting for the customer does not count (our reading)".
 */
export function currentTarget({
  registeredAt,
  workBegunAt,
  now,
  calendar,
  pauses = [],
  line = 'first',
}: {
  registeredAt: Instant;
  workBegunAt: Instant | null;
  now: Instant;
  calendar: WorkingCalendar;
  /** In order; none overlaps another. */
  pauses?: readonly Pause[];
  line?: SupportLine;
}): ResponseTarget {
  const kind = workBegunAt === null ? 'assignment' : 'resolution';
  const target = kind === 'assignment' ? TARGETS.assignment : TARGETS[`${line}-line`];
  const from = workBegunAt !== null && workBegunAt > registeredAt ? workBegunAt : registeredAt;
  const dueAt = dueAfter(from, minutesWithin(target, calendar), { pauses, now, calendar });
  const leftMs = workingMillisecondsBetween(now, dueAt, calendar) - workingMillisecondsBetween(dueAt, now, calendar);
  return {
    kind,
    line,
    dueAt,
    leftWorkingMinutes: Math.floor(leftMs / MS_PER_MINUTE),
    isPaused: pauses.some(({ until }) => until === null),
    pausedWorkingMinutes: Math.floor(pausedMilliseconds(pauses, now, calendar) / MS_PER_MINUTE),
    minutesPerWorkingDay: workingMinutesPerDay(calendar),
  };
}
