import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createJson2Transport } from '../../src/main/portal/odoo/json2-transport';
import { createOdooPortal } from '../../src/main/portal/odoo/odoo-portal';
import { MOST_ATTACHMENT_BYTES, type NewTimesheetLine, type Portal } from '../../src/main/portal/portal';
import { type Fault, htmlFault, odooErrorFault } from '../support/fault';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy';
import {
  createTickets,
  expectFailure,
  expectValue,
  type PortalBench,
  startPracticeBench,
} from '../support/portal-bench';

const READ_ALL = { changedSince: null, after: null, pageSize: 200 };

describe('a portal that fails', () => {
  let bench: PortalBench;
  let proxy: FaultProxy;
  let portal: Portal;
  let line: NewTimesheetLine;

  beforeAll(async () => {
    bench = await startPracticeBench();
  });
  afterAll(() => bench.stop());

  beforeEach(async () => {
    proxy = await startFaultProxy(bench.address);
    portal = createOdooPortal({
      address: proxy.address,
      database: bench.database,
      apiKey: bench.apiKey,
      requestTimeoutMs: 2_000,
    });
    const identity = expectValue(await portal.identify());
    const [ticketRemoteId = 0] = await createTickets(bench, ['Faults']);
    line = {
      externalId: `__import__.wb_${randomUUID()}`,
      ticketRemoteId,
      projectRemoteId: 1,
      employeeId: z.int().parse(identity.employeeId),
      date: '2026-11-23',
      description: 'Felsökning',
      workedSeconds: 900,
    };
  });
  afterEach(() => proxy.stop());

  const linesOfTicket = async () =>
    expectValue(await portal.readTimesheetLines([line.ticketRemoteId ?? 0], READ_ALL)).rows.map((row) => row.remoteId);

  it.each<[name: string, fault: Fault, kind: string, words: RegExp]>([
    ['a lost request', { kind: 'lose-request' }, 'unreachable', /cannot be reached/],
    ['a lost answer', { kind: 'lose-answer' }, 'unreachable', /cannot be reached/],
    ['a cut answer', { kind: 'cut-answer' }, 'unreachable', /cannot be reached/],
    ['no answer in time', { kind: 'hang' }, 'unreachable', /No answer within/],
    ['an answer that stalls', { kind: 'stall' }, 'unreachable', /No answer within/],
    ['JSON that ends too early', { kind: 'answer', status: 200, body: '{"ids":[1' }, 'unreachable', /cut short/],
    ['a web page with 200', htmlFault(200), 'not-a-portal', /not JSON/],
    [
      'an empty answer of no kind',
      { kind: 'answer', status: 204, body: '', contentType: '' },
      'not-a-portal',
      /not JSON/,
    ],
    ['a web page with 404', htmlFault(404), 'not-a-portal', /404/],
    ['a web page with 403', htmlFault(403), 'not-a-portal', /403/],
    ['a web page with 401', htmlFault(401), 'key-refused', /refused/],
    ["Odoo's 401", odooErrorFault(401, 'werkzeug.exceptions.Unauthorized', 'Invalid apikey'), 'key-refused', /Invalid/],
    ["Odoo's 403", odooErrorFault(403, 'odoo.exceptions.AccessError', 'Uh-oh!'), 'refused', /^Uh-oh!$/],
    ["Odoo's 404", odooErrorFault(404, 'odoo.exceptions.MissingError', 'Finns inte'), 'refused', /^Finns inte$/],
    ["Odoo's 422", odooErrorFault(422, 'odoo.exceptions.UserError', 'Stängd period'), 'refused', /^Stängd period$/],
    [
      "Odoo's 500 for a wrong call",
      odooErrorFault(500, 'builtins.ValueError', 'Invalid field'),
      'refused',
      /Invalid field/,
    ],
    [
      "Odoo's 500 for a clash",
      odooErrorFault(500, 'psycopg2.errors.SerializationFailure', 'could not serialize access'),
      'unreachable',
      /serialize/,
    ],
    [
      "Odoo's 500 for a full pool",
      odooErrorFault(500, 'psycopg2.pool.PoolError', 'The Connection Pool Is Full'),
      'unreachable',
      /Pool/,
    ],
    [
      "Odoo's 409 for a locked record",
      odooErrorFault(409, 'odoo.exceptions.LockError', 'Locked'),
      'unreachable',
      /Locked/,
    ],
    ['a proxy that finds it too large', htmlFault(413), 'refused', /large/],
    ['a bare 500', htmlFault(500), 'unreachable', /500/],
    ['a bare 502', htmlFault(502), 'unreachable', /502/],
    ['a 503 during maintenance', htmlFault(503), 'unreachable', /503/],
    [
      'JSON of another kind',
      { kind: 'answer', status: 200, body: '{"ids":"many","messages":7}' },
      'not-a-portal',
      /form/,
    ],
    ['JSON null', { kind: 'answer', status: 200, body: 'null' }, 'not-a-portal', /form/],
    [
      'a lost race',
      {
        kind: 'answer',
        status: 200,
        body: '{"ids":false,"messages":[{"message":"could not serialize access due to concurrent update\\n"}],"nextrow":0}',
      },
      'unreachable',
      /serialize/,
    ],
    [
      'an import that is refused',
      {
        kind: 'answer',
        status: 200,
        body: '{"ids":false,"messages":[{"message":"Fel datum"},{"message":"Fel datum"},{"message":"Fel timmar"}],"nextrow":0}',
      },
      'refused',
      /^Fel datum\nFel timmar$/,
    ],
    [
      'an import that says nothing',
      { kind: 'answer', status: 200, body: '{"ids":false,"messages":[],"nextrow":0}' },
      'refused',
      /no reason/,
    ],
  ])('%s', async (_name, fault, kind, words) => {
    proxy.inject(fault, { path: '/load' });
    const failure = expectFailure(await portal.createTimesheetLine(line));
    expect(failure.kind).toBe(kind);
    expect(failure.message).toMatch(words);
    expect(failure.message).not.toContain(bench.apiKey);
  });

  it('creates no line when the request is lost, and one when it is sent again', async () => {
    proxy.inject({ kind: 'lose-request' }, { path: '/load' });
    expectFailure(await portal.createTimesheetLine(line));
    expect(expectValue(await portal.probeExternalId(line.externalId))).toEqual({ kind: 'absent' });
    const remoteId = expectValue(await portal.createTimesheetLine(line));
    expect(await linesOfTicket()).toEqual([remoteId]);
  });

  it.each<Fault>([{ kind: 'lose-answer' }, { kind: 'cut-answer' }, { kind: 'stall' }])(
    'finds the line again after the answer was lost: %j',
    async (fault) => {
      proxy.inject(fault, { path: '/load' });
      expectFailure(await portal.createTimesheetLine(line));
      const remoteIds = await linesOfTicket();
      expect(remoteIds).toHaveLength(1);
      expect(expectValue(await portal.probeExternalId(line.externalId))).toEqual({
        kind: 'present',
        remoteId: remoteIds[0],
      });
      expect(expectValue(await portal.createTimesheetLine(line))).toBe(remoteIds[0]);
      expect(await linesOfTicket()).toEqual(remoteIds);
    },
  );

  it.each<[header: string, minimumMs: number, maximumMs: number]>([
    ['120', 120_000, 120_000],
    [new Date(Date.now() + 3_600_000).toUTCString(), 3_500_000, 3_600_000],
    ['Mon, 01 Jan 2001 00:00:00 GMT', 0, 0],
  ])('keeps what Retry-After says: %s', async (header, minimumMs, maximumMs) => {
    proxy.inject(htmlFault(429, { 'retry-after': header }), { path: '/load' });
    const failure = expectFailure(await portal.createTimesheetLine(line));
    expect(failure).toMatchObject({ kind: 'unreachable', retryAfterMs: expect.any(Number) });
    const { retryAfterMs } = z.object({ retryAfterMs: z.number() }).parse(failure);
    expect(retryAfterMs).toBeGreaterThanOrEqual(minimumMs);
    expect(retryAfterMs).toBeLessThanOrEqual(maximumMs);
  });

  it('says nothing of waiting when Retry-After makes no sense', async () => {
    proxy.inject(htmlFault(429, { 'retry-after': 'soon' }), { path: '/load' });
    expect(expectFailure(await portal.createTimesheetLine(line))).not.toHaveProperty('retryAfterMs');
  });

  it('follows no redirect, so the key goes nowhere else', async () => {
    const seen: string[] = [];
    const elsewhere = createServer((incoming, outgoing) => {
      seen.push(incoming.headers.authorization ?? 'no key');
      outgoing.end('{}');
    });
    elsewhere.listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const { port } = z.object({ port: z.int() }).parse(elsewhere.address());
    for (const status of [301, 302, 303, 307, 308]) {
      proxy.inject(htmlFault(status, { location: `http://localhost:${port}/json/2/x/load` }), { path: '/load' });
      const failure = expectFailure(await portal.createTimesheetLine(line));
      expect(failure).toMatchObject({ kind: 'not-a-portal', message: expect.stringContaining('another address') });
    }
    expect(seen).toEqual([]);
    elsewhere.close();
  });

  it('keeps the key out of what a server says', async () => {
    proxy.inject(odooErrorFault(403, 'odoo.exceptions.AccessError', `Header was: bearer ${bench.apiKey}.`), {
      path: '/load',
    });
    expect(expectFailure(await portal.createTimesheetLine(line)).message).toBe('Header was: bearer [key].');
  });

  it('keeps the words of a server that talks a lot within bounds', async () => {
    proxy.inject(odooErrorFault(422, 'odoo.exceptions.UserError', 'x'.repeat(50_000)), { path: '/load' });
    expect(expectFailure(await portal.createTimesheetLine(line)).message.length).toBeLessThanOrEqual(2_000);
  });

  it('sends no key where none is needed', () => {
    const publicRequests = proxy.received.filter(({ path }) => path === '/web/version');
    expect(publicRequests).not.toHaveLength(0);
    expect(publicRequests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
  });

  it('gives up on an answer that does not end', async () => {
    const transport = createJson2Transport({
      address: proxy.address,
      database: null,
      apiKey: bench.apiKey,
      maximumAnswerBytes: 1_000,
    });
    proxy.inject({ kind: 'answer', status: 200, body: JSON.stringify('x'.repeat(5_000)) });
    const call = { model: 'project.task', method: 'search', arguments: {}, answer: z.string() };
    expect(expectFailure(await transport.call(call))).toMatchObject({
      kind: 'not-a-portal',
      message: expect.stringContaining('longer'),
    });
  });

  it('asks for a new key when the one it has cannot be sent', async () => {
    const broken = createOdooPortal({ address: proxy.address, database: null, apiKey: 'kök\nkey' });
    const failure = expectFailure(await broken.readTickets(READ_ALL));
    expect(failure.kind).toBe('key-refused');
    expect(failure.message).not.toContain('kök');
  });

  it('is unreachable where nothing listens', async () => {
    const gone = await startFaultProxy(bench.address);
    await gone.stop();
    const nowhere = createOdooPortal({ address: gone.address, database: null, apiKey: bench.apiKey });
    expect(expectFailure(await nowhere.identify())).toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('is reachable again once the network is back', async () => {
    proxy.setOffline(true);
    expect(expectFailure(await portal.identify()).kind).toBe('unreachable');
    proxy.setOffline(false);
    expectValue(await portal.identify());
  });

  it('reads no attachment that is too large, and asks for none of its content', async () => {
    const sizeBytes = MOST_ATTACHMENT_BYTES + 1;
    const body = JSON.stringify([{ id: 7, file_size: sizeBytes }]);
    proxy.inject({ kind: 'answer', status: 200, body }, { path: '/ir.attachment/search_read' });
    const asked = proxy.received.length;
    const reading = { signal: new AbortController().signal, onProgress: () => undefined };
    expect(expectFailure(await portal.readAttachment(7, reading))).toEqual({ kind: 'too-large', sizeBytes });
    expect(proxy.received.slice(asked).map(({ path }) => path)).toEqual(['/json/2/ir.attachment/search_read']);
  });
});
