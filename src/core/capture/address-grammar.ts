import { parseWebAddress } from '../ticket/web-address';

/** Figures that stand in a number, and what they are taken for. */
const FIGURE_OF: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['o', '0'],
  ['l', '1'],
  ['I', '1'],
  ['|', '1'],
]);

function toFigures(text: string, figureOf = FIGURE_OF): string {
  return [...text].map((sign) => figureOf.get(sign) ?? sign).join('');
}

/** In a port nothing but figures can stand: also what looks less like one is the figure it resembles. */
const FIGURE_OF_PORT: ReadonlyMap<string, string> = new Map([
  ...FIGURE_OF,
  ['d', '4'],
  ['S', '5'],
  ['s', '5'],
  ['b', '6'],
  ['B', '8'],
  ['g', '9'],
  ['q', '9'],
  ['Z', '2'],
  ['z', '2'],
]);

/** Names of hosts are shown in small letters: what looks like a capital is the figure or the letter it resembles. */
function toHostName(text: string): string {
  return text
    .replaceAll('I', 'l')
    .replaceAll('O', '0')
    .replaceAll('S', '5')
    .replaceAll('B', '8')
    .replaceAll('Z', '2')
    .toLowerCase();
}

/** Two hexadecimal figures follow a percent sign, as RFC 3986 (2.1) has it. */
function withPercentFigures(text: string): string {
  return text.replace(/%([\dA-FOIl])([\dA-FOIl])/g, (_match, first: string, second: string) => {
    return `%${toFigures(first)}${toFigures(second)}`;
  });
}

const IPV4_PART = /^(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])$/;

function correctHost(host: string): string {
  const parts = host.split('.');
  const figures = parts.map((part) => toFigures(part));
  const isNumeric = parts.length === 4 && figures.every((part) => IPV4_PART.test(part));
  // An address of four numbers, of which at least one was read as such: a name never ends in one (RFC 1123, 2.1).
  if (isNumeric && parts.some((part) => /^\d+$/.test(part))) return figures.join('.');
  return toHostName(host);
}

/** Corrects signs where the grammar of addresses leaves no choice; everything else stays as it was read. */
export function correctByGrammar(text: string): string {
  const [, scheme = '', host = '', port = '', rest = ''] =
    /^(https?:\/\/)?([^/?#:]*)(:[^/?#]*)?(.*)$/s.exec(text) ?? [];
  return `${scheme}${correctHost(host)}${toFigures(port, FIGURE_OF_PORT)}${withPercentFigures(rest)}`;
}

/** Whether a text can be the beginning of a host that is cut off: two labels at least, or one and its dot. */
export function isBeginningOfHost(text: string): boolean {
  return /^[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d][a-z\d-]*)+\.?$/.test(text);
}

const TOP_LEVEL = /^(?:[a-z]{2,}|xn--[a-z\d-]+)$/;
const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;
const PATH_SIGNS = /^[A-Za-z\d\-._~:/?#[\]@!$&'()*+,;=%]*$/;

function isHost(host: string): boolean {
  if (host === 'localhost') return true;
  const labels = host.split('.');
  if (labels.length === 4 && labels.every((label) => /^\d+$/.test(label))) {
    return labels.every((label) => IPV4_PART.test(label));
  }
  const last = labels.at(-1) ?? '';
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && TOP_LEVEL.test(last);
}

/**
 * Whether a text is an address as an address bar shows one: an `http` or `https` scheme or none, a host with a top
 * level, an IPv4 address or `localhost`, then only signs that RFC 3986 knows, each percent sign followed by two figures.
 */
export function isShownAddress(text: string): boolean {
  const address = parseWebAddress(text);
  if (!address || !isHost(address.host)) return false;
  return PATH_SIGNS.test(text) && !/%(?![\dA-Fa-f]{2})/.test(text);
}
