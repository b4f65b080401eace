import { LONGEST_LINK_BYTES, parseDeepLink } from '@core/capture/deep-link';
import { cleanAddress, parseWebAddress } from '@core/ticket/odoo-address';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handOverLink } from '../../../resources/browser-companion/link.js';

const PAGE = 'https%3A%2F%2Ferp.example%2Fodoo%2Fsales%2F42';
const LINK = `fyra://capture?v=1&url=${PAGE}`;

/** What came of a link: what it hands over, or why it is refused. */
function outcomeOf(link: string) {
  const parsed = parseDeepLink(link);
  return parsed.ok ? parsed.value : parsed.failure;
}

describe('a link of the browser companion', () => {
  it('hands over address, title and selection', () => {
    expect(
      outcomeOf(`${LINK}&title=S00042%20-%20Odoo&selection=Betalningsvillkor%20saknas%20p%C3%A5%20ordern`),
    ).toEqual({
      address: 'https://erp.example/odoo/sales/42',
      isAddressCut: false,
      title: 'S00042 - Odoo',
      selection: 'Betalningsvillkor saknas på ordern',
    });
  });

  it('may come without title and selection, in any order, and with the empty path as a slash', () => {
    const bare = { address: 'https://erp.example/odoo/sales/42', isAddressCut: false, title: '', selection: '' };
    expect(outcomeOf(LINK)).toEqual(bare);
    expect(outcomeOf(`fyra://capture/?url=${PAGE}&v=1&title=`)).toEqual(bare);
  });

  it('loses the token in its address before anybody sees it, and says that something was cut', () => {
    const url = encodeURIComponent('https://erp.example/my/orders/42?access_token=HEMLIGT&to=anna@exempel.example&a=1');
    expect(outcomeOf(`fyra://capture?v=1&url=${url}`)).toMatchObject({
      address: 'https://erp.example/my/orders/42?a=1',
      isAddressCut: true,
    });
  });

  it.each([
    ['over 2048 bytes', `${LINK}&title=${'a'.repeat(LONGEST_LINK_BYTES)}`, 'too-long'],
    ['a title that is too long', `${LINK}&title=${'a'.repeat(501)}`, 'too-long'],
    ['a selection that is too long', `${LINK}&selection=${'a'.repeat(1001)}`, 'too-long'],
    ['another scheme', LINK.replace('fyra', 'https'), 'not-a-hand-over'],
    ['capitals in the scheme', LINK.replace('fyra', 'Fyra'), 'not-a-hand-over'],
    ['another host', LINK.replace('capture', 'settings'), 'not-a-hand-over'],
    ['a longer host', LINK.replace('capture', 'capture.evil.example'), 'not-a-hand-over'],
    ['a port', LINK.replace('capture', 'capture:80'), 'not-a-hand-over'],
    ['a user name', LINK.replace('capture', 'a@capture'), 'not-a-hand-over'],
    ['a path', LINK.replace('capture', 'capture/now'), 'not-a-hand-over'],
    ['no parameters', 'fyra://capture', 'not-a-hand-over'],
    ['white space before it', ` ${LINK}`, 'not-a-hand-over'],
    ['a fragment', `${LINK}#x`, 'badly-encoded'],
    ['a server', `${LINK}&server=https%3A%2F%2Fevil.example`, 'unknown-parameter'],
    ['a key', `${LINK}&key=abc`, 'unknown-parameter'],
    ['a parameter in capitals', `${LINK}&TITLE=a`, 'unknown-parameter'],
    ['an encoded name', `${LINK}&%74itle=a`, 'unknown-parameter'],
    ['an inherited name', `${LINK}&__proto__=a`, 'unknown-parameter'],
    ['an empty parameter', `${LINK}&`, 'unknown-parameter'],
    ['two addresses', `${LINK}&url=https%3A%2F%2Fevil.example`, 'repeated-parameter'],
    ['two versions', `${LINK}&v=1`, 'repeated-parameter'],
    ['half a percent sign', `${LINK}&title=%4`, 'badly-encoded'],
    ['no UTF-8', `${LINK}&title=%C3%28`, 'badly-encoded'],
    ['overlong UTF-8', `${LINK}&title=%C0%AF`, 'badly-encoded'],
    ['half a character', `${LINK}&title=%ED%A0%80`, 'badly-encoded'],
    ['letters that are not encoded', `${LINK}&title=å`, 'badly-encoded'],
    ['a space as a plus', `${LINK}&title=a+b`, 'badly-encoded'],
    ['a second equals sign', `${LINK}&title=a=b`, 'badly-encoded'],
    ['a NUL', `${LINK}&title=a%00b`, 'control-characters'],
    ['a line break', `${LINK}&selection=a%0Ab`, 'control-characters'],
    ['an override of direction', `${LINK}&title=a%E2%80%AEb`, 'control-characters'],
    ['no version', `fyra://capture?url=${PAGE}`, 'unknown-version'],
    ['a later version', `fyra://capture?v=2&url=${PAGE}`, 'unknown-version'],
    ['no address', 'fyra://capture?v=1&title=a', 'no-web-address'],
    ['a script', 'fyra://capture?v=1&url=javascript%3Aalert(1)', 'no-web-address'],
    ['a file', 'fyra://capture?v=1&url=file%3A%2F%2F%2Fetc%2Fpasswd', 'no-web-address'],
    ['an address without scheme', 'fyra://capture?v=1&url=erp.example', 'no-web-address'],
    ['a user name in the address', 'fyra://capture?v=1&url=https%3A%2F%2Fa%3Ab%40erp.example', 'no-web-address'],
    ['its own kind in the address', `fyra://capture?v=1&url=${encodeURIComponent(LINK)}`, 'no-web-address'],
  ])('is refused as a whole with %s', (_what, link, reason) => {
    expect(outcomeOf(link)).toBe(reason);
  });
});

const hostilePieces = fc.constantFrom(
  'fyra://capture?',
  'fyra://capture/?',
  'FYRA://',
  'v=1',
  `url=${PAGE}`,
  'url=javascript%3Aalert(1)',
  'title=a',
  'selection=b',
  'server=https%3A%2F%2Fevil.example',
  'key=k',
  '&',
  '=',
  '%',
  '%00',
  '%ED%A0%80',
  '#',
  '?',
  '/',
  '@',
  '\ud800',
  'é',
  '\u0000',
  'constructor=',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 3_000 }),
  fc.array(hostilePieces, { maxLength: 14 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }).map((tail) => `${LINK}${tail}`),
  fc.array(hostilePieces, { maxLength: 6 }).map((pieces) => `${LINK}&${pieces.join('')}`),
);

describe('whatever text is opened as a link', () => {
  it('it never throws, and what gets through is a clean web address and two plain texts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseDeepLink(text);
        if (!parsed.ok) return;
        const { value } = parsed;
        expect(Object.keys(value).sort()).toEqual(['address', 'isAddressCut', 'selection', 'title']);
        expect(parseWebAddress(value.address)?.scheme).toMatch(/^https?$/);
        expect(cleanAddress(value.address)).toBe(value.address);
        expect(`${value.address}${value.title}${value.selection}`).not.toMatch(/\p{Cc}/u);
        expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(LONGEST_LINK_BYTES);
      }),
      { numRuns: 5_000 },
    );
  });

  it('no parameter reaches anything but address, title and selection', () => {
    const known = new Set(['v', 'url', 'title', 'selection']);
    const name = fc.oneof(
      fc.constantFrom('server', 'key', 'apiKey', 'ticketId', 'database', 'V', 'Url', 'title[]', 'toString'),
      fc.string({ maxLength: 12 }).map(encodeURIComponent),
    );
    fc.assert(
      fc.property(name, fc.string({ maxLength: 20 }), fc.boolean(), (parameter, value, isFirst) => {
        fc.pre(!known.has(parameter));
        const added = `${parameter}=${encodeURIComponent(value)}`;
        const link = isFirst ? LINK.replace('?', `?${added}&`) : `${LINK}&${added}`;
        expect(parseDeepLink(link).ok).toBe(false);
      }),
    );
  });
});

describe("the companion's own link", () => {
  const plain = (text: string) =>
    text
      .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim()
      .toWellFormed();
  const anyPath = fc
    .array(fc.constantFrom('/odoo', '/sales', '/42', '/web', '#id=7', '?a=1', '/räksmörgås', '%20', '&b'))
    .map((pieces) => `/${pieces.join('')}`);
  const anyPage = fc.record({
    url: fc
      .tuple(fc.webUrl({ withQueryParameters: true, withFragments: true }), anyPath)
      .map(([url, path]) => url + path),
    title: fc.string({ unit: 'binary', maxLength: 900 }),
    selection: fc.string({ unit: 'binary', maxLength: 3_000 }),
  });

  it('is read back as it was meant, whole address first and the rest as far as there is room', () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const link = handOverLink(page);
        if (link === null) return;
        expect(new TextEncoder().encode(link).length).toBeLessThanOrEqual(LONGEST_LINK_BYTES);
        const parsed = parseDeepLink(link);
        if (!parsed.ok) throw new Error(`${link} is refused: ${parsed.failure}`);
        expect(parsed.value.address).toBe(cleanAddress(new URL(page.url).href));
        expect(plain(page.title).startsWith(parsed.value.title)).toBe(true);
        expect(plain(page.selection).startsWith(parsed.value.selection)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('holds short texts whole, line breaks as spaces', () => {
    const page = {
      url: 'https://erp.example/web#id=42&model=sale.order',
      title: 'S00042 – Odoo',
      selection: 'Rad 1\r\nRad\t2 ',
    };
    expect(outcomeOf(handOverLink(page) ?? '')).toEqual({
      address: page.url,
      isAddressCut: false,
      title: 'S00042 – Odoo',
      selection: 'Rad 1 Rad 2',
    });
  });

  it('never cuts a character in two', () => {
    const parsed = parseDeepLink(handOverLink({ url: 'https://erp.example/', selection: '👩‍💻'.repeat(500) }) ?? '');
    expect(parsed.ok && parsed.value.selection).toMatch(/^(?:👩‍💻)+[👩\u200d]*$/u);
  });

  it('leaves out a name and a password that stand in the address', () => {
    expect(handOverLink({ url: 'https://anna:hemligt@erp.example/odoo' })).toBe(
      'fyra://capture?v=1&url=https%3A%2F%2Ferp.example%2Fodoo',
    );
  });

  it.each([
    ['a blank page', 'about:blank'],
    ["the browser's own page", 'chrome://extensions/'],
    ['a file', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['no page', ''],
    ['an address that is too long', `https://erp.example/${'a'.repeat(2_000)}`],
    ['an address that is too long once encoded', `https://erp.example/?q=${'%2F'.repeat(600)}`],
  ])('does not exist for %s', (_what, url) => {
    expect(handOverLink({ url, title: 'a', selection: 'b' })).toBeNull();
  });
});
