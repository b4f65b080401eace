import type { TicketId } from '../ids';
import type { Instant } from '../time/instant';
import { endOf, type Interval } from '../time/interval';
import type { DecidedInterval, UnknownInterval } from './timer-intervals';
import type { AbsenceCause, ClockReading, TimerEvent, UnknownDecision } from './timer-log';

/** Unknown intervals that lie no further apart belong to one absence: a lock that follows a sleep, a restart in the middle. */
export const ABSENCE_TOUCH_MS = 1_000;

/** One question to a person. */
export interface Absence {
  /** Its name: where its first part begins. */
  readonly from: Instant;
  readonly until: Instant;
  /** Of all parts together; nothing that lies between them is asked about. */
  readonly durationMs: number;
  /** Of the longest part. */
  readonly cause: AbsenceCause;
  /** The person is still away: there is nobody to ask. */
  readonly isOngoing: boolean;
  readonly parts: readonly [UnknownInterval, ...UnknownInterval[]];
}

function isNear(before: Interval, after: Interval): boolean {
  return after.startedAt - endOf(before) <= ABSENCE_TOUCH_MS;
}

function toAbsence(parts: Absence['parts']): Absence {
  const [first] = parts;
  const last = parts.at(-1) ?? first;
  return {
    from: first.startedAt,
    until: endOf(last),
    durationMs: parts.reduce((sum, part) => sum + part.durationMs, 0),
    cause: parts.reduce((longest, part) => (part.durationMs > longest.durationMs ? part : longest)).cause,
    isOngoing: last.isOngoing,
    parts,
  };
}

/** Cuts a list into runs in which each item follows the one before it. */
function cutIntoRuns<Item>(
  items: readonly Item[],
  follows: (before: Item, after: Item) => boolean,
): [Item, ...Item[]][] {
  const runs: [Item, ...Item[]][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && follows(before, item)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

/**
 * The questions that a timer's unknown intervals are: one for each absence, however many causes it had. `unknown` is in
 * order of time, as `computeTimerIntervals` answers it.
 */
export function mergeAbsences(unknown: readonly UnknownInterval[]): readonly Absence[] {
  return cutIntoRuns(unknown, (before, after) => !after.isSplitOff && isNear(before, after)).map(toAbsence);
}

/** The events by which a person answers the question about an absence: one for each of its parts. */
export function planAnswer(
  absence: Absence,
  answer: { at: ClockReading; decision: UnknownDecision; givenToTicketId?: TicketId },
): TimerEvent[] {
  return absence.parts.map(({ startedAt }) => ({ kind: 'unknown-decided', unknownFrom: startedAt, ...answer }));
}

/** The event that parts an absence in two questions at an instant; null when that does not lie inside it. */
export function planSplit(absence: Absence, cutAt: Instant, at: ClockReading): TimerEvent | null {
  if (cutAt <= absence.from) return null;
  const part = absence.parts.find((candidate) => cutAt < endOf(candidate));
  if (!part) return null;
  // In the moment between two parts the second one begins the new question.
  const afterMs = Math.max(0, cutAt - part.startedAt);
  return { kind: 'unknown-split', at, unknownFrom: part.startedAt, afterMs };
}

function isSameReading(first: ClockReading, second: ClockReading): boolean {
  return first.wall === second.wall && first.monotonicMs === second.monotonicMs && first.bootId === second.bootId;
}

/** All intervals that one answer of a person was about, of which one begins at `from`; none when none does. */
export function findAnswered(decided: readonly DecidedInterval[], from: Instant): readonly DecidedInterval[] {
  const answers = cutIntoRuns(
    decided,
    (before, after) =>
      isNear(before, after) && before.decision === after.decision && isSameReading(before.decidedAt, after.decidedAt),
  );
  return answers.find((parts) => parts.some(({ startedAt }) => startedAt === from)) ?? [];
}

/** The events by which a person takes back the answer about an absence of which a part begins at `from`. */
export function planReopening(decided: readonly DecidedInterval[], from: Instant, at: ClockReading): TimerEvent[] {
  return findAnswered(decided, from).map(({ startedAt }) => ({ kind: 'unknown-reopened', at, unknownFrom: startedAt }));
}
