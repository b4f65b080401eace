/** A part of a text, from one index to another, the latter not included. */
export interface TextRange {
  readonly from: number;
  readonly until: number;
}

const WORD = /[\p{L}\p{M}\p{N}\p{Co}]+/gu;
const MARKS = /\p{M}/gu;
const PLAIN = /^[\x20-\x7e]*$/;

/** Letters as the search compares them: without case, accents, rings and dots, like the index itself. */
function fold(letters: string): string {
  // Most words have nothing to take off, and to look for it takes most of the time of a search.
  if (PLAIN.test(letters)) return letters.toLowerCase();
  return letters.normalize('NFD').replace(MARKS, '').toLowerCase();
}

/** The words a person typed, folded and each once; a ticket is found when each begins one of its own. */
export function searchWordsOf(search: string): string[] {
  return [...new Set((search.match(WORD) ?? []).map(fold))].filter((word) => word !== '');
}

function* eachWordFound(text: string, words: readonly string[]): Generator<TextRange> {
  for (const { 0: own, index } of text.matchAll(WORD)) {
    const folded = fold(own);
    const begun = words.filter((word) => folded.startsWith(word));
    const longest = Math.max(0, ...begun.map((word) => lengthOfBeginning(own, word)));
    if (longest > 0) yield { from: index, until: index + longest };
  }
}

/** The words of a text that begin with one of the words searched for, as far as they are alike: what to highlight. */
export function findWords(text: string, words: readonly string[]): TextRange[] {
  return [...eachWordFound(text, words)];
}

/** The words searched for that begin none of the words of these texts. */
export function wordsNotIn(texts: readonly string[], words: readonly string[]): readonly string[] {
  let missing = words;
  for (const text of texts) {
    for (const own of text.match(WORD) ?? []) {
      if (missing.length === 0) return missing;
      const folded = fold(own);
      missing = missing.filter((word) => !folded.startsWith(word));
    }
  }
  return missing;
}

/** How much of a word a folded beginning of it covers. */
function lengthOfBeginning(own: string, beginning: string): number {
  if (beginning === '') return 0;
  let covered = '';
  let length = 0;
  for (const letter of own) {
    const folded = fold(letter);
    // A mark of its own belongs to the letter before it.
    if (covered.length >= beginning.length && folded !== '') break;
    covered += folded;
    length += letter.length;
  }
  return length;
}

/** So much of a text is shown before what was found in it. */
const BEFORE = 24;
const LONGEST_EXCERPT = 160;

/** A text from a little before the first word found in it, cut between words; null where none is. */
export function excerptAround(text: string, words: readonly string[]): string | null {
  const [first] = eachWordFound(text, words);
  if (first === undefined) return null;
  const begin = first.from <= BEFORE ? 0 : text.lastIndexOf(' ', first.from - BEFORE) + 1;
  const isCut = text.length > begin + LONGEST_EXCERPT;
  const end = isCut ? Math.max(first.until, text.lastIndexOf(' ', begin + LONGEST_EXCERPT)) : text.length;
  return `${begin === 0 ? '' : '… '}${text.slice(begin, end)}${isCut ? ' …' : ''}`;
}
