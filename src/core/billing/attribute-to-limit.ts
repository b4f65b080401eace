import { addMs, type Instant, instantFromEpochMs } from '../time/instant';
import { beginningOf, compareByKey, secondsBegunBefore, type WorkEntry } from './work-entry';

/** What of a line is approved by the ticket's limit. The two add up to its worked seconds. */
export interface ApprovedPart {
  /** These are the first of its seconds. */
  readonly approvedSeconds: number;
  /** And these the last. */
  readonly unapprovedSeconds: number;
}

/** Which of the time counted on a ticket the limit covers. */
export interface LimitAttribution {
  /** By the key of the entry; every entry is there. */
  readonly parts: ReadonlyMap<string, ApprovedPart>;
  /** From this instant on work is unapproved; null while the limit covers all of it. */
  readonly unapprovedFrom: Instant | null;
  /** What the limit does not cover of the time that is known as a sum only. */
  readonly unlistedUnapprovedSeconds: number;
}

interface CountedEntry extends WorkEntry {
  readonly begunBefore: (at: Instant) => number;
}

function sumBegunBefore(entries: readonly CountedEntry[], at: Instant): number {
  return entries.reduce((sum, { begunBefore }) => sum + begunBefore(at), 0);
}

/** The last instant before which no more than `seconds` of all entries have begun, which are fewer than there are. */
function lastInstantWithin(entries: readonly CountedEntry[], seconds: number): Instant {
  let within: number = Math.min(...entries.map(beginningOf));
  let beyond: number = Math.max(...entries.map(endOfWork));
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2);
    if (sumBegunBefore(entries, instantFromEpochMs(middle)) <= seconds) within = middle;
    else beyond = middle;
  }
  return instantFromEpochMs(within);
}

function endOfWork(entry: WorkEntry): Instant {
  const ends = entry.intervals.map(({ startedAt, durationMs }) => startedAt + durationMs);
  return instantFromEpochMs(Math.max(beginningOf(entry) + 1, ...ends));
}

/**
 * Parts the counted time of a ticket (lines of all consultants, sent or not) at its limit by *time of work*: the
 * seconds that began first are approved, whoever worked them and whenever they became known. Two people at work at once
 * are both approved up to the same instant; at that instant, and among lines of which only the date is known, the key
 * settles it. `unlistedSeconds` is colleagues' time of which nothing but the sum is known: it comes first, so that it
 * is never approved too late. Does not depend on the order of the entries. Throws a RangeError for negative figures.
 * Source: 001, "approve up to 4 hours of chargeable consulting work for each issue"; by time of work is our reading.
 */
export function attributeToLimit({
  entries,
  unlistedSeconds,
  limitSeconds,
}: {
  entries: readonly WorkEntry[];
  unlistedSeconds: number;
  limitSeconds: number;
}): LimitAttribution {
  const isSound = entries.every(({ workedSeconds }) => workedSeconds >= 0) && unlistedSeconds >= 0 && limitSeconds >= 0;
  if (!isSound) throw new RangeError('Worked seconds and limit must not be negative');

  const unlistedUnapprovedSeconds = Math.max(0, unlistedSeconds - limitSeconds);
  const leftSeconds = Math.max(0, limitSeconds - unlistedSeconds);
  const listedSeconds = entries.reduce((sum, { workedSeconds }) => sum + workedSeconds, 0);
  if (listedSeconds <= leftSeconds) {
    const whole = ({ key, workedSeconds }: WorkEntry) =>
      [key, { approvedSeconds: workedSeconds, unapprovedSeconds: 0 }] as const;
    return { parts: new Map(entries.map(whole)), unapprovedFrom: null, unlistedUnapprovedSeconds };
  }

  const counted = [...entries]
    .sort(compareByKey)
    .map((entry): CountedEntry => ({ ...entry, begunBefore: secondsBegunBefore(entry) }));
  const unapprovedFrom = lastInstantWithin(counted, leftSeconds);

  // What begins in the very next millisecond exceeds the limit together; one after another it can still have the rest.
  let restSeconds = leftSeconds - sumBegunBefore(counted, unapprovedFrom);
  const parts = counted.map(({ key, workedSeconds, begunBefore }) => {
    const before = begunBefore(unapprovedFrom);
    const extra = Math.min(restSeconds, begunBefore(addMs(unapprovedFrom, 1)) - before);
    restSeconds -= extra;
    const approvedSeconds = before + extra;
    return [key, { approvedSeconds, unapprovedSeconds: workedSeconds - approvedSeconds }] as const;
  });
  return { parts: new Map(parts), unapprovedFrom, unlistedUnapprovedSeconds };
}
