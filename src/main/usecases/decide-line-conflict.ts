import { type LineConflictId, timesheetLineIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { addLine, changeLine, type LineChange, removeLine } from '@core/timesheet/change-set';
import { choicesOf, type LineConflict, type LineConflictChoice, missingSecondsOf } from '@core/timesheet/line-conflict';
import type { WorkbenchDatabase } from '../db/open';
import { chooseInLineConflict, readLineConflict, setLineConflictChosenAt } from '../db/queries/line-conflicts';
import { readUndoableEntry } from '../db/queries/timesheet-changes';
import { contentTakenOver } from '../db/take-over';
import { changeLines } from './change-lines';
import { freeOfOverlaps, type LineFailure, type OwnLine } from './own-line';
import { readStandingConflict } from './read-line-conflicts';
import { undoChange } from './undo-change';
import type { Workbench } from './workbench';

/**
 * A person says what is to become of a line about which the two sides are at odds, or takes that back (null). What it
 * changes in lines is one step of the timesheet, and undoing that step asks again. `not-found` where the question does not
 * stand, or not with this answer; `changed-since` where something else was done to lines since.
 */
export async function decideLineConflict(
  workbench: Workbench,
  { conflictId, choice }: { readonly conflictId: LineConflictId; readonly choice: LineConflictChoice | null },
): Promise<Outcome<null, LineFailure>> {
  if (choice === null) return takeChoiceBack(workbench, conflictId);
  if (choice === 'leave') return leave(workbench, conflictId);
  const at = workbench.clock.read().wall;
  const plan = async (trx: WorkbenchDatabase): Promise<Outcome<readonly LineChange[], LineFailure>> => {
    const standing = await readStanding(trx, conflictId, choice);
    if (!standing) return fail({ kind: 'not-found' });
    const planned = await planChoice(workbench, trx, standing, choice);
    if (planned.ok) await chooseInLineConflict(trx, conflictId, choice, at);
    return planned;
  };
  const decided = await changeLines(workbench, 'decide-conflict', plan, conflictId);
  return decided.ok ? succeed(null) : decided;
}

interface Standing {
  readonly conflict: LineConflict;
  readonly line: OwnLine;
}

async function readStanding(
  trx: WorkbenchDatabase,
  conflictId: LineConflictId,
  choice: LineConflictChoice,
): Promise<Standing | null> {
  const kept = await readLineConflict(trx, conflictId);
  if (!kept || kept.chosenAt !== null) return null;
  const standing = await readStandingConflict(trx, kept);
  return standing !== null && choicesOf(standing.conflict).includes(choice) ? standing : null;
}

async function planChoice(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  { conflict, line }: Standing,
  choice: Exclude<LineConflictChoice, 'leave'>,
): Promise<Outcome<readonly LineChange[], LineFailure>> {
  const newId = () => timesheetLineIdSchema.parse(workbench.newId());
  const { fields, mine, theirs } = conflict;
  switch (choice) {
    case 'use-portals': {
      if (theirs === null) return fail({ kind: 'not-found' });
      const { content, left } = await contentTakenOver(trx, line.row, fields, theirs);
      if (left.length > 0) return fail({ kind: 'not-found' });
      const now = workbench.clock.read();
      const free = await freeOfOverlaps(trx, content, { except: line.id, now, cutOverlaps: false });
      return free.ok ? succeed([changeLine(line, free.value)].flatMap((change) => change ?? [])) : free;
    }
    case 'record-difference': {
      const workedSeconds = missingSecondsOf(conflict);
      if (workedSeconds === null || mine === null) return fail({ kind: 'not-found' });
      // When it was worked is said by nobody: the portal keeps no times, and those here were the whole line's.
      const said = { intervals: [], description: mine.description, overtimeDecision: null };
      return succeed([addLine(newId(), { ...line.content, ...said, workedSeconds })]);
    }
    case 'send-again':
      return succeed([removeLine(line), addLine(newId(), line.content)]);
    case 'delete':
      return succeed([removeLine(line)]);
  }
}

async function leave(workbench: Workbench, conflictId: LineConflictId): Promise<Outcome<null, LineFailure>> {
  const at = workbench.clock.read().wall;
  const isLeft = await workbench.database.transaction().execute(async (trx) => {
    if ((await readStanding(trx, conflictId, 'leave')) === null) return false;
    await chooseInLineConflict(trx, conflictId, 'leave', at);
    return true;
  });
  if (!isLeft) return fail({ kind: 'not-found' });
  workbench.announce.outboxChanged();
  return succeed(null);
}

async function takeChoiceBack(workbench: Workbench, conflictId: LineConflictId): Promise<Outcome<null, LineFailure>> {
  const { database } = workbench;
  const conflict = await readLineConflict(database, conflictId);
  if (!conflict || conflict.chosenAt === null) return fail({ kind: 'not-found' });
  if (conflict.choice === 'leave') {
    await database.transaction().execute((trx) => setLineConflictChosenAt(trx, conflictId, null));
    workbench.announce.outboxChanged();
    return succeed(null);
  }
  const last = await readUndoableEntry(database);
  return last?.conflictId === conflictId ? undoChange(workbench) : fail({ kind: 'changed-since' });
}
