import { type Coverage, coverageUnder } from '@core/billing/coverage';
import type { KindOfWork } from '@core/billing/kind-of-work';
import { coverageWithTestCopies } from '@core/billing/test-copies';
import type { CustomerId, TicketId } from '@core/ids';
import type { WorkbenchDatabase } from './open';
import { listAgreements } from './queries/agreements';
import { readCustomerDetails } from './queries/details';
import { listTestCopies } from './queries/test-copies';

/** As much of a ticket as the terms ask about. */
export interface CoveredTicket {
  readonly id: TicketId;
  readonly customerId: CustomerId | null;
}

/**
 * What the terms say of a kind of work on a ticket (undefined: on none) on a Stockholm date, by its customer's
 * agreements, services and test copies.
 */
export async function readCoverage(
  trx: WorkbenchDatabase,
  ticket: CoveredTicket | undefined,
  kindOfWork: KindOfWork,
  day: string,
): Promise<Coverage> {
  const customerId = ticket?.customerId ?? null;
  const agreements = await listAgreements(trx, customerId, day);
  if (ticket === undefined || customerId === null) return coverageUnder({ kindOfWork, agreements, day });
  const { services } = await readCustomerDetails(trx, customerId);
  const testCopies = await listTestCopies(trx, customerId);
  return coverageWithTestCopies({ ticketId: ticket.id, testCopies, kindOfWork, agreements, services, day });
}
