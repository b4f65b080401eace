import type { TimesheetLineId } from '@core/ids';
import type { ChangeKind, LineChange } from '@core/timesheet/change-set';
import { isSameContent, type LineContent } from '@core/timesheet/line-content';
import { contentOf } from '../db/line-content';
import type { WorkbenchDatabase } from '../db/open';
import { insertJournalEntry } from '../db/queries/timesheet-changes';
import { readTimesheetLine } from '../db/queries/timesheet-lines';
import type { Workbench } from './workbench';

/** What a person has decided about a line; null when it is not there, or deleted. */
export async function readContent(trx: WorkbenchDatabase, lineId: TimesheetLineId): Promise<LineContent | null> {
  const line = await readTimesheetLine(trx, lineId);
  return line && line.deletedAt === null ? contentOf(line) : null;
}

/**
 * Notes in the journal what `work` does to lines, so that it can be undone. `work` names each line it is about to change,
 * add or delete with `touch`, before it does. In the transaction of the change.
 */
export async function recordChange<Value>(
  workbench: Pick<Workbench, 'clock'>,
  trx: WorkbenchDatabase,
  kind: ChangeKind,
  work: (touch: (lineId: TimesheetLineId) => Promise<void>) => Promise<Value>,
): Promise<Value> {
  const before = new Map<TimesheetLineId, LineContent | null>();
  const value = await work(async (lineId) => {
    if (!before.has(lineId)) before.set(lineId, await readContent(trx, lineId));
  });
  const changes: LineChange[] = [];
  for (const [lineId, content] of before) {
    const after = await readContent(trx, lineId);
    const isSame = content === null || after === null ? content === after : isSameContent(content, after);
    if (!isSame) changes.push({ lineId, before: content, after });
  }
  if (changes.length > 0) {
    await insertJournalEntry(trx, { kind, changes, changedAt: workbench.clock.read().wall });
  }
  return value;
}
