import { z } from 'zod';
import { fail, type Outcome, succeed } from '../outcome';
import { cleanAddress, isAddressCut } from '../ticket/clean-address';
import { parseWebAddress } from '../ticket/web-address';

/** What a browser hands over about the page it shows. */
export interface HandOver {
  /** Without tokens, passwords and e-mail addresses. */
  readonly address: string;
  /** Whether something was cut from the address. What it was is not kept. */
  readonly isAddressCut: boolean;
  /** The page's title; empty where it has none. */
  readonly title: string;
  /** What was selected on the page; empty where nothing was. */
  readonly selection: string;
}

/** Why a link is refused as a whole. */
export const deepLinkFailureSchema = z.enum([
  /** More than {@link LONGEST_LINK_BYTES}, or a part of it that is longer than such a part may be. */
  'too-long',
  /** Another scheme, host or path, a user name, a port: not a link of the companion. */
  'not-a-hand-over',
  /** A parameter that nobody knows: a link can set nothing else than what it hands over. */
  'unknown-parameter',
  'repeated-parameter',
  /** Not percent-encoded UTF-8 all through. */
  'badly-encoded',
  /** Control characters, or such as turn the direction of writing. */
  'control-characters',
  /** Missing, or not of a version that is known here. */
  'unknown-version',
  /** Missing, or no http or https address. */
  'no-web-address',
]);
export type DeepLinkFailure = z.infer<typeof deepLinkFailureSchema>;

/** The longest link that is read, in bytes. */
export const LONGEST_LINK_BYTES = 2048;

const VERSION = '1';
const LONGEST_VALUES: ReadonlyMap<string, number> = new Map([
  ['v', 4],
  ['url', 2000],
  ['title', 500],
  ['selection', 1000],
]);

// Browsers and Windows write the empty path as a slash; it is the same place. Nothing else may stand there.
const BEGINNING = /^fyra:\/\/capture\/?\?/;
/** What encodeURIComponent writes and nothing beyond: no bare `+`, `#`, `/` or letter outside ASCII. */
const ENCODED = /^(?:[\w.!~*'()-]|%[\dA-F]{2})*$/i;
const CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Null for what is no UTF-8. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function readValues(query: string): Outcome<ReadonlyMap<string, string>, DeepLinkFailure> {
  const values = new Map<string, string>();
  for (const part of query.split('&')) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    const longest = LONGEST_VALUES.get(name);
    if (longest === undefined) return fail(ENCODED.test(name) ? 'unknown-parameter' : 'badly-encoded');
    if (values.has(name)) return fail('repeated-parameter');
    const encoded = equals < 0 ? '' : part.slice(equals + 1);
    const value = ENCODED.test(encoded) ? decode(encoded) : null;
    if (value === null) return fail('badly-encoded');
    if (value.length > longest) return fail('too-long');
    if (CONTROL.test(value)) return fail('control-characters');
    values.set(name, value);
  }
  return succeed(values);
}

/**
 * Reads a link of the browser companion: `fyra://capture?v=1&url=…&title=…&selection=…`, each parameter at most once and
 * in any order, `v` and `url` needed. Whoever can open a link can send one, so the grammar is strict: whatever else
 * stands in it refuses the whole link, and there is no parameter for anything that is set up here, such as a server or a
 * key. Never throws.
 */
export function parseDeepLink(text: string): Outcome<HandOver, DeepLinkFailure> {
  // What passes below is ASCII, of one byte each: no link of more bytes gets through.
  if (text.length > LONGEST_LINK_BYTES) return fail('too-long');
  const beginning = BEGINNING.exec(text)?.[0];
  if (beginning === undefined) return fail('not-a-hand-over');
  const read = readValues(text.slice(beginning.length));
  if (!read.ok) return read;
  const values = read.value;
  if (values.get('v') !== VERSION) return fail('unknown-version');
  const address = values.get('url') ?? '';
  if ((parseWebAddress(address)?.scheme ?? null) === null) return fail('no-web-address');
  return succeed({
    address: cleanAddress(address),
    isAddressCut: isAddressCut(address),
    title: (values.get('title') ?? '').trim(),
    selection: (values.get('selection') ?? '').trim(),
  });
}
