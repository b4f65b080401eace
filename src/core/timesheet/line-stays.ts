import { z } from 'zod';
import type { TimesheetLineId } from '../ids';
import { type LineChange, planUndo } from './change-set';
import { isSameContent, type LineContent } from './line-content';

/** Why a line stays on its ticket when others move to another one. */
export const lineStaysSchema = z.enum(['locked', 'being-sent', 'at-odds', 'gone']);
export type LineStays = z.infer<typeof lineStaysSchema>;

/**
 * Why a line of mine cannot go along when a ticket is split or merged; null: it can. What the portal has locked is not
 * ours to move; of what is on its way, at odds, or no longer there, nobody knows yet what the portal holds.
 */
export function whyLineStays(line: {
  /** Validated or invoiced on the portal. */
  readonly isLocked: boolean;
  readonly isBeingSent: boolean;
  /** Both sides changed it, and nobody has looked at it. */
  readonly isAtOdds: boolean;
  /** It was on the portal and is there no more. */
  readonly isGone: boolean;
}): LineStays | null {
  if (line.isLocked) return 'locked';
  if (line.isAtOdds) return 'at-odds';
  if (line.isGone) return 'gone';
  return line.isBeingSent ? 'being-sent' : null;
}

/**
 * The changes that move lines back to where they were. What is back already (the timesheet has an undo of its own) is left
 * alone; `changed-since` where a line was changed otherwise.
 */
export function planMoveBack(changes: readonly LineChange[], current: (lineId: TimesheetLineId) => LineContent | null) {
  const isBack = ({ lineId, before }: LineChange) => {
    const now = current(lineId);
    return before !== null && now !== null && isSameContent(now, before);
  };
  return planUndo({
    changes: changes.filter((change) => !isBack(change)),
    current,
    isGoneForGood: () => false,
    newId: () => {
      throw new Error('No line that was moved comes back under another id');
    },
  });
}
