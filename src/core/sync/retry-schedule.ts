const LONGEST_DELAY_MS = 300_000;
const MS_PER_SECOND = 1000;

/** A server's wish to be left alone is honoured up to this long. */
const LONGEST_RETRY_AFTER_MS = 60 * 60 * MS_PER_SECOND;

/**
 * Milliseconds to wait before the next attempt: by chance between 0 and 2ⁿ seconds, at most 300, but never less than
 * the server asked for (`Retry-After`; at most an hour of it). `attempts` is how many have failed; `random` lies in
 * [0, 1).
 */
export function nextAttemptDelayMs({
  attempts,
  random,
  retryAfterMs,
}: {
  attempts: number;
  random: number;
  retryAfterMs: number | null;
}): number {
  const ceilingMs = Math.min(LONGEST_DELAY_MS, 2 ** attempts * MS_PER_SECOND);
  const askedMs = Math.min(LONGEST_RETRY_AFTER_MS, Math.max(0, retryAfterMs ?? 0));
  return Math.max(Math.floor(random * ceilingMs), Math.ceil(askedMs));
}
