/** Lines that say nothing: rules, empty table rows, pictograms alone, and what only a documentation tool reads. */
const DECORATION = /^(?:[━=\s]*|[|\-\s]*\|[|\-\s]*|🗒️|:orphan:|\.\. _[\w-]+:|\.\. seealso::)$/u;
const BULLET = /^(?:[-•]\s+)?(?:(?:✅|🗒️)\s+)?/u;
const IS_BULLET = /^[-•]\s/u;

/** A sentence ends with a point, an exclamation or a question mark, and the next begins; `eg.` ends none. */
const BETWEEN_SENTENCES = /(?<=[.!?]["”)]?)(?<!\beg\.)\s+(?=[\p{Lu}"“*])/u;

/** The paragraphs, list items, headings and table rows of a document, each on one line, without bullets and outer bars. */
function blocksOf(text: string): string[] {
  // The one in reStructuredText breaks its lines within a paragraph; of the others every line is a paragraph.
  const isWrapped = text.startsWith(':orphan:');
  const blocks: string[] = [];
  let isOpen = false;
  for (const line of text.split(/\r?\n/u).map((whole) => whole.trim())) {
    if (DECORATION.test(line)) {
      isOpen = false;
      continue;
    }
    const words = line
      .replace(BULLET, '')
      .replace(/[|\s]+$/u, '')
      .replace(/\s+/gu, ' ');
    const last = blocks.length - 1;
    if (isWrapped && isOpen && !IS_BULLET.test(line)) blocks[last] = `${blocks[last]} ${words}`;
    else blocks.push(words);
    isOpen = true;
  }
  return blocks;
}

/**
 * The sentences of a document of the terms, in order, as they stand there, white space made even. Headings, items of
 * lists and rows of tables (`Hours | 07:00 - 18:00`) are sentences too; mark-up within one stays.
 */
export function splitSentences(text: string): string[] {
  return blocksOf(text).flatMap((block) => block.split(BETWEEN_SENTENCES));
}
