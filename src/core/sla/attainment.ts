import type { Resolution } from '../ticket/state-history';
import type { Instant } from '../time/instant';
import { stockholmDate } from '../time/stockholm';
import type { WorkingCalendar } from '../time/working-hours';
import { type Pause, ranMilliseconds } from './target-clock';
import { minutesWithin, type SupportLine, TARGET_NAMES, TARGETS, type TargetName } from './targets';

const MS_PER_MINUTE = 60_000;

/** What of a ticket its targets are measured by. */
export interface MeasuredTicket {
  readonly registeredAt: Instant;
  readonly workBegunAt: Instant | null;
  readonly resolution: Resolution;
  /** In order; none overlaps another. */
  readonly pauses: readonly Pause[];
  readonly line: SupportLine;
  readonly calendar: WorkingCalendar;
}

/** How many tickets that were registered in a month came within a target. */
export interface Attainment {
  readonly target: TargetName;
  /** A month of Stockholm's calendar, such as `2026-11`. */
  readonly month: string;
  readonly line: SupportLine;
  /** Tickets that came within the target, or have missed it. */
  readonly count: number;
  readonly withinCount: number;
  /** Per cent of `count`, not rounded; null for none. */
  readonly percent: number | null;
  readonly goalPercent: number;
  /** Tickets that still have time. */
  readonly openCount: number;
  /** Tickets of which nobody knows when they were resolved, or begun. */
  readonly unknownCount: number;
}

type Result = 'within' | 'missed' | 'open' | 'unknown';

/** What became of one target of one ticket; null where the target does not hold for it. */
export function resultOf(name: TargetName, ticket: MeasuredTicket, now: Instant): Result | null {
  const target = TARGETS[name];
  const { registeredAt, workBegunAt, resolution, pauses, line, calendar } = ticket;
  if (target.line !== null && target.line !== line) return null;
  const isResolved = resolution.kind === 'resolved';
  const begunAt = workBegunAt !== null && workBegunAt < registeredAt ? registeredAt : workBegunAt;
  // Resolved without a minute or an answer that is known here.
  if (begunAt === null && isResolved && (target.from === 'work-begun' || target.to === 'work-begun')) return 'unknown';
  const from = target.from === 'registered' ? registeredAt : begunAt;
  if (from === null) return null;
  const to = target.to === 'work-begun' ? begunAt : isResolved ? resolution.at : null;
  const ranMs = ranMilliseconds(from, to ?? now, pauses, calendar);
  const isWithin = ranMs <= minutesWithin(target, calendar) * MS_PER_MINUTE;
  if (to === null) return isWithin ? 'open' : 'missed';
  // It was resolved by then at the latest: within is sure, missed is not.
  if (target.to === 'resolved' && isResolved && !resolution.isExact && !isWithin) return 'unknown';
  return isWithin ? 'within' : 'missed';
}

/**
 * What was attained of each target, by month and line. A ticket belongs to the month in which it was registered, so that a
 * figure of the past changes only as its tickets are resolved. Months and lines without tickets are left out. Worked out
 * from what happened each time it is asked: a rule or a calendar that changes holds for all of it. Source: DOMAIN,
 * "Reports show attained per cent beside the goal with the number of tickets behind each figure".
 */
export function attainmentOf(tickets: readonly MeasuredTicket[], now: Instant): Attainment[] {
  const results = new Map<string, { target: TargetName; month: string; line: SupportLine; results: Result[] }>();
  for (const ticket of tickets) {
    const month = stockholmDate(ticket.registeredAt).slice(0, 7);
    const { line } = ticket;
    for (const target of TARGET_NAMES) {
      const result = resultOf(target, ticket, now);
      if (result === null) continue;
      const key = `${TARGET_NAMES.indexOf(target)} ${month} ${line}`;
      const group = results.get(key) ?? { target, month, line, results: [] };
      group.results.push(result);
      results.set(key, group);
    }
  }
  return [...results.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => toAttainment(group));
}

function toAttainment({
  results,
  ...group
}: {
  target: TargetName;
  month: string;
  line: SupportLine;
  results: readonly Result[];
}): Attainment {
  const countOf = (wanted: Result) => results.filter((result) => result === wanted).length;
  const withinCount = countOf('within');
  const count = withinCount + countOf('missed');
  return {
    ...group,
    count,
    withinCount,
    percent: count === 0 ? null : (100 * withinCount) / count,
    goalPercent: TARGETS[group.target].goalPercent,
    openCount: countOf('open'),
    unknownCount: countOf('unknown'),
  };
}
