/** Shorter words say too little to tell one matter from another. */
const SHORTEST_WORD = 4;

/** More than these nobody reads while a customer is on the telephone. */
const MOST_SIMILAR = 3;

/** The words of a title that say what it is about, without case and accents but for å, ä and ö. */
function wordsOf(title: string): ReadonlySet<string> {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= SHORTEST_WORD));
}

/** Whether two words are one but for their ending, as `faktura` and `fakturan` are. */
function isSameWord(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return long.startsWith(short) && long.length - short.length <= 3;
}

/**
 * The open tickets of the same customer that could be about the same matter as a new one: those that share words with its
 * title, the most shared words first; of two with as many, the order given. At most three. Which of them it is, if any, a
 * person says. Source: DOMAIN §1, "Duplicates can be merged".
 */
export function findSimilarTickets<Ticket extends { readonly title: string }>(
  title: string,
  openTickets: readonly Ticket[],
): readonly Ticket[] {
  const words = [...wordsOf(title)];
  if (words.length === 0) return [];
  return openTickets
    .map((ticket) => {
      const theirs = [...wordsOf(ticket.title)];
      return { ticket, shared: words.filter((word) => theirs.some((other) => isSameWord(word, other))).length };
    })
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, MOST_SIMILAR)
    .map(({ ticket }) => ticket);
}
