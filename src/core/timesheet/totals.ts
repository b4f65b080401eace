import type { Verdict } from '../billing/kind-of-work';

/** A line as far as it matters for totals. */
export interface TotalledLine {
  /** Stockholm date. */
  readonly date: string;
  readonly workedSeconds: number;
  readonly verdict: Verdict;
  /** The part that waits here for the customer's word. */
  readonly unapprovedSeconds: number;
  /** What the portal is known to hold of it; 0 when it is not there. */
  readonly onPortalSeconds: number;
  /** By how much it raises the charge of its ticket, see `chargeIncrements`. */
  readonly chargedMinutes: number;
}

/** The sums of a day or a week. Seconds are worked time; minutes are charged time. */
export interface Totals {
  readonly workedSeconds: number;
  readonly chargedMinutes: number;
  /** Work that an agreement covers. */
  readonly includedSeconds: number;
  /** Internal work, and what we decided not to charge. */
  readonly notChargedSeconds: number;
  readonly unapprovedSeconds: number;
  /** What is neither unapproved nor on the portal. */
  readonly notYetSentSeconds: number;
}

function sumOf<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

/** Adds lines up. */
export function sumTotals(lines: readonly TotalledLine[]): Totals {
  const worked = (verdict: Verdict) => sumOf(lines, (line) => (line.verdict === verdict ? line.workedSeconds : 0));
  return {
    workedSeconds: sumOf(lines, (line) => line.workedSeconds),
    chargedMinutes: sumOf(lines, (line) => line.chargedMinutes),
    includedSeconds: worked('included'),
    notChargedSeconds: worked('not-charged'),
    unapprovedSeconds: sumOf(lines, (line) => line.unapprovedSeconds),
    notYetSentSeconds: sumOf(lines, ({ workedSeconds, unapprovedSeconds, onPortalSeconds }) =>
      Math.max(0, workedSeconds - unapprovedSeconds - onPortalSeconds),
    ),
  };
}

/** The totals of each of these dates, in their order. */
export function totalsByDate(
  dates: readonly string[],
  lines: readonly TotalledLine[],
): { readonly date: string; readonly totals: Totals }[] {
  return dates.map((date) => ({ date, totals: sumTotals(lines.filter((line) => line.date === date)) }));
}
