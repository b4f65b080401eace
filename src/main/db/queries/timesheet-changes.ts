import type { LineConflictId, TicketId, TimesheetLineId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import { type ChangeKind, changeKindSchema, type LineChange, lineChangeSchema } from '@core/timesheet/change-set';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { WorkbenchDatabase } from '../open';
import type { TimesheetChangeTable } from '../tables/time-tables';

/** How many steps back can be taken. */
const LONGEST_JOURNAL = 200;

const changesSchema = z.array(lineChangeSchema).readonly();

/** One step of a person. */
export interface JournalEntry {
  readonly sequence: number;
  readonly kind: ChangeKind;
  readonly changes: readonly LineChange[];
  /** The conflict that the step decides, if it is one that does. */
  readonly conflictId: LineConflictId | null;
}

function toEntry({ sequence, kind, changes, conflictId }: Selectable<TimesheetChangeTable>): JournalEntry {
  return {
    sequence,
    kind: changeKindSchema.parse(kind),
    changes: changesSchema.parse(JSON.parse(changes)),
    conflictId,
  };
}

/** Notes a step. What was undone before it can no longer be redone. */
export async function insertJournalEntry(
  trx: WorkbenchDatabase,
  {
    kind,
    changes,
    changedAt,
    conflictId = null,
  }: { kind: ChangeKind; changes: readonly LineChange[]; changedAt: Instant; conflictId?: LineConflictId | null },
): Promise<void> {
  await trx.deleteFrom('timesheetChange').where('undoneAt', 'is not', null).execute();
  const { sequence } = await trx
    .insertInto('timesheetChange')
    .values({ kind, changes: JSON.stringify(changes), changedAt, undoneAt: null, conflictId })
    .returning('sequence')
    .executeTakeFirstOrThrow();
  await trx
    .deleteFrom('timesheetChange')
    .where('sequence', '<=', sequence - LONGEST_JOURNAL)
    .execute();
}

/** The step that *undo* takes back, if there is one. */
export async function readUndoableEntry(trx: WorkbenchDatabase): Promise<JournalEntry | undefined> {
  const row = await trx
    .selectFrom('timesheetChange')
    .selectAll()
    .where('undoneAt', 'is', null)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toEntry(row);
}

/** The step that *redo* takes again, if there is one. */
export async function readRedoableEntry(trx: WorkbenchDatabase): Promise<JournalEntry | undefined> {
  const row = await trx
    .selectFrom('timesheetChange')
    .selectAll()
    .where('undoneAt', 'is not', null)
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst();
  return row && toEntry(row);
}

/** Notes that a step was undone, or done again (`undoneAt` null), and what it now says. */
export async function updateJournalEntry(
  trx: WorkbenchDatabase,
  sequence: number,
  { changes, undoneAt }: { changes: readonly LineChange[]; undoneAt: Instant | null },
): Promise<void> {
  await trx
    .updateTable('timesheetChange')
    .set({ changes: JSON.stringify(changes), undoneAt })
    .where('sequence', '=', sequence)
    .execute();
}

/** A line came back under another id: the steps that speak of it speak of that one from now on. */
export async function renameLineInJournal(
  trx: WorkbenchDatabase,
  from: TimesheetLineId,
  to: TimesheetLineId,
): Promise<void> {
  const rows = await trx.selectFrom('timesheetChange').selectAll().where('changes', 'like', `%${from}%`).execute();
  for (const row of rows) {
    const changes = toEntry(row).changes.map((change) => (change.lineId === from ? { ...change, lineId: to } : change));
    await updateJournalEntry(trx, row.sequence, { changes, undoneAt: row.undoneAt });
  }
}

/** Forgets the steps that speak of a ticket which is no more: nothing can be put back on it. */
export async function forgetStepsOnTicket(trx: WorkbenchDatabase, ticketId: TicketId): Promise<void> {
  await trx.deleteFrom('timesheetChange').where('changes', 'like', `%${ticketId}%`).execute();
}
