import type { KindOfWork, Verdict } from '../billing/kind-of-work';
import type { CustomerId, TicketId } from '../ids';

/** Work as far as reports add it up. */
export interface ReportedWork {
  /** Stockholm date. */
  readonly date: string;
  /** Null: work without a ticket, or on a ticket of nobody known. */
  readonly customerId: CustomerId | null;
  /** Null: work without a ticket. */
  readonly ticketId: TicketId | null;
  readonly kindOfWork: KindOfWork;
  readonly verdict: Verdict;
  readonly workedSeconds: number;
  /** By how much it raises the charge of its ticket, see `computeChargeIncrements`. */
  readonly chargedMinutes: number;
}

/** The sums of work that has something in common. */
export interface HoursSum {
  readonly workedSeconds: number;
  readonly chargedMinutes: number;
  /** Worked seconds by verdict; together they are `workedSeconds`. */
  readonly secondsByVerdict: Readonly<Record<Verdict, number>>;
  readonly lineCount: number;
  readonly ticketCount: number;
}

/** A row of a report: `key` is what its work has in common. */
export interface HoursRow<Key> extends HoursSum {
  readonly key: Key;
}

/** Adds work up. */
export function sumHours(work: readonly ReportedWork[]): HoursSum {
  const secondsByVerdict: Record<Verdict, number> = {
    chargeable: 0,
    included: 0,
    'always-separate': 0,
    'not-charged': 0,
    undecided: 0,
  };
  for (const { verdict, workedSeconds } of work) secondsByVerdict[verdict] += workedSeconds;
  return {
    workedSeconds: work.reduce((sum, { workedSeconds }) => sum + workedSeconds, 0),
    chargedMinutes: work.reduce((sum, { chargedMinutes }) => sum + chargedMinutes, 0),
    secondsByVerdict,
    lineCount: work.length,
    ticketCount: new Set(work.flatMap(({ ticketId }) => ticketId ?? [])).size,
  };
}

/** The sums of the work of each key, the most work first; of two with the same, the one whose work came first. */
export function groupHours<Key>(
  work: readonly ReportedWork[],
  keyOf: (work: ReportedWork) => Key,
): readonly HoursRow<Key>[] {
  const groups = Map.groupBy(work, keyOf);
  return [...groups]
    .map(([key, ofKey]) => ({ key, ...sumHours(ofKey) }))
    .sort((a, b) => b.workedSeconds - a.workedSeconds);
}

/** The sums of each of these dates in their order, also of those without work. */
export function hoursByDate(work: readonly ReportedWork[], dates: readonly string[]): readonly HoursRow<string>[] {
  const byDate = Map.groupBy(work, ({ date }) => date);
  return dates.map((date) => ({ key: date, ...sumHours(byDate.get(date) ?? []) }));
}

/** The sums of each month, such as `2026-11`, in order; a month without work between two others is there too. */
export function hoursByMonth(work: readonly ReportedWork[], from: string, to: string): readonly HoursRow<string>[] {
  const byMonth = Map.groupBy(work, ({ date }) => date.slice(0, 7));
  return monthsBetween(from, to).map((month) => ({ key: month, ...sumHours(byMonth.get(month) ?? []) }));
}

/** The months from one Stockholm date to another, both included, such as `2026-11`. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const monthNumberOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const first = monthNumberOf(from);
  const count = Math.max(0, monthNumberOf(to) - first + 1);
  return Array.from({ length: count }, (_, index) => {
    const month = first + index;
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
