/** How a sync ended: everything done, stopped by a person, or by what failed. */
export const SYNC_OUTCOMES = [
  'done',
  'stopped',
  'unreachable',
  'not-a-portal',
  'key-refused',
  'refused',
  'failed',
] as const;
export type SyncOutcome = (typeof SYNC_OUTCOMES)[number];

/** What one sync did. */
export interface SyncRun {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly outcome: SyncOutcome;
  /** The words of what failed; empty otherwise. */
  readonly message: string;
  readonly sent: number;
  readonly parked: number;
  /** Tickets on which something changed. */
  readonly brought: number;
}

/** Whether a sync is worth telling of: one that found nothing to do is not. */
export function isWorthTelling({ outcome, sent, parked, brought }: SyncRun): boolean {
  return outcome !== 'done' || sent + parked + brought > 0;
}

/** Whether a sync ended just as the one before it, with nothing done in either: then they are one line, counted twice. */
export function isSameAgain(before: SyncRun, after: SyncRun): boolean {
  const didNothing = ({ sent, parked, brought }: SyncRun) => sent + parked + brought === 0;
  return (
    before.outcome === after.outcome && before.message === after.message && didNothing(before) && didNothing(after)
  );
}
