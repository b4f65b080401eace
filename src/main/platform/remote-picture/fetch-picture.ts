import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { fail, type Outcome, succeed } from '@core/outcome';
import {
  checkMessagePicture,
  type MessagePictureRefusal,
  type MessagePictureType,
  MOST_REMOTE_BYTES,
} from '@core/ticket/message-picture';
import { imageSize } from 'image-size';
import { isPublicAddress } from './public-address';

/** Why a picture on another server is not shown. */
export type RemotePictureRefusal =
  | MessagePictureRefusal
  /** No address, or one without `https`. */
  | 'not-https'
  /** It leads into a network of somebody's own, to this computer, or to the portal, which has its own way. */
  | 'not-public'
  | 'too-many-redirects'
  | 'no-answer'
  /** The server answered with something else than a picture: 404, 403, 500. */
  | 'refused'
  | 'too-large';

export interface RemotePicture {
  readonly type: MessagePictureType;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What tests put in the place of the internet. */
export interface FetchOptions {
  /** Hosts that are never asked, with their ports as in an address. */
  readonly forbiddenHosts?: readonly string[];
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>;
  readonly isAllowed?: (address: string) => boolean;
  /** The certificates that are trusted beside the system's. */
  readonly certificateAuthority?: string;
  readonly timeoutMs?: number;
  readonly mostBytes?: number;
}

const MOST_REDIRECTS = 3;
const TIMEOUT_MS = 15_000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

const resolveBySystem = (host: string) => systemLookup(host, { all: true, verbatim: true });

/**
 * Fetches a picture from another server, as a person asked for it. `https` only; the address that a name leads to is checked
 * and is the one that is connected to, anew at each redirect, so that a name cannot lead elsewhere the second time it is
 * looked up. Nothing is sent along: no cookies, no key, no page that it stands on. What comes is cut off at the limit of
 * size and time, and has to be a picture by its bytes.
 */
export async function fetchPicture(
  source: string,
  options: FetchOptions = {},
): Promise<Outcome<RemotePicture, RemotePictureRefusal>> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  let address = source;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const got = await getOnce(address, signal, options);
    if (!got.ok) return got;
    if (got.value.kind === 'moved') {
      address = got.value.to;
      continue;
    }
    const { bytes } = got.value;
    const type = checkMessagePicture(bytes, (file) => imageSize(file));
    if (type === 'no-picture' || type === 'damaged' || type === 'too-many-pixels') return fail(type);
    return succeed({ type, bytes });
  }
  return fail('too-many-redirects');
}

type Got =
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'file'; readonly bytes: Uint8Array<ArrayBuffer> };

async function getOnce(
  address: string,
  signal: AbortSignal,
  options: FetchOptions,
): Promise<Outcome<Got, RemotePictureRefusal>> {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return fail('not-https');
  if (options.forbiddenHosts?.includes(url.host)) return fail('not-public');
  const checked = await checkedAddress(url, options);
  if (!checked.ok) return checked;
  try {
    const response = await get(url, checked.value, signal, options);
    const { statusCode = 0, headers } = response;
    if (REDIRECTS.has(statusCode)) {
      response.destroy();
      const to = URL.parse(headers.location ?? '', url.href);
      return to === null ? fail('refused') : succeed({ kind: 'moved', to: to.href });
    }
    if (statusCode !== 200) {
      response.destroy();
      return fail('refused');
    }
    return await readFile(response, options.mostBytes ?? MOST_REMOTE_BYTES);
  } catch {
    return fail('no-answer');
  }
}

/** The one address that is connected to. All that a name leads to have to be public: one that is not is a trap. */
async function checkedAddress(
  { hostname }: URL,
  { resolve = resolveBySystem, isAllowed = isPublicAddress }: FetchOptions,
): Promise<Outcome<LookupAddress, RemotePictureRefusal>> {
  const plain = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(plain);
  const found = family === 0 ? await resolve(plain).catch(() => []) : [{ address: plain, family }];
  const [first] = found;
  if (first === undefined) return fail('no-answer');
  return found.every(({ address }) => isAllowed(address)) ? succeed(first) : fail('not-public');
}

function get(url: URL, at: LookupAddress, signal: AbortSignal, options: FetchOptions): Promise<IncomingMessage> {
  // The name is not looked up again: this is where the check and the connection could part.
  const lookup: LookupFunction = (_host, { all }, callback) =>
    all ? callback(null, [at]) : callback(null, at.address, at.family);
  return new Promise((resolve, reject) => {
    request(url, {
      agent: false,
      lookup,
      signal,
      headers: { Accept: 'image/png, image/jpeg, image/webp, image/gif', 'Accept-Encoding': 'identity' },
      ...(options.certificateAuthority === undefined ? {} : { ca: options.certificateAuthority }),
    })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}

async function readFile(response: IncomingMessage, mostBytes: number): Promise<Outcome<Got, RemotePictureRefusal>> {
  const tooLarge = () => {
    response.destroy();
    return fail('too-large' as const);
  };
  if (Number(response.headers['content-length'] ?? 0) > mostBytes) return tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > mostBytes) return tooLarge();
    chunks.push(chunk);
  }
  return succeed({ kind: 'file', bytes: new Uint8Array(Buffer.concat(chunks)) });
}
