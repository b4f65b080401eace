import type { TicketId } from '@core/ids';
import { excerptAround, findWords, searchWordsOf, wordsNotIn } from '@core/ticket/search-words';
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

/** The excerpts of those of these tickets whose number, title and customer do not have all the words. */
export async function readExcerpts(
  database: WorkbenchDatabase,
  ticketIds: readonly TicketId[],
  search: string,
): Promise<Map<TicketId, Excerpt>> {
  const words = searchWordsOf(search);
  const excerpts = new Map<TicketId, Excerpt>();
  if (words.length === 0) return excerpts;
  for (const texts of await readSearchableTexts(database, ticketIds)) {
    const excerpt = excerptOf(texts, words);
    if (excerpt !== null) excerpts.set(texts.ticketId, excerpt);
  }
  return excerpts;
}

function excerptOf(texts: SearchableTexts, words: readonly string[]): Excerpt | null {
  const missing = wordsNotIn([texts.number, texts.title, texts.customer], words);
  if (missing.length === 0) return null;
  const places: readonly Excerpt[] = [
    { where: 'contact', text: texts.contact },
    ...texts.references.map((text) => ({ where: 'reference' as const, text })),
    { where: 'description', text: texts.description },
    ...texts.messages.map((text) => ({ where: 'message' as const, text })),
  ];
  const found = places.find(({ text }) => findWords(text, missing).length > 0);
  const text = found && excerptAround(found.text, missing);
  return found && text ? { where: found.where, text } : null;
}
