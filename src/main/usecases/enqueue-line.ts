import { operationIdSchema, type TimesheetLineId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../db/open';
import { enqueue, readEntryOf } from '../db/queries/outbox';
import { readTimesheetLine } from '../db/queries/timesheet-lines';
import type { Workbench } from './workbench';

/** Shorter lines are kept here and never sent. Source: the support terms' domain page, section 8. */
export const SHORTEST_LINE_SENT_SECONDS = 60;

/** Puts a line into the outbox once it can be sent: described, a minute or longer, and not there already. */
export async function enqueueLineWhenReady(
  workbench: Pick<Workbench, 'newId'>,
  trx: WorkbenchDatabase,
  lineId: TimesheetLineId,
  at: Instant,
): Promise<void> {
  const line = await readTimesheetLine(trx, lineId);
  if (!line || line.description === '' || line.workedSeconds < SHORTEST_LINE_SENT_SECONDS) return;
  if ((await readEntryOf(trx, lineId)) !== undefined) return;
  await enqueue(trx, {
    id: operationIdSchema.parse(workbench.newId()),
    operation: { kind: 'create-timesheet-line', lineId },
    dependsOn: null,
    at,
  });
}
