import type { CustomerId, TicketId } from '@core/ids';
import type { WorkbenchDatabase } from '../open';
import type { Ticket } from './tickets';

/** How many tickets of a customer are not solved. */
export async function countOpenTicketsOf(trx: WorkbenchDatabase, customerId: CustomerId): Promise<number> {
  const { count } = await trx
    .selectFrom('ticket')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('customerId', '=', customerId)
    .where('state', '!=', 'solved')
    .where('isActive', '=', 1)
    .where('goneAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The tickets of a customer that were registered last, but for one; the latest first. */
export async function listLatestTicketsOf(
  trx: WorkbenchDatabase,
  customerId: CustomerId,
  { exceptId, most }: { exceptId: TicketId; most: number },
): Promise<Pick<Ticket, 'id' | 'number' | 'title' | 'state' | 'registeredAt'>[]> {
  return trx
    .selectFrom('ticket')
    .select(['id', 'number', 'title', 'state', 'registeredAt'])
    .where('customerId', '=', customerId)
    .where('id', '!=', exceptId)
    .orderBy('registeredAt', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

/** The tickets of a customer that are not solved, the latest first; null: those that are nobody's. */
export async function listOpenTicketsOf(
  trx: WorkbenchDatabase,
  customerId: CustomerId | null,
): Promise<Pick<Ticket, 'id' | 'number' | 'title' | 'state' | 'registeredAt'>[]> {
  return trx
    .selectFrom('ticket')
    .select(['id', 'number', 'title', 'state', 'registeredAt'])
    .where('customerId', customerId === null ? 'is' : '=', customerId)
    .where('state', '!=', 'solved')
    .where('isActive', '=', 1)
    .where('goneAt', 'is', null)
    .orderBy('registeredAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** So many people of one customer are offered. */
const MOST_CONTACTS = 20;

/** Who of a customer was named on tickets, each once, the latest first. What is not known is empty. */
export async function listContactsOf(
  trx: WorkbenchDatabase,
  customerId: CustomerId,
): Promise<{ name: string; email: string; telephone: string }[]> {
  const rows = await trx
    .selectFrom('ticket')
    .select((eb) => [
      'contactName',
      eb.fn.max('contactEmail').as('email'),
      eb.fn.max('contactPhone').as('telephone'),
      eb.fn.max('registeredAt').as('latest'),
    ])
    .where('customerId', '=', customerId)
    .where('contactName', 'is not', null)
    .groupBy('contactName')
    .orderBy('latest', 'desc')
    .orderBy('contactName')
    .limit(MOST_CONTACTS)
    .execute();
  return rows.map(({ contactName, email, telephone }) => ({
    name: contactName ?? '',
    email: email ?? '',
    telephone: telephone ?? '',
  }));
}
