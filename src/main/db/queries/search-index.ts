import { wordsOfHtml } from '@core/html-words';
import type { TicketId } from '@core/ids';
import { sql } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import { valuesOf } from '../values-of';

/** What of a ticket is searched. */
export interface SearchableTexts {
  readonly ticketId: TicketId;
  readonly number: string;
  readonly title: string;
  readonly customer: string;
  readonly contact: string;
  readonly references: readonly string[];
  /** As words without HTML, like the messages. Not all of it is always read. */
  readonly description: () => string;
  /** Newest first. */
  readonly messages: readonly (() => string)[];
}

/** What is searched of these tickets. */
export async function readSearchableTexts(
  trx: WorkbenchDatabase,
  ticketIds: readonly TicketId[],
): Promise<SearchableTexts[]> {
  const tickets = await trx
    .selectFrom('ticket')
    .leftJoin('customer', 'customer.id', 'ticket.customerId')
    .select(['ticket.id', 'number', 'title', 'descriptionHtml', 'contactName', 'contactEmail', 'contactPhone'])
    .select('customer.name as customer')
    .where('ticket.id', 'in', valuesOf(ticketIds))
    .execute();
  const messages = await trx
    .selectFrom('message')
    .select(['ticketId', 'bodyHtml'])
    .where('ticketId', 'in', valuesOf(ticketIds))
    .orderBy('writtenAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const references = await trx
    .selectFrom('ticketReference')
    .select(['ticketId', 'text'])
    .where('ticketId', 'in', valuesOf(ticketIds))
    .orderBy('addedAt')
    .execute();
  const messagesOf = Map.groupBy(messages, ({ ticketId }) => ticketId);
  const referencesOf = Map.groupBy(references, ({ ticketId }) => ticketId);
  return tickets.map(({ id, number, title, descriptionHtml, contactName, contactEmail, contactPhone, customer }) => ({
    ticketId: id,
    number,
    title,
    customer: customer ?? '',
    contact: [contactName, contactEmail, contactPhone].filter((part) => part !== null).join(' '),
    references: (referencesOf.get(id) ?? []).map(({ text }) => text),
    description: () => wordsOfHtml(descriptionHtml),
    messages: (messagesOf.get(id) ?? []).map(
      ({ bodyHtml }) =>
        () =>
          wordsOfHtml(bodyHtml),
    ),
  }));
}

/**
 * Writes rows of the search index anew that are out of step with their ticket, at most so many. Answers how many there
 * were: fewer than that means that the index is in step.
 */
export async function indexStaleTickets(trx: WorkbenchDatabase, atMost: number): Promise<number> {
  const stale = await trx
    .selectFrom('searchStale')
    .innerJoin('queuePlace', 'queuePlace.placeId', 'searchStale.placeId')
    .select(['queuePlace.placeId', 'queuePlace.ticketId'])
    .orderBy('searchStale.placeId', 'desc')
    .limit(atMost)
    .execute();
  if (stale.length === 0) return 0;
  const placeOf = new Map(stale.map(({ placeId, ticketId }) => [ticketId, placeId]));
  for (const texts of await readSearchableTexts(trx, [...placeOf.keys()])) {
    const content = [texts.description, ...texts.messages].map((read) => read()).join('\n');
    await sql`INSERT OR REPLACE INTO ticket_search (rowid, number, title, customer, contact, reference, content)
      VALUES (${placeOf.get(texts.ticketId)}, ${texts.number}, ${texts.title}, ${texts.customer}, ${texts.contact},
        ${texts.references.join('\n')}, ${content})`.execute(trx);
  }
  const placeIds = stale.map(({ placeId }) => placeId);
  await trx.deleteFrom('searchStale').where('placeId', 'in', valuesOf(placeIds)).execute();
  return stale.length;
}
