import type { CustomerId, TicketId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../db/open';
import { listNotedWork } from '../db/queries/noted-work';
import { listTicketsOfCustomer } from '../db/queries/support-packs';
import { readTicket } from '../db/queries/tickets';
import { listLinesOfTicket, updateTimesheetLine } from '../db/queries/timesheet-lines';
import { settleCustomer } from './settle-limit';
import { coverageOnTicket } from './ticket-figures';
import type { Workbench } from './workbench';

/**
 * Lets a customer's agreements, which have just been written down otherwise, decide about the work that is recorded, each
 * line by those of its day, and works out anew what waits. Left alone is what a person decided, what the portal has
 * locked because it is invoiced or validated, and what another Fyra tells of in a note: that one knows better.
 * Answers the tickets on which a verdict is another now.
 */
export async function settleAgreements(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  customerId: CustomerId,
  at: Instant,
): Promise<readonly TicketId[]> {
  const judged = new Set<TicketId>();
  for (const ticketId of await listTicketsOfCustomer(trx, customerId)) {
    const ticket = await readTicket(trx, ticketId);
    if (!ticket) continue;
    const noted = new Set((await listNotedWork(trx, ticketId)).map(({ remoteId }) => remoteId));
    for (const line of await listLinesOfTicket(trx, ticketId)) {
      const isToldByNote = line.remoteId !== null && noted.has(line.remoteId);
      if (line.overrideReason !== null || line.portalValues?.isLocked === true || isToldByNote) continue;
      const { verdict } = await coverageOnTicket(trx, ticket, line.kindOfWork, line.date);
      if (verdict === line.verdict) continue;
      await updateTimesheetLine(trx, line.id, { verdict });
      judged.add(ticketId);
    }
  }
  await settleCustomer(workbench, trx, customerId, at);
  return [...judged];
}
