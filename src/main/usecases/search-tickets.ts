import type { TicketId } from '@core/ids';
import { excerptAround, searchWordsOf, wordsNotIn } from '@core/ticket/search-words';
import type { WorkbenchDatabase } from '../db/open';
import { indexStaleTickets, readSearchableTexts, type SearchableTexts } from '../db/queries/search-index';
import { createTurns } from '../db/take-turns';

/** What a person can have changed since the last search, and more; it takes less than a frame. */
const TICKETS_BEFORE_A_SEARCH = 25;
/** So many are indexed in one transaction where nobody waits for them. */
const TICKETS_AT_ONCE = 25;

/** Sees to it that a search finds what was written here a moment ago. */
export async function bringIndexInStep(database: WorkbenchDatabase): Promise<void> {
  await database.transaction().execute((trx) => indexStaleTickets(trx, TICKETS_BEFORE_A_SEARCH));
}

/** Indexes every ticket that still waits for it, in turns with everything else; a newer file begins with all of them. */
export async function bringWholeIndexInStep(database: WorkbenchDatabase, signal: AbortSignal): Promise<void> {
  const takeTurn = createTurns();
  let count = TICKETS_AT_ONCE;
  while (count === TICKETS_AT_ONCE && !signal.aborted) {
    count = await database.transaction().execute((trx) => indexStaleTickets(trx, TICKETS_AT_ONCE));
    await takeTurn();
  }
}

/** Where a search found a ticket that its row does not show, with the words around. */
export interface Excerpt {
  readonly where: 'contact' | 'reference' | 'description' | 'message';
  readonly text: string;
}

/** What the row of a ticket shows in words. */
interface Shown {
  readonly id: TicketId;
  readonly number: string;
  readonly title: string;
  readonly customerName: string | null;
}

/** The excerpts of those of these tickets whose number, title and customer do not have all the words. Texts of the others are not read. */
export async function readExcerpts(
  database: WorkbenchDatabase,
  tickets: readonly Shown[],
  search: string,
): Promise<Map<TicketId, Excerpt>> {
  const words = searchWordsOf(search);
  const missingOf = new Map<TicketId, readonly string[]>();
  for (const { id, number, title, customerName } of words.length === 0 ? [] : tickets) {
    const missing = wordsNotIn([number, title, customerName ?? ''], words);
    if (missing.length > 0) missingOf.set(id, missing);
  }
  const excerpts = new Map<TicketId, Excerpt>();
  if (missingOf.size === 0) return excerpts;
  for (const texts of await readSearchableTexts(database, [...missingOf.keys()])) {
    const excerpt = excerptOf(texts, missingOf.get(texts.ticketId) ?? []);
    if (excerpt !== null) excerpts.set(texts.ticketId, excerpt);
  }
  return excerpts;
}

function excerptOf(texts: SearchableTexts, missing: readonly string[]): Excerpt | null {
  for (const { where, text } of placesIn(texts)) {
    const excerpt = excerptAround(text, missing);
    if (excerpt !== null) return { where, text: excerpt };
  }
  return null;
}

/** Where a word can stand, in the order it is looked for; what lies after the first find is not read out of its HTML. */
function* placesIn({ contact, references, description, messages }: SearchableTexts): Generator<Excerpt> {
  yield { where: 'contact', text: contact };
  for (const text of references) yield { where: 'reference', text };
  yield { where: 'description', text: description() };
  for (const message of messages) yield { where: 'message', text: message() };
}
