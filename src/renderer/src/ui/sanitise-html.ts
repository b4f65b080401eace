import { hostToShow, type ShownHost } from '@core/ticket/link-destination';
import DOMPurify from 'dompurify';
import { foldQuotes, QUOTE_ATTRIBUTES } from './fold-quotes';
import { splitAddresses } from './split-addresses';

const ALLOWED_TAGS = [
  ...['a', 'b', 'blockquote', 'br', 'code', 'del', 'div', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img'],
  ...['ins', 'li', 'ol', 'p', 'pre', 's', 'span', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th'],
  ...['thead', 'tr', 'u', 'ul'],
];
const OWN_PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,/i;
const WEB_ADDRESS = /^https?:\/\//i;

/** What the window shows in the place of what it takes out. */
export interface HtmlParts {
  /** What stands for a picture that is not in the text itself, by its `src` and its words. */
  readonly pictureFor: (source: string, words: string) => HTMLElement;
  /** What stands beside a link whose words do not say where it leads. */
  readonly leadsTo: (shown: ShownHost) => string;
  /** What opens the earlier messages that an e-mail repeats; null: they stay where they are. */
  readonly quoteSummary: string | null;
}

/**
 * What a server wrote, as elements that can do no harm: no scripts, no styles, no requests. A link keeps its address in
 * `data-address`, leads nowhere by itself, and says where it would lead.
 */
export function sanitiseHtml(html: string, { pictureFor, leadsTo, quoteSummary }: HtmlParts): DocumentFragment {
  const fragment = DOMPurify.sanitize(html, {
    ALLOWED_TAGS,
    ALLOWED_ATTR: ['href', 'src', 'alt', 'title', 'colspan', 'rowspan', 'start', ...QUOTE_ATTRIBUTES],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  if (quoteSummary !== null) foldQuotes(fragment, quoteSummary);
  for (const element of fragment.querySelectorAll('*')) {
    for (const attribute of QUOTE_ATTRIBUTES) element.removeAttribute(attribute);
  }
  for (const image of fragment.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? '';
    if (OWN_PICTURE.test(source)) {
      if (!image.hasAttribute('alt')) image.alt = '';
    } else {
      image.replaceWith(pictureFor(source, image.alt));
    }
  }
  linkAddresses(fragment);
  for (const link of fragment.querySelectorAll('a')) disarmLink(link, leadsTo);
  // Headings inside a text would tear the outline of the page apart.
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const paragraph = document.createElement('p');
    const strong = document.createElement('strong');
    strong.append(...heading.childNodes);
    paragraph.append(strong);
    heading.replaceWith(paragraph);
  }
  return fragment;
}

/** The pictures of a text that are not in the text itself, by their `src`, in order, each once. */
export function pictureSources(html: string): readonly string[] {
  if (!/<img\b/i.test(html)) return [];
  const sources = new Set<string>();
  sanitiseHtml(html, {
    pictureFor: (source) => {
      sources.add(source);
      return document.createElement('span');
    },
    leadsTo: ({ host }) => host,
    quoteSummary: null,
  });
  return [...sources];
}

/** Makes links of the addresses that were written as plain text. */
function linkAddresses(fragment: DocumentFragment) {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const { currentNode } = walker;
    if (currentNode instanceof Text && currentNode.parentElement?.closest('a, summary') == null)
      texts.push(currentNode);
  }
  for (const text of texts) {
    const pieces = splitAddresses(text.data);
    if (!pieces.some(({ isAddress }) => isAddress)) continue;
    text.replaceWith(
      ...pieces.map(({ text: piece, isAddress }) => {
        if (!isAddress) return piece;
        const link = document.createElement('a');
        link.href = piece;
        link.textContent = piece;
        return link;
      }),
    );
  }
}

function disarmLink(link: HTMLAnchorElement, leadsTo: HtmlParts['leadsTo']) {
  const address = link.getAttribute('href')?.trim() ?? '';
  link.removeAttribute('href');
  const url = WEB_ADDRESS.test(address) ? URL.parse(address) : null;
  if (url === null) return;
  link.dataset['address'] = address;
  link.setAttribute('role', 'link');
  link.tabIndex = 0;
  // Whatever title somebody gave it: this is where it leads.
  link.title = url.href;
  const shown = hostToShow(link.textContent ?? '', { host: url.host, hasUserName: url.username !== '' });
  if (shown === null) return;
  const host = document.createElement('span');
  host.dataset['host'] = shown.isDisguised ? 'disguised' : '';
  host.textContent = leadsTo(shown);
  link.after(' ', host);
}
