import { z } from 'zod';
import { type TimesheetLineId, timesheetLineIdSchema } from '../ids';
import { fail, type Outcome, succeed } from '../outcome';
import { isSameContent, type Line, type LineContent, lineContentSchema } from './line-content';

/** What a step of a person was. */
export const changeKindSchema = z.enum([
  'add',
  'edit',
  'split',
  'merge',
  'move',
  'duplicate',
  'delete',
  'not-charged',
  'send-again',
  'decide-conflict',
  'decide-verdict',
]);
export type ChangeKind = z.infer<typeof changeKindSchema>;

/** Whether a step is about what is charged of lines: a decision at the limit stands or falls with it. */
export function isAboutVerdicts(kind: ChangeKind): boolean {
  return kind === 'not-charged' || kind === 'decide-verdict';
}

/** What one step of a person did to one line; null where the line is not there before or after. */
export const lineChangeSchema = z
  .object({
    lineId: timesheetLineIdSchema,
    before: lineContentSchema.nullable(),
    after: lineContentSchema.nullable(),
  })
  .readonly();
export type LineChange = z.infer<typeof lineChangeSchema>;

/** A new line. */
export function addLine(id: TimesheetLineId, content: LineContent): LineChange {
  return { lineId: id, before: null, after: content };
}

/** A line said anew; null when nothing is different. */
export function changeLine(line: Line, after: LineContent): LineChange | null {
  return isSameContent(line.content, after) ? null : { lineId: line.id, before: line.content, after };
}

/** A line that goes. */
export function removeLine(line: Line): LineChange {
  return { lineId: line.id, before: line.content, after: null };
}

function isSameState(some: LineContent | null, other: LineContent | null): boolean {
  return some === null || other === null ? some === other : isSameContent(some, other);
}

/**
 * Takes a step back: the changes that put every line to what it was before. Refused (`changed-since`, with the first
 * line concerned) where a line is no longer as the step left it: undoing would throw away what was done since. A line
 * that was deleted on the portal too comes back under a new id, because its old one has had its one effect there.
 * Undoing an undo with this function is the redo.
 */
export function planUndo({
  changes,
  current,
  isGoneForGood,
  newId,
}: {
  changes: readonly LineChange[];
  /** What the line says now; null when it is not there. */
  current: (lineId: TimesheetLineId) => LineContent | null;
  /** Whether the line was deleted and the portal was told, or may have been. */
  isGoneForGood: (lineId: TimesheetLineId) => boolean;
  newId: () => TimesheetLineId;
}): Outcome<LineChange[], { kind: 'changed-since'; lineId: TimesheetLineId }> {
  const changed = changes.find(({ lineId, after }) => !isSameState(current(lineId), after));
  if (changed) return fail({ kind: 'changed-since', lineId: changed.lineId });
  return succeed(
    changes.map(({ lineId, before, after }) => {
      const comesBack = after === null && before !== null;
      return { lineId: comesBack && isGoneForGood(lineId) ? newId() : lineId, before: after, after: before };
    }),
  );
}
