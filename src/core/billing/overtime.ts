import type { Escalation } from '../ticket/ticket';
import { endOf, type Interval } from '../time/interval';
import { type WorkingCalendar, workingMillisecondsBetween } from '../time/working-hours';

const MS_PER_SECOND = 1000;

/**
 * How many of a line's seconds lie outside service hours, split at the boundary to the millisecond and rounded once, half
 * up; never more than the line has. 0 where the clock time of the work is not known.
 * Source: 000, "Monday to Friday (excluding public holidays)", "07:00 - 18:00".
 */
export function computeOvertimeSeconds({
  intervals,
  workedSeconds,
  calendar,
}: {
  intervals: readonly Interval[];
  workedSeconds: number;
  calendar: WorkingCalendar;
}): number {
  const outsideMs = intervals.reduce(
    (sum, interval) =>
      sum + interval.durationMs - workingMillisecondsBetween(interval.startedAt, endOf(interval), calendar),
    0,
  );
  return Math.min(workedSeconds, Math.round(outsideMs / MS_PER_SECOND));
}

/** What a consultant said about a line's overtime; null: nothing. */
export type OvertimeDecision = 'confirmed' | 'waived' | null;

/**
 * Whether time outside service hours is charged as overtime, and on whose word. `proposed`: charged, unless it is waived.
 * `offered`: not charged, unless it is confirmed.
 */
export type OvertimeState = 'none' | 'proposed' | 'offered' | 'confirmed' | 'waived';

/**
 * Where a line's overtime stands. On an accepted escalation it is proposed and can be waived; elsewhere it takes the
 * consultant's confirmation. Source: 000, "Escalated issues may attract overtime charges without further notification".
 */
export function overtimeStateOf({
  overtimeSeconds,
  decision,
  escalation,
}: {
  overtimeSeconds: number;
  decision: OvertimeDecision;
  escalation: Escalation['kind'];
}): OvertimeState {
  if (overtimeSeconds === 0) return 'none';
  if (decision !== null) return decision;
  return escalation === 'accepted' ? 'proposed' : 'offered';
}

/** Whether overtime in this state is charged. */
export function isOvertimeCharged(state: OvertimeState): boolean {
  return state === 'proposed' || state === 'confirmed';
}
