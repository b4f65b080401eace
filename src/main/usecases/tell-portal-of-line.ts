import type { TimesheetLineId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import { planLineOutbox } from '../db/line-outbox';
import type { WorkbenchDatabase } from '../db/open';
import type { Workbench } from './workbench';

/**
 * Sees to it that the outbox brings the portal to what a line of mine is now. Called after every change of a line, in the
 * transaction of the change. A line is created once it is described and a minute or longer, its held part not counted.
 */
export async function tellPortalOfLine(
  { newId, settings }: Pick<Workbench, 'newId' | 'settings'>,
  trx: WorkbenchDatabase,
  lineId: TimesheetLineId,
  at: Instant,
): Promise<void> {
  await planLineOutbox(trx, lineId, { newId, requiresDescription: () => settings().requireDescription }, at);
}
