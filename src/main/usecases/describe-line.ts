import type { KindOfWork } from '@core/billing/kind-of-work';
import type { TimesheetLineId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { readEntryOf } from '../db/queries/outbox';
import { readTicket } from '../db/queries/tickets';
import { readTimesheetLine, updateTimesheetLine } from '../db/queries/timesheet-lines';
import { enqueueLineWhenReady } from './enqueue-line';
import { raiseFourHourWarning } from './raise-four-hour-warning';
import { coverageOnTicket } from './ticket-figures';
import type { Workbench } from './workbench';

/**
 * Says what was done in a line of mine that has not left this computer. A line that is in flight or sent is not
 * changed: the portal may have it already. One on its way cannot lose its description: it would be sent without.
 */
export async function describeLine(
  workbench: Workbench,
  request: { lineId: TimesheetLineId; description: string; kindOfWork: KindOfWork },
): Promise<Outcome<null, { kind: 'not-found' | 'description-missing' }>> {
  const at = workbench.clock.read();
  const description = request.description.trim();
  const described = await workbench.database.transaction().execute(async (trx) => {
    const line = await readTimesheetLine(trx, request.lineId);
    const ticket = line && (await readTicket(trx, line.ticketId));
    const entry = await readEntryOf(trx, request.lineId);
    const hasLeft = line?.remoteId !== null || entry?.state === 'in-flight' || entry?.state === 'done';
    if (!line || !ticket || line.origin !== 'mine' || hasLeft) return fail({ kind: 'not-found' as const });
    if (entry && description === '') return fail({ kind: 'description-missing' as const });
    const { verdict } = await coverageOnTicket(trx, ticket, request.kindOfWork, line.date);
    await updateTimesheetLine(trx, line.id, {
      description,
      kindOfWork: request.kindOfWork,
      verdict,
    });
    await enqueueLineWhenReady(workbench, trx, line.id, at.wall);
    return succeed(ticket.id);
  });
  if (!described.ok) return described;
  workbench.announce.ticketChanged(described.value);
  workbench.announce.queueChanged();
  workbench.announce.outboxChanged();
  await raiseFourHourWarning(workbench, described.value);
  return succeed(null);
}
