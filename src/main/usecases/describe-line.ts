import type { KindOfWork } from '@core/billing/kind-of-work';
import type { TimesheetLineId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { changeLine } from '@core/timesheet/change-set';
import { readEntryOf } from '../db/queries/outbox';
import { changeLines } from './change-lines';
import { readOwnLine } from './own-line';
import type { Workbench } from './workbench';

/**
 * Says what was done in a line of mine that has not left this computer. A line that is in flight or sent is not
 * changed: the portal may have it already. One on its way cannot lose its description: it would be sent without.
 */
export async function describeLine(
  workbench: Workbench,
  request: { lineId: TimesheetLineId; description: string; kindOfWork: KindOfWork },
): Promise<Outcome<null, { kind: 'not-found' | 'description-missing' }>> {
  const description = request.description.trim();
  const described = await changeLines<{ kind: 'not-found' | 'description-missing' }>(workbench, 'edit', async (trx) => {
    const line = await readOwnLine(trx, request.lineId);
    const entry = await readEntryOf(trx, request.lineId);
    const hasLeft = line?.row.remoteId !== null || entry?.state === 'in-flight' || entry?.state === 'done';
    if (!line || hasLeft) return fail({ kind: 'not-found' });
    if (entry && description === '') return fail({ kind: 'description-missing' });
    const kindOfWork = line.content.target.kind === 'activity' ? line.content.kindOfWork : request.kindOfWork;
    const change = changeLine(line, { ...line.content, description, kindOfWork });
    return succeed(change === null ? [] : [change]);
  });
  return described.ok ? succeed(null) : described;
}
