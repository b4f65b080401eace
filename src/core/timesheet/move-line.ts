import type { KindOfWork } from '../billing/kind-of-work';
import type { TimesheetLineId } from '../ids';
import { addLine, type LineChange } from './change-set';
import { isSameTarget, type Line, type LineContent, type LineTarget } from './line-content';
import { onDate } from './line-time';

/**
 * The line on another ticket or activity. Verdict overrides and overtime decisions stay behind: they were made about the
 * ticket it leaves. An activity is internal work; `kindOfWork` is what a line that comes from an activity becomes.
 */
export function onTarget(content: LineContent, target: LineTarget, kindOfWork: KindOfWork): LineContent {
  if (isSameTarget(content.target, target)) return content;
  const moved = { ...content, target, override: null, overtimeDecision: null };
  if (target.kind === 'activity') return { ...moved, kindOfWork: 'internal' };
  return content.target.kind === 'activity' ? { ...moved, kindOfWork } : moved;
}

/**
 * A new line that says the same on a date, with nothing decided about its charge. On another date it has the same times of
 * the clock; on the same one only the same length, because nobody works twice at once.
 */
export function duplicateLine({ content }: Line, date: string, newId: TimesheetLineId): LineChange {
  const undecided = { ...content, override: null, overtimeDecision: null };
  return addLine(newId, date === content.date ? { ...undecided, intervals: [] } : onDate(undecided, date));
}
