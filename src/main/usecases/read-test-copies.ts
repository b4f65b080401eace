import { countTestCopies, includesTestCopies } from '@core/billing/test-copies';
import type { BugCircumstances } from '@core/bugs/bug-guide';
import type { CustomerId } from '@core/ids';
import type { WorkbenchDatabase } from '../db/open';
import { listTestCopies } from '../db/queries/test-copies';
import { readTicket } from '../db/queries/tickets';

/** The test copies of a customer, by date, each with its number in its year and what is said of its charge today. */
export async function readTestCopies(
  database: WorkbenchDatabase,
  customerId: CustomerId,
  { agreements, services, day }: Pick<BugCircumstances, 'agreements' | 'services' | 'day'>,
) {
  const counted = countTestCopies(await listTestCopies(database, customerId), { agreements, services });
  const copies = [];
  for (const { copy, numberInYear, coverage } of counted) {
    const ticket = copy.ticketId === null ? undefined : await readTicket(database, copy.ticketId);
    copies.push({ ...copy, ticketNumber: ticket?.number ?? null, numberInYear, coverage });
  }
  return { today: day, areIncluded: includesTestCopies(services), copies };
}
