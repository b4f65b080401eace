import { addMs, type Instant } from '../time/instant';
import type { Interval } from '../time/interval';
import { stockholmDayStart } from '../time/stockholm';

/** The time of one line, what waits here included, as the rules of the charge take it. */
export interface WorkEntry {
  /** Names the line alike on every consultant's computer, and no other line of the ticket: it settles ties. */
  readonly key: string;
  readonly workedSeconds: number;
  /** When the work was done, in any order; empty where only the date is known. */
  readonly intervals: readonly Interval[];
  /** Stockholm date, such as `2026-11-23`. Work without intervals counts at the beginning of it. */
  readonly date: string;
}

function sumMs(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { durationMs }) => sum + durationMs, 0);
}

/** The instant at which the work of an entry begins. */
export function beginningOf({ intervals, date }: WorkEntry): Instant {
  const [first] = intervals.map(({ startedAt }) => startedAt).sort((a, b) => a - b);
  return first ?? stockholmDayStart(date);
}

/** Puts entries in order of time of work: by their beginning, then by key. */
export function compareByTimeOfWork(a: WorkEntry, b: WorkEntry): number {
  return beginningOf(a) - beginningOf(b) || compareByKey(a, b);
}

/** By code units, so that the order is the same in every language. */
export function compareByKey(a: Pick<WorkEntry, 'key'>, b: Pick<WorkEntry, 'key'>): number {
  return a.key < b.key ? -1 : Number(a.key > b.key);
}

/**
 * Cuts the intervals of an entry behind the first so many of its seconds, in order of time; the worked seconds are spread
 * evenly over the intervals. Both are empty where only the date is known.
 */
export function cutWork(
  { intervals, workedSeconds }: WorkEntry,
  seconds: number,
): { readonly first: readonly Interval[]; readonly rest: readonly Interval[] } {
  const wholeMs = sumMs(intervals);
  let leftMs = seconds >= workedSeconds ? wholeMs : Math.floor((wholeMs * seconds) / workedSeconds);
  const first: Interval[] = [];
  const rest: Interval[] = [];
  for (const { startedAt, durationMs } of intervals.toSorted((a, b) => a.startedAt - b.startedAt)) {
    const takenMs = Math.min(leftMs, durationMs);
    leftMs -= takenMs;
    if (takenMs > 0) first.push({ startedAt, durationMs: takenMs });
    if (takenMs < durationMs) rest.push({ startedAt: addMs(startedAt, takenMs), durationMs: durationMs - takenMs });
  }
  return { first, rest };
}

/**
 * Makes the question how many seconds of an entry have begun before an instant: none at its beginning, all at its end.
 * The worked seconds are spread evenly over the intervals, which differ from them by what rounding took or gave.
 */
export function secondsBegunBefore(entry: WorkEntry): (at: Instant) => number {
  const { workedSeconds, intervals } = entry;
  const wholeMs = sumMs(intervals);
  if (wholeMs === 0) {
    const beginning = beginningOf(entry);
    return (at) => (at > beginning ? workedSeconds : 0);
  }
  return (at) => {
    const passedMs = intervals.reduce(
      (sum, { startedAt, durationMs }) => sum + Math.min(Math.max(at - startedAt, 0), durationMs),
      0,
    );
    return Math.ceil((workedSeconds * passedMs) / wholeMs);
  };
}
