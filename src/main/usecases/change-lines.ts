import { type LineConflictId, type TicketId, type TimesheetLineId, timesheetLineIdSchema } from '@core/ids';
import { type Outcome, succeed } from '@core/outcome';
import { type ChangeKind, isAboutVerdicts, type LineChange } from '@core/timesheet/change-set';
import { columnsOf, writeContent } from '../db/line-content';
import type { WorkbenchDatabase } from '../db/open';
import { listOpenEntriesOf } from '../db/queries/outbox';
import { readInternalProjectId } from '../db/queries/portal-facts';
import { insertJournalEntry } from '../db/queries/timesheet-changes';
import { insertTimesheetLine, readTimesheetLine, updateTimesheetLine } from '../db/queries/timesheet-lines';
import { announceLines } from './announce-lines';
import { holdOverlaps } from './hold-overlaps';
import { letDecisionsFollow } from './let-decisions-follow';
import { newLine } from './new-line';
import { settleLines } from './settle-lines';
import type { Workbench } from './workbench';

/**
 * Changes lines of mine as a person asked: in one transaction with the journal and with everything that follows for the
 * portal. Nothing is written where there is nothing to change. `conflictId` names the conflict that it decides. Answers what
 * was changed.
 */
export async function changeLines<Failure>(
  workbench: Workbench,
  kind: ChangeKind | ((changes: readonly LineChange[]) => ChangeKind),
  plan: (trx: WorkbenchDatabase) => Promise<Outcome<readonly LineChange[], Failure>>,
  conflictId: LineConflictId | null = null,
): Promise<Outcome<readonly LineChange[], Failure>> {
  const changedAt = workbench.clock.read().wall;
  const changed = await workbench.database.transaction().execute(async (trx) => {
    const planned = await plan(trx);
    if (!planned.ok || planned.value.length === 0) return { outcome: planned, tickets: null };
    const { changes, tickets } = await applyLineChanges(workbench, trx, planned.value);
    const step = typeof kind === 'function' ? kind(changes) : kind;
    await insertJournalEntry(trx, { kind: step, changes, changedAt, conflictId });
    if (isAboutVerdicts(step)) await letDecisionsFollow(trx, changes, changedAt);
    return { outcome: succeed(changes), tickets };
  });
  if (changed.tickets) await announceLines(workbench, changed.tickets);
  return changed.outcome;
}

/**
 * Writes these changes and what follows from them. Answers them as they were done, and the tickets concerned. A line that
 * the portal has and cannot follow to where it goes is deleted there: what is put in its place is a new line.
 */
export async function applyLineChanges(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  planned: readonly LineChange[],
): Promise<{ changes: readonly LineChange[]; tickets: readonly TicketId[] }> {
  const at = workbench.clock.read().wall;
  const changes: LineChange[] = [];
  for (const change of planned) changes.push(...(await apartFromPortal(workbench, trx, change)));
  for (const { lineId, after } of changes) {
    const line = await readTimesheetLine(trx, lineId);
    if (after === null) await updateTimesheetLine(trx, lineId, { deletedAt: at });
    else if (line) await writeContent(trx, line, after, workbench.calendar);
    else {
      const columns = await columnsOf(trx, after, workbench.calendar);
      await insertTimesheetLine(trx, newLine(workbench, { ...columns, id: lineId }));
    }
  }
  const heldIds = await holdOverlaps(trx);
  const lineIds = new Set([...changes.map(({ lineId }) => lineId), ...heldIds]);
  const left = changes.flatMap(({ before }) => (before?.target.kind === 'ticket' ? [before.target.ticketId] : []));
  const tickets = await settleLines(workbench, trx, [...lineIds], at, left);
  return { changes, tickets };
}

async function apartFromPortal(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  change: LineChange,
): Promise<readonly LineChange[]> {
  const { lineId, before, after } = change;
  if (before === null || after?.target.kind !== 'activity' || before.target.kind === 'activity') return [change];
  if ((await readInternalProjectId(trx)) !== null || !(await mayBeOnPortal(trx, lineId))) return [change];
  return [
    { lineId, before, after: null },
    { lineId: timesheetLineIdSchema.parse(workbench.newId()), before: null, after },
  ];
}

/** Whether the portal has the line, or may have it: only a creation that still waits has certainly not been sent. */
export async function mayBeOnPortal(trx: WorkbenchDatabase, lineId: TimesheetLineId): Promise<boolean> {
  const line = await readTimesheetLine(trx, lineId);
  if (line?.portalValues) return true;
  return (await listOpenEntriesOf(trx, lineId)).some(({ state }) => state !== 'waiting');
}
