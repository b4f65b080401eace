import DOMPurify from 'dompurify';
import { splitAddresses } from './split-addresses';

const ALLOWED_TAGS = [
  ...['a', 'b', 'blockquote', 'br', 'code', 'del', 'div', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img'],
  ...['ins', 'li', 'ol', 'p', 'pre', 's', 'span', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th'],
  ...['thead', 'tr', 'u', 'ul'],
];
const OWN_PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,/i;
const WEB_ADDRESS = /^https?:\/\//i;

/**
 * What a server wrote, as elements that can do no harm: no scripts, no styles, no requests. A picture on another server
 * becomes `blockedImageText`; a link keeps its address in `data-address` and leads nowhere by itself.
 */
export function sanitiseHtml(html: string, blockedImageText: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(html, {
    ALLOWED_TAGS,
    ALLOWED_ATTR: ['href', 'src', 'alt', 'title', 'colspan', 'rowspan', 'start'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const image of fragment.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? '';
    if (OWN_PICTURE.test(source)) {
      if (!image.hasAttribute('alt')) image.alt = '';
    } else {
      image.replaceWith(describeBlockedImage(image.alt, blockedImageText));
    }
  }
  linkAddresses(fragment);
  for (const link of fragment.querySelectorAll('a')) disarmLink(link);
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

function describeBlockedImage(alternative: string, blockedImageText: string): HTMLElement {
  const text = document.createElement('span');
  text.dataset['blockedImage'] = '';
  text.textContent = alternative === '' ? `[${blockedImageText}]` : `[${blockedImageText}: ${alternative}]`;
  return text;
}

/** Makes links of the addresses that were written as plain text. */
function linkAddresses(fragment: DocumentFragment) {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const { currentNode } = walker;
    if (currentNode instanceof Text && currentNode.parentElement?.closest('a') == null) texts.push(currentNode);
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

function disarmLink(link: HTMLAnchorElement) {
  const address = link.getAttribute('href') ?? '';
  link.removeAttribute('href');
  if (!WEB_ADDRESS.test(address)) return;
  link.dataset['address'] = address;
  link.setAttribute('role', 'link');
  link.tabIndex = 0;
  if (!link.title) link.title = address;
}
