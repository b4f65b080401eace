import { type TimesheetLineId, timesheetLineIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { isAboutVerdicts, type LineChange, planUndo } from '@core/timesheet/change-set';
import type { LineContent } from '@core/timesheet/line-content';
import type { WorkbenchDatabase } from '../db/open';
import { setLineConflictChosenAt } from '../db/queries/line-conflicts';
import { listEntriesOf } from '../db/queries/outbox';
import {
  type JournalEntry,
  readRedoableEntry,
  readUndoableEntry,
  renameLineInJournal,
  updateJournalEntry,
} from '../db/queries/timesheet-changes';
import { announceLines } from './announce-lines';
import { applyLineChanges } from './change-lines';
import { letDecisionsFollow } from './let-decisions-follow';
import type { LineFailure } from './own-line';
import { readContent } from './record-change';
import type { Workbench } from './workbench';

/** Takes the last change of lines back. What was sent meanwhile is changed on the portal too. */
export async function undoChange(workbench: Workbench): Promise<Outcome<null, LineFailure>> {
  return takeBack(workbench, 'undo');
}

/** Makes the change again that was undone last. */
export async function redoChange(workbench: Workbench): Promise<Outcome<null, LineFailure>> {
  return takeBack(workbench, 'redo');
}

async function takeBack(workbench: Workbench, way: 'undo' | 'redo'): Promise<Outcome<null, LineFailure>> {
  const undoneAt = way === 'undo' ? workbench.clock.read().wall : null;
  const taken = await workbench.database.transaction().execute(async (trx) => {
    const entry = way === 'undo' ? await readUndoableEntry(trx) : await readRedoableEntry(trx);
    if (!entry) return fail({ kind: 'nothing-to-undo' as const });
    const plan = await planTakingBack(workbench, trx, entry, way);
    if (!plan.ok) return fail({ kind: 'changed-since' as const });
    const { changes, tickets } = await applyLineChanges(workbench, trx, plan.value.changes);
    await updateJournalEntry(trx, entry.sequence, {
      changes: way === 'undo' ? changes.map(reversed) : changes,
      undoneAt,
    });
    if (entry.conflictId !== null) {
      const chosenAt = way === 'undo' ? null : workbench.clock.read().wall;
      await setLineConflictChosenAt(trx, entry.conflictId, chosenAt);
    }
    if (isAboutVerdicts(entry.kind)) await letDecisionsFollow(trx, changes, workbench.clock.read().wall);
    for (const [from, to] of plan.value.renamed) await renameLineInJournal(trx, from, to);
    return succeed(tickets);
  });
  if (!taken.ok) return taken;
  await announceLines(workbench, taken.value);
  return succeed(null);
}

function reversed({ lineId, before, after }: LineChange): LineChange {
  return { lineId, before: after, after: before };
}

/** The changes that take a step back, and the lines that come back under another id. */
async function planTakingBack(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  { changes: noted }: JournalEntry,
  way: 'undo' | 'redo',
) {
  // An undone step stands in the journal as it was done; taking it again is undoing its undo.
  const step = way === 'undo' ? noted : noted.map(reversed);
  const contents = new Map<TimesheetLineId, LineContent | null>();
  const gone = new Set<TimesheetLineId>();
  for (const { lineId } of step) {
    contents.set(lineId, await readContent(trx, lineId));
    if (await isToldOfDeletion(trx, lineId)) gone.add(lineId);
  }
  const renamed: [TimesheetLineId, TimesheetLineId][] = [];
  const plan = planUndo({
    changes: step,
    current: (lineId) => contents.get(lineId) ?? null,
    isGoneForGood: (lineId) => gone.has(lineId),
    newId: () => timesheetLineIdSchema.parse(workbench.newId()),
  });
  if (!plan.ok) return plan;
  for (const [index, { lineId }] of plan.value.entries()) {
    const known = step[index]?.lineId;
    if (known !== undefined && known !== lineId) renamed.push([known, lineId]);
  }
  return succeed({ changes: plan.value, renamed });
}

/** Whether the portal was told of the line's deletion, or may have been. */
async function isToldOfDeletion(trx: WorkbenchDatabase, lineId: TimesheetLineId): Promise<boolean> {
  const entries = await listEntriesOf(trx, lineId);
  return entries.some(
    ({ operation, state }) => operation.kind === 'delete-timesheet-line' && (state === 'in-flight' || state === 'done'),
  );
}
