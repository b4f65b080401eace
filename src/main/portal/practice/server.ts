import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Caller } from './caller';
import { answerJsonRpc, type JsonRpcServices } from './json-rpc';
import { carryOut } from './methods';
import { badRequest, notFound, OdooError, unauthorized } from './odoo-error';
import type { Store } from './store';

const MAXIMUM_BODY_BYTES = 64 * 1024 * 1024;
const SERVER_VERSION = { version_info: [19, 0, 0, 'final', 0, ''], version: '19.0' };
/** What this server calls its one database. */
export const PRACTICE_DATABASE = 'practice';

/** Somebody who may call, with the key that shows it. */
export interface KeyHolder extends Omit<Caller, 'nowMs'> {
  readonly login: string;
  readonly apiKey: string;
}

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** The HTTP side of the practice portal: what of JSON-2 and JSON-RPC the app and its tests use, on this computer only. */
export function createPracticeServer(store: Store, holders: readonly KeyHolder[], now: () => number): Server {
  return createServer((request, response) => {
    void answerRequest(request, store, holders, now).then((answer) => send(response, answer));
  });
}

async function answerRequest(
  request: IncomingMessage,
  store: Store,
  holders: readonly KeyHolder[],
  now: () => number,
): Promise<Answer> {
  // A page in a browser can make its own host name mean this computer; what it then sends names that host.
  if (!isLoopbackHostHeader(request.headers.host)) return html(403, 'This portal answers on this computer only.');
  try {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path === '/web/version' && request.method === 'GET') return json(200, SERVER_VERSION);
    if (path === '/web/health' && request.method === 'GET') return json(200, { status: 'pass' });
    if (path === '/web/database/list' && request.method === 'POST') {
      return json(200, { jsonrpc: '2.0', id: null, result: [PRACTICE_DATABASE] });
    }
    if (path === '/jsonrpc' && request.method === 'POST') {
      const text = await readBody(request);
      if (text === null) return html(413, 'Request entity too large.');
      return json(200, answerJsonRpc(text, jsonRpcServices(store, holders, now)));
    }
    if (!path.startsWith('/json/2')) return html(404, 'The requested URL was not found on the server.');
    const database = request.headers['x-odoo-database'];
    if (database !== undefined && database !== PRACTICE_DATABASE) {
      return html(404, 'No database is selected and the requested URL was not found in the server-wide controllers.');
    }
    return await answerCall(request, path, store, holders, now);
  } catch (error) {
    if (error instanceof OdooError) return json(error.status, describe(error.odooName, error.message));
    // A fault in here must look like a fault of a server, not end the app that runs it.
    return json(500, describe('builtins.Exception', error instanceof Error ? error.message : 'unknown'));
  }
}

function jsonRpcServices(store: Store, holders: readonly KeyHolder[], now: () => number): JsonRpcServices {
  return {
    version: SERVER_VERSION.version,
    database: PRACTICE_DATABASE,
    findUser: (login, apiKey) =>
      holders.find((holder) => holder.login === login && isSameKey(holder.apiKey, apiKey))?.userId ?? null,
    carryOut: (userId, apiKey, model, method, body) => {
      const holder = holders.find((candidate) => candidate.userId === userId && isSameKey(candidate.apiKey, apiKey));
      if (holder === undefined) throw unauthorized('Access Denied');
      return carryOut({ store, caller: { ...holder, nowMs: now() }, model, method, body });
    },
  };
}

async function answerCall(
  request: IncomingMessage,
  path: string,
  store: Store,
  holders: readonly KeyHolder[],
  now: () => number,
): Promise<Answer> {
  const [, , , model, method, ...more] = path.split('/').map(decodeURIComponent);
  if (request.method !== 'POST' || model === undefined || method === undefined || more.length > 0) {
    throw notFound('Did you mean POST /json/2/<model>/<method>?');
  }
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return html(415, 'The content type has to be application/json.');
  }
  const holder = findHolder(request.headers.authorization, holders);
  const text = await readBody(request);
  if (text === null) return html(413, 'Request entity too large.');
  const body = parseBody(text);
  const caller = { ...holder, nowMs: now() };
  return json(200, carryOut({ store, caller, model, method, body }));
}

function findHolder(header: string | undefined, holders: readonly KeyHolder[]): KeyHolder {
  const key = /^bearer\s+(.+)$/i.exec(header ?? '')?.[1];
  if (key === undefined)
    throw unauthorized('User not authenticated, use an API Key with a Bearer Authorization header.');
  const holder = holders.find((candidate) => isSameKey(candidate.apiKey, key));
  if (holder === undefined) throw unauthorized('Invalid apikey');
  return holder;
}

function isSameKey(some: string, other: string): boolean {
  return timingSafeEqual(digest(some), digest(other));
}

function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let receivedBytes = 0;
  for await (const chunk of request) {
    const bytes = z.instanceof(Buffer).parse(chunk);
    receivedBytes += bytes.length;
    if (receivedBytes > MAXIMUM_BODY_BYTES) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseBody(text: string): Record<string, unknown> {
  if (text === '') return {};
  try {
    // Odoo takes everything that is no object for "no arguments".
    return z.record(z.string(), z.unknown()).catch({}).parse(JSON.parse(text));
  } catch (error) {
    throw badRequest(`could not parse the body as json: ${error instanceof Error ? error.message : ''}`);
  }
}

function isLoopbackHostHeader(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '');
}

function describe(name: string, message: string) {
  return { name, message, arguments: [message], context: {}, debug: '' };
}

function json(status: number, value: unknown): Answer {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

function html(status: number, sentence: string): Answer {
  const body = `<!doctype html>\n<html lang=en>\n<title>${status}</title>\n<p>${sentence}</p>\n`;
  return { status, contentType: 'text/html; charset=utf-8', body };
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    'content-length': Buffer.byteLength(answer.body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(answer.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    // The rest of a body that was not read would be taken for the next request.
    ...(answer.status === 413 ? { connection: 'close' } : {}),
  });
  response.end(answer.body);
}
