import { type Instant, instantFromEpochMs } from '../time/instant';
import { endOf, type Interval } from '../time/interval';

/**
 * The moment up to which work is recorded, at most `now`; null when nothing is. `recorded` is what this person's timers
 * and lines hold, unknown intervals included, because they may still become work. What begins after `now` was typed in
 * advance and stands in nobody's way.
 */
export function recordedUntil(recorded: readonly Interval[], now: Instant): Instant | null {
  const ends = recorded.filter(({ startedAt }) => startedAt < now).map((interval) => Math.min(now, endOf(interval)));
  return ends.length === 0 ? null : instantFromEpochMs(Math.max(...ends));
}

/**
 * How many milliseconds before `now` work may be said to have begun when a person asks for `askedMs`: never before the
 * end of earlier recorded work.
 */
export function boundEarlierStart({
  askedMs,
  now,
  recorded,
}: {
  askedMs: number;
  now: Instant;
  recorded: readonly Interval[];
}): number {
  const until = recordedUntil(recorded, now);
  return Math.max(0, Math.round(until === null ? askedMs : Math.min(askedMs, now - until)));
}
