import type { Instant } from '../time/instant';
import {
  addWorkingMinutes,
  WORKING_MINUTES_PER_DAY,
  type WorkingCalendar,
  workingMillisecondsBetween,
} from '../time/working-hours';

const MS_PER_MINUTE = 60_000;

/** Source: 000, "Response time targets": "80% within 4 working hours". */
export const ASSIGNMENT_TARGET_MINUTES = 4 * 60;

/** Source: 000, "Response time targets", First Line resolution: "80% within 2 working days". */
export const RESOLUTION_TARGET_MINUTES = 2 * WORKING_MINUTES_PER_DAY;

/** Which target: somebody begins work, or the ticket is resolved. */
export type TargetKind = 'assignment' | 'resolution';

/** A planning target, no guarantee. */
export interface ResponseTarget {
  readonly kind: TargetKind;
  readonly dueAt: Instant;
  /** Whole working minutes, rounded down; negative as soon as the target is missed. */
  readonly leftWorkingMinutes: number;
}

/**
 * The target an unsolved ticket runs against: somebody begins work within four working hours of registration; from then
 * on, first line resolution within two working days. `workBegunAt` is null until then. Time spent waiting for the
 * customer is not taken off. Source: 000, "Response time targets".
 */
export function currentTarget({
  registeredAt,
  workBegunAt,
  now,
  calendar,
}: {
  registeredAt: Instant;
  workBegunAt: Instant | null;
  now: Instant;
  calendar: WorkingCalendar;
}): ResponseTarget {
  const kind = workBegunAt === null ? 'assignment' : 'resolution';
  const dueAt =
    workBegunAt === null
      ? addWorkingMinutes(registeredAt, ASSIGNMENT_TARGET_MINUTES, calendar)
      : addWorkingMinutes(workBegunAt, RESOLUTION_TARGET_MINUTES, calendar);
  const leftMs = workingMillisecondsBetween(now, dueAt, calendar) - workingMillisecondsBetween(dueAt, now, calendar);
  return { kind, dueAt, leftWorkingMinutes: Math.floor(leftMs / MS_PER_MINUTE) };
}
