import type { WorkbenchDatabase } from '../db/open';
import { listCustomers } from '../db/queries/customers';
import { readUserRemoteId } from '../db/queries/portal-facts';
import { readPortalLists } from '../db/queries/portal-lists';
import { readUsualGroup } from '../db/queries/tickets';

/** What can be chosen for a ticket, and what is likely to be. */
export async function readTicketChoices(database: WorkbenchDatabase) {
  const customers = await listCustomers(database);
  return {
    ...(await readPortalLists(database)),
    customers: customers.map(({ id, name }) => ({ id, name })),
    usualGroupRemoteId: await readUsualGroup(database),
    userRemoteId: await readUserRemoteId(database),
  };
}
