import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createChosenTransport } from '../../src/main/portal/odoo/choose-transport';
import { createJsonRpcTransport } from '../../src/main/portal/odoo/json-rpc-transport';
import type { OdooConnection } from '../../src/main/portal/odoo/odoo-transport';
import { type Fault, htmlFault } from '../support/fault';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy';
import { expectFailure, expectValue, type PortalBench, startPracticeBench } from '../support/portal-bench';

const LOGIN = 'maja@furulund.example';
const WHO_AM_I = {
  model: 'res.users',
  method: 'context_get',
  arguments: {},
  answer: z.object({ uid: z.int() }),
} as const;

/** An error as JSON-RPC words it: with status 200. */
function errorFault(name: string, message: string): Fault {
  const data = { name, message, arguments: [message], context: {}, debug: 'Traceback …' };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, error: { code: 200, message: 'Odoo Server Error', data } });
  return { kind: 'answer', status: 200, body };
}

let bench: PortalBench;
let proxy: FaultProxy;
beforeAll(async () => {
  bench = await startPracticeBench();
});
afterAll(() => bench.stop());
beforeEach(async () => {
  proxy = await startFaultProxy(bench.address);
});
afterEach(() => proxy.stop());

const connection = (changes: Partial<OdooConnection> = {}): OdooConnection => ({
  address: proxy.address,
  database: null,
  login: LOGIN,
  apiKey: bench.apiKey,
  requestTimeoutMs: 2_000,
  ...changes,
});
const transport = (changes: Partial<OdooConnection> = {}) => createJsonRpcTransport(connection(changes));
const pathsOf = ({ received }: FaultProxy) => received.map(({ path }) => path);

describe('JSON-RPC', () => {
  it('logs in once, with the only database there is, and calls as that user', async () => {
    const speaking = transport();
    const first = expectValue(await speaking.call(WHO_AM_I));
    expect(expectValue(await speaking.call(WHO_AM_I))).toEqual(first);
    // Databases, log-in, and each call.
    expect(pathsOf(proxy)).toEqual(['/jsonrpc', '/jsonrpc', '/jsonrpc', '/jsonrpc']);
  });

  it('tells the version without a login', async () => {
    expect(expectValue(await transport({ login: null, apiKey: '' }).readVersion())).toBe('19.0');
  });

  it.each<[string, Partial<OdooConnection>, string, RegExp]>([
    ['a key of somebody else', { apiKey: 'wrong' }, 'key-refused', /do not belong together/],
    ['a login that does not exist', { login: 'nobody@furulund.example' }, 'key-refused', /do not belong together/],
    ['no login', { login: null }, 'key-refused', /also needs the login name/],
    ['a database that does not exist', { database: 'elsewhere' }, 'not-a-portal', /"elsewhere" does not exist/],
  ])('says so with %s', async (_what, changes, kind, words) => {
    const failure = expectFailure(await transport(changes).call(WHO_AM_I));
    expect(failure.kind).toBe(kind);
    expect(failure.message).toMatch(words);
  });

  it.each<[string, Fault, string, RegExp]>([
    ['a lost request', { kind: 'lose-request' }, 'unreachable', /cannot be reached/],
    ['a lost answer', { kind: 'lose-answer' }, 'unreachable', /cannot be reached/],
    ['a cut answer', { kind: 'cut-answer' }, 'unreachable', /cannot be reached/],
    ['no answer in time', { kind: 'hang' }, 'unreachable', /No answer within/],
    ['a web page with 200', htmlFault(200), 'not-a-portal', /not JSON/],
    ['something else that is JSON', { kind: 'answer', status: 200, body: '[1]' }, 'not-a-portal', /expected form/],
    ['an answer of another type', { kind: 'answer', status: 200, body: '{"result":7}' }, 'not-a-portal', /context_get/],
    ['missing rights', errorFault('odoo.exceptions.AccessError', 'Uh-oh!'), 'refused', /^Uh-oh!$/],
    ['a validation', errorFault('odoo.exceptions.ValidationError', 'Stängd period'), 'refused', /^Stängd period$/],
    ['a key that was revoked', errorFault('odoo.exceptions.AccessDenied', 'Access Denied'), 'key-refused', /Denied/],
    [
      'a clash of transactions',
      errorFault('psycopg2.errors.SerializationFailure', 'could not serialize access'),
      'unreachable',
      /serialize/,
    ],
    [
      'a session that has expired, in words without data',
      { kind: 'answer', status: 200, body: '{"error":{"message":"Odoo Session Expired"}}' },
      'unreachable',
      /Expired/,
    ],
  ])('knows %s for what it is', async (_what, fault, kind, words) => {
    const speaking = transport();
    expectValue(await speaking.call(WHO_AM_I));
    proxy.inject(fault, { path: '/jsonrpc' });
    const failure = expectFailure(await speaking.call(WHO_AM_I));
    expect(failure.kind).toBe(kind);
    expect(failure.message).toMatch(words);
    expectValue(await speaking.call(WHO_AM_I));
  });

  it('never repeats the key in what it says', async () => {
    const speaking = transport();
    proxy.inject(errorFault('builtins.ValueError', `Wrong: ${bench.apiKey}`), { path: '/jsonrpc' });
    expect(expectFailure(await speaking.readVersion()).message).toBe('Wrong: [key]');
  });
});

describe('the choice between the two', () => {
  const noSuchPage = htmlFault(404);

  it('is JSON-2 from Odoo 19 on', async () => {
    expectValue(await createChosenTransport(connection()).call(WHO_AM_I));
    expect(pathsOf(proxy)).toEqual(['/web/version', '/json/2/res.users/context_get']);
  });

  it('is JSON-2 also where something else answered the first question: a page that a network put in between', async () => {
    proxy.inject(htmlFault(200), { path: '/web/version' });
    expectValue(await createChosenTransport(connection({ login: null })).call(WHO_AM_I));
    expect(pathsOf(proxy)).toEqual(['/web/version', '/jsonrpc', '/json/2/res.users/context_get']);
  });

  it.each<[string, Fault]>([
    ['that does not tell its version where newer ones do', noSuchPage],
    ['that says it is older', { kind: 'answer', status: 200, body: '{"version":"18.0","version_info":[18,0]}' }],
  ])('is JSON-RPC for a server %s', async (_what, answer) => {
    proxy.inject(answer, { path: '/web/version' });
    const version = { jsonrpc: '2.0', id: 1, result: { server_version: '17.0+e' } };
    proxy.inject({ kind: 'answer', status: 200, body: JSON.stringify(version) }, { path: '/jsonrpc' });
    const speaking = createChosenTransport(connection({ database: 'practice' }));
    expectValue(await speaking.call(WHO_AM_I));
    expectValue(await speaking.call(WHO_AM_I));
    expect(new Set(pathsOf(proxy).slice(1))).toEqual(new Set(['/jsonrpc']));
  });

  it('is made later where no server answers', async () => {
    const speaking = createChosenTransport(connection());
    proxy.inject({ kind: 'lose-request' }, { path: '/web/version' });
    expect(expectFailure(await speaking.call(WHO_AM_I)).kind).toBe('unreachable');
    expectValue(await speaking.call(WHO_AM_I));
  });

  it('finds no portal where neither is spoken', async () => {
    proxy.inject(noSuchPage, { times: 9 });
    const failure = expectFailure(await createChosenTransport(connection()).call(WHO_AM_I));
    expect(failure.kind).toBe('not-a-portal');
  });
});
