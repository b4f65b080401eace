import type { HoldReason } from './hold';

/** What of a line waits here, and what has left although it should have waited. */
export interface Hold {
  /** The last of the line's seconds; the portal gets the rest. */
  readonly heldSeconds: number;
  /** null when nothing waits. */
  readonly reason: HoldReason | null;
  /** Unapproved time that the portal holds already: shown, and never cut. */
  readonly sentOverSeconds: number;
}

/**
 * How much of a line waits here. Both reasons take the last of its seconds, so the larger part covers the smaller. What
 * the portal holds (`sentSeconds`, 0 for a line that is not there) is never taken back: the part that waits of a line
 * that is there can only shrink, unless the line itself grew.
 * Source: 001, "approve up to 4 hours of chargeable consulting work"; 004, "100% control of costs".
 */
export function planHold({
  workedSeconds,
  unapprovedSeconds,
  withoutPackSeconds,
  sentSeconds,
}: {
  workedSeconds: number;
  unapprovedSeconds: number;
  withoutPackSeconds: number;
  sentSeconds: number;
}): Hold {
  const notSentSeconds = Math.max(0, workedSeconds - sentSeconds);
  const heldSeconds = Math.min(notSentSeconds, Math.max(unapprovedSeconds, withoutPackSeconds));
  const cause = unapprovedSeconds >= withoutPackSeconds ? 'unapproved' : 'pack-empty';
  return {
    heldSeconds,
    reason: heldSeconds === 0 ? null : cause,
    sentOverSeconds: Math.max(0, unapprovedSeconds - heldSeconds),
  };
}
