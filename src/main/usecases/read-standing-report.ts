import { listCustomersWithPacks } from '../db/queries/support-packs';
import { listUnapprovedTickets } from '../db/queries/worked-tickets';
import { readPacks } from './read-packs';
import type { Workbench } from './workbench';

/** What stands at this moment, of whatever period: time that waits for approval, and what is left of the packs. */
export async function readStandingReport({ database, clock }: Workbench) {
  const now = clock.read().wall;
  const packs = [];
  for (const customerId of await listCustomersWithPacks(database)) {
    const ofCustomer = await readPacks(database, customerId, now);
    if (ofCustomer) packs.push(ofCustomer);
  }
  return {
    unapproved: await listUnapprovedTickets(database),
    packs: packs.toSorted((a, b) => a.leftMinutes - b.leftMinutes || a.customerName.localeCompare(b.customerName)),
  };
}
