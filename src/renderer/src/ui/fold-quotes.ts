/** What tells of quoted messages in HTML: by these attributes mail programs and Odoo mark them. */
export const QUOTE_ATTRIBUTES = ['class', 'id', 'type', 'data-o-mail-quote'] as const;

const MARKED = [
  '[data-o-mail-quote]',
  '.gmail_quote',
  '.gmail_quote_container',
  '.yahoo_quoted',
  '.moz-cite-prefix',
  'blockquote[type="cite"]',
].join(', ');

/** From here on an e-mail of Outlook repeats earlier ones, without saying where they end. */
const BEGINNING = '#divRplyFwdMsg, #appendonsend';

/** A quote that somebody made by hand is shorter. */
const LONGEST_PLAIN_QUOTE = 400;

/** Puts the earlier messages that an e-mail repeats behind `summary`. In a text that is nothing else they stay open. */
export function foldQuotes(fragment: DocumentFragment, summary: string): void {
  const candidates = [...fragment.querySelectorAll(`${MARKED}, ${BEGINNING}, blockquote`)].filter(isQuote);
  const quotes = candidates.filter((quote) => !candidates.some((other) => other !== quote && other.contains(quote)));
  for (const quote of quotes) {
    // It went along with the one before it.
    if (quote.closest('details') !== null) continue;
    const details = document.createElement('details');
    const title = document.createElement('summary');
    title.textContent = summary;
    quote.before(details);
    details.append(title, quote, ...followersOf(details, quote.matches(BEGINNING) ? () => true : isQuoteOrGap));
  }
  if (hasWordsBeside(fragment)) return;
  for (const details of fragment.querySelectorAll('details')) details.open = true;
}

function isQuote(element: Element): boolean {
  return element.matches(`${MARKED}, ${BEGINNING}`) || (element.textContent ?? '').length > LONGEST_PLAIN_QUOTE;
}

function isQuoteOrGap(node: ChildNode): boolean {
  if (node instanceof Element)
    return node.matches('br, hr') || (node.matches(`${MARKED}, blockquote`) && isQuote(node));
  return (node.textContent ?? '').trim() === '';
}

/** The nodes behind one, as long as they belong to it. */
function followersOf(element: Element, belongs: (node: ChildNode) => boolean): ChildNode[] {
  const followers: ChildNode[] = [];
  for (let next = element.nextSibling; next !== null && belongs(next); next = next.nextSibling) followers.push(next);
  return followers;
}

function hasWordsBeside(fragment: DocumentFragment): boolean {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode } = walker;
    const isWord = (currentNode.textContent ?? '').trim() !== '';
    if (isWord && currentNode.parentElement?.closest('details') == null) return true;
  }
  return false;
}
