import type { CustomerId } from '@core/ids';
import { limitedAccessAreaSchema } from '@core/ticket/limited-access';
import { stockholmDate } from '@core/time/stockholm';
import { listAgreements } from '../db/queries/agreements';
import { countOpenTicketsOf, listContactsOf, listOpenTicketsOf } from '../db/queries/customer-tickets';
import { listDetailsOfTickets } from '../db/queries/details';
import { readPacks } from './read-packs';
import type { Workbench } from './workbench';

/** What is worth knowing of a customer who calls: what is open, what they have agreed on, and who of them we know. */
export async function readCallCustomer({ database, clock }: Workbench, customerId: CustomerId) {
  const now = clock.read().wall;
  const packs = await readPacks(database, customerId, now);
  const open = await listOpenTicketsOf(database, customerId);
  const details = await listDetailsOfTickets(
    database,
    open.map(({ id }) => id),
  );
  const areas = new Set(details.flatMap(({ limitedAccess }) => limitedAccess));
  return {
    openTicketCount: await countOpenTicketsOf(database, customerId),
    agreements: [...(await listAgreements(database, customerId, stockholmDate(now)))],
    packs: packs && packs.packs.length > 0 ? packs : null,
    limitedAccess: limitedAccessAreaSchema.options.filter((area) => areas.has(area)),
    contacts: await listContactsOf(database, customerId),
  };
}
