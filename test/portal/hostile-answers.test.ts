import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createJsonRpcTransport } from '../../src/main/portal/odoo/json-rpc-transport';
import { createJson2Transport } from '../../src/main/portal/odoo/json2-transport';
import { createOdooPortal } from '../../src/main/portal/odoo/odoo-portal';
import type { OdooConnection } from '../../src/main/portal/odoo/odoo-transport';
import type { NewAttachment, NewTimesheetLine, Portal } from '../../src/main/portal/portal';
import { deepFault, type Fault, hugeFault, odooErrorFault } from '../support/fault';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy';
import {
  callPortal,
  createTickets,
  expectFailure,
  expectValue,
  type PortalBench,
  startPracticeBench,
} from '../support/portal-bench';
import { makePng } from '../support/workbench-acts';

const READ_ALL = { changedSince: null, after: null, pageSize: 200 };
const MEGABYTE = 1024 * 1024;
/** How long those wait who are to give up; long enough for an answer on a busy machine. */
const SHORT_PATIENCE_MS = 2_000;
const TRANSPORTS = [
  { interface: 'JSON-2', create: createJson2Transport, path: '/load' },
  { interface: 'JSON-RPC', create: createJsonRpcTransport, path: '/jsonrpc' },
];

let bench: PortalBench;
beforeAll(async () => {
  bench = await startPracticeBench();
});
afterAll(() => bench.stop());

function lineOn(ticketRemoteId: number, employeeId: number): NewTimesheetLine {
  return {
    externalId: `__import__.wb_${randomUUID()}`,
    ticketRemoteId,
    projectRemoteId: 1,
    employeeId,
    date: '2026-11-23',
    description: 'Felsökning',
    workedSeconds: 900,
  };
}

describe.each(TRANSPORTS)('over $interface', ({ create, path }) => {
  let proxy: FaultProxy;
  let portal: Portal;
  let line: NewTimesheetLine;
  let ticketRemoteId: number;

  /** Whoever says nothing of patience has the app's own. */
  async function connect(patience: Pick<OdooConnection, 'requestTimeoutMs'> = {}): Promise<void> {
    const connection: OdooConnection = {
      address: proxy.address,
      database: bench.database,
      apiKey: bench.apiKey,
      login: bench.logins[bench.apiKey] ?? null,
      ...patience,
    };
    portal = createOdooPortal(connection, create(connection));
    const { employeeId } = expectValue(await portal.identify());
    [ticketRemoteId = 0] = await createTickets(bench, ['Hostile']);
    line = lineOn(ticketRemoteId, z.int().parse(employeeId));
    // What is asked once has been asked: the next request is the one that is meant.
    expectValue(await portal.readTimesheetLines([ticketRemoteId], READ_ALL));
  }

  beforeEach(async () => {
    proxy = await startFaultProxy(bench.address);
    await connect();
  });
  afterEach(() => proxy.stop());

  const linesOfTicket = async () =>
    expectValue(await portal.readTimesheetLines([ticketRemoteId], READ_ALL)).rows.map((row) => row.remoteId);

  async function failureOf(fault: Fault) {
    proxy.inject(fault, { path });
    const failure = expectFailure(await portal.createTimesheetLine(line));
    expect(proxy.struck()).toBe(1);
    return failure;
  }

  it('an answer that drips ends with its whole time, and not with its next byte', async () => {
    await connect({ requestTimeoutMs: SHORT_PATIENCE_MS });
    const failure = await failureOf({ kind: 'drip', everyMs: SHORT_PATIENCE_MS / 20 });
    expect(failure).toMatchObject({ kind: 'unreachable', message: expect.stringContaining('No answer within') });
    expect(await linesOfTicket()).toHaveLength(1);
  });

  it('20 MB of JSON is read up to the limit only, and told of in a sentence', async () => {
    expect(await failureOf(hugeFault(20 * MEGABYTE))).toEqual({
      kind: 'not-a-portal',
      message: 'The answer is longer than 16 MB, which is far more than Odoo sends here.',
      isTooLong: true,
    });
  });

  it.each<[what: string, open: string, close: string]>([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
    ['results', '{"result":', '}'],
    ['errors', '{"error":', '}'],
  ])('100,000 levels of %s are an ordinary failure', async (_what, open, close) => {
    expect(await failureOf(deepFault(100_000, [open, close]))).toMatchObject({ kind: 'not-a-portal' });
  });

  it('deep nesting inside an error of the server is an ordinary failure', async () => {
    const { body } = z.object({ body: z.string() }).parse(deepFault(100_000));
    const failure = await failureOf({ kind: 'answer', status: 500, body: `{"name":"x","message":${body}}` });
    expect(failure.kind).toBe('unreachable');
  });

  it('what is delivered twice makes one line and one attachment, and the answer names it', async () => {
    proxy.inject({ kind: 'twice' }, { path });
    const remoteId = expectValue(await portal.createTimesheetLine(line));
    expect(await linesOfTicket()).toEqual([remoteId]);

    const attachment: NewAttachment = {
      externalId: `__import__.wb_${randomUUID()}`,
      ticketRemoteId,
      fileName: 'S-1.png',
      mimeType: 'image/png',
      bytes: makePng(),
    };
    proxy.inject({ kind: 'twice' }, { path });
    const attachmentId = expectValue(await portal.createAttachment(attachment));
    const domain = [['res_id', '=', ticketRemoteId]];
    const found = await callPortal(bench, bench.apiKey, 'ir.attachment', 'search', { domain }, z.array(z.int()));
    expect(found).toEqual([attachmentId]);
    expect(proxy.struck()).toBe(2);
  });

  it('a change and a deletion that are delivered twice are done once and are no failure', async () => {
    const remoteId = expectValue(await portal.createTimesheetLine(line));
    proxy.inject({ kind: 'twice' });
    expectValue(await portal.updateTimesheetLine(remoteId, { workedSeconds: 1800 }));
    expect(expectValue(await portal.readTimesheetLine(remoteId))?.workedSeconds).toBe(1800);
    proxy.inject({ kind: 'twice' });
    expectValue(await portal.deleteTimesheetLine(remoteId));
    expect(await linesOfTicket()).toEqual([]);
    expect(proxy.struck()).toBe(2);
  });

  // A known limit: a message has no external id, and Odoo does not keep our own id of it unique. See docs/decisions/0003.
  it('a message that is delivered twice stands there twice, and is found by its id all the same', async () => {
    const messageUid = `<wb-${randomUUID()}@fyra>`;
    const message = {
      messageUid,
      ticketRemoteId,
      bodyHtml: '<p>Hej</p>',
      isInternalNote: true,
      attachmentRemoteIds: [],
    };
    proxy.inject({ kind: 'twice' }, { path: path === '/load' ? '/message_post' : path });
    const remoteId = expectValue(await portal.postMessage(message));
    const messages = expectValue(await portal.readMessages([ticketRemoteId], READ_ALL)).rows;
    expect(messages.map((row) => row.messageUid)).toEqual([messageUid, messageUid]);
    const probed = expectValue(await portal.probeMessage(messageUid));
    expect(messages.map((row) => row.remoteId)).toContain(remoteId);
    expect(probed).toEqual({ kind: 'present', remoteId: messages[0]?.remoteId });
  });

  it('two requests that are swapped each have their own answer', async () => {
    const other = { ...line, externalId: `__import__.wb_${randomUUID()}`, description: 'Efter' };
    proxy.inject({ kind: 'overtaken' }, { path });
    const [first, second] = (
      await Promise.all([portal.createTimesheetLine(line), portal.createTimesheetLine(other)])
    ).map(expectValue);
    expect(first).toBeGreaterThan(second ?? 0);
    expect(expectValue(await portal.probeExternalId(line.externalId))).toEqual({ kind: 'present', remoteId: first });
    expect(expectValue(await portal.probeExternalId(other.externalId))).toEqual({ kind: 'present', remoteId: second });
  });

  it('a creation that arrives after it was looked for makes the line once', async () => {
    await connect({ requestTimeoutMs: SHORT_PATIENCE_MS });
    const failure = await failureOf({ kind: 'overtaken' });
    expect(failure.kind).toBe('unreachable');
    // The portal has the late request when it has answered the probe.
    expect(expectValue(await portal.probeExternalId(line.externalId))).toEqual({ kind: 'absent' });
    const remoteId = expectValue(await portal.createTimesheetLine(line));
    expect(await linesOfTicket()).toEqual([remoteId]);
  });
});

it('a wish to be left alone for ages is a number', async () => {
  const proxy = await startFaultProxy(bench.address);
  const connection = { address: proxy.address, database: null, apiKey: 'key' };
  const portal = createOdooPortal(connection, createJson2Transport(connection));
  const { body } = z.object({ body: z.string() }).parse(odooErrorFault(429, 'busy', 'busy'));
  proxy.inject({ kind: 'answer', status: 429, body, headers: { 'retry-after': '9'.repeat(400) } });
  expect(expectFailure(await portal.identify())).not.toHaveProperty('retryAfterMs');
  await proxy.stop();
});
