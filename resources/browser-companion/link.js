/** The longest link Fyra reads, in bytes. A link is ASCII: its length is its size. */
const LONGEST_LINK = 2048;
const LONGEST_ADDRESS = 2000;
const LONGEST_TITLE = 500;
const LONGEST_SELECTION = 1000;

/** Fyra refuses control characters and such as turn the direction of writing; line breaks become spaces. */
function plain(text) {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .toWellFormed();
}

/** As much of the beginning of a text as fits, whole characters, once it is encoded. */
function encodeUpTo(text, longestText, longestEncoded) {
  let encoded = '';
  let taken = 0;
  for (const character of text) {
    const next = encodeURIComponent(character);
    taken += character.length;
    if (taken > longestText || encoded.length + next.length > longestEncoded) break;
    encoded += next;
  }
  return encoded;
}

/**
 * The link that hands a page over to Fyra: address first, then title, then as much of the selection as there is room for.
 * Null for a page without a web address, and for an address too long to be handed over whole: half an address names
 * another page.
 *
 * @param {{ url: string, title?: string, selection?: string }} page
 * @returns {string | null}
 */
export function handOverLink({ url, title = '', selection = '' }) {
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return null;
  // A name and a password before the host are nobody's business.
  address.username = '';
  address.password = '';
  if (address.href.length > LONGEST_ADDRESS) return null;
  let link = `fyra://capture?v=1&url=${encodeURIComponent(address.href)}`;
  if (link.length > LONGEST_LINK) return null;
  for (const [name, text, longest] of [
    ['title', title, LONGEST_TITLE],
    ['selection', selection, LONGEST_SELECTION],
  ]) {
    const parameter = `&${name}=`;
    const value = encodeUpTo(plain(text), longest, LONGEST_LINK - link.length - parameter.length);
    if (value !== '') link += parameter + value;
  }
  return link;
}
