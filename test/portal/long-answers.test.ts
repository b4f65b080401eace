import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createJson2Transport } from '../../src/main/portal/odoo/json2-transport';
import { createOdooPortal } from '../../src/main/portal/odoo/odoo-portal';
import type { Page, PageKey, Portal, PortalTicket } from '../../src/main/portal/portal';
import { hugeFault } from '../support/fault';
import { startFaultProxy } from '../support/fault-proxy';
import {
  createTickets,
  expectFailure,
  expectValue,
  type PortalBench,
  startPracticeBench,
} from '../support/portal-bench';

const READ_ALL = { changedSince: null, after: null, pageSize: 200 };
const MEGABYTE = 1024 * 1024;

let bench: PortalBench;
beforeAll(async () => {
  bench = await startPracticeBench();
});
afterAll(() => bench.stop());

describe('the memory an answer takes', () => {
  const CHUNK = new Uint8Array(64 * 1024).fill(0x20);

  /** A portal whose every answer has this body. */
  function portalAnswering(
    body: ReadableStream<Uint8Array<ArrayBuffer>>,
    headers: Record<string, string> = {},
  ): Portal {
    const connection = {
      address: bench.address,
      database: null,
      apiKey: 'key',
      fetch: async () => new Response(body, { headers: { 'content-type': 'application/json', ...headers } }),
    };
    return createOdooPortal(connection, createJson2Transport(connection));
  }

  it('is bounded though the server never stops sending', async () => {
    let sentBytes = 0;
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => {
        sentBytes += CHUNK.byteLength;
        controller.enqueue(CHUNK);
      },
      cancel: () => {
        isCancelled = true;
      },
    });
    expect(expectFailure(await portalAnswering(endless).identify()).kind).toBe('not-a-portal');
    expect(isCancelled).toBe(true);
    expect(sentBytes).toBeLessThan(17 * MEGABYTE);
  });

  it('is not taken at all where the server announces too much', async () => {
    let sentBytes = 0;
    const announced = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        pull: (controller) => {
          sentBytes += CHUNK.byteLength;
          controller.enqueue(CHUNK);
        },
      },
      { highWaterMark: 0 },
    );
    const portal = portalAnswering(announced, { 'content-length': String(20 * MEGABYTE) });
    expect(expectFailure(await portal.identify()).kind).toBe('not-a-portal');
    expect(sentBytes).toBe(0);
  });

  it('counts what a packed answer becomes, not what came', async () => {
    const proxy = await startFaultProxy(bench.address);
    const body = gzipSync(Buffer.alloc(40 * MEGABYTE, ' '));
    expect(body.length).toBeLessThan(MEGABYTE);
    proxy.inject({ kind: 'answer', status: 200, body, headers: { 'content-encoding': 'gzip' } });
    const connection = { address: proxy.address, database: null, apiKey: 'key' };
    const portal = createOdooPortal(connection, createJson2Transport(connection));
    expect(expectFailure(await portal.identify())).toMatchObject({ kind: 'not-a-portal', isTooLong: true });
    await proxy.stop();
  });
});

describe('a page of rows that are too much for one answer', () => {
  it('is read in smaller pages', async () => {
    const proxy = await startFaultProxy(bench.address);
    const connection = { address: proxy.address, database: bench.database, apiKey: bench.apiKey };
    const portal = createOdooPortal(connection, createJson2Transport(connection));
    const remoteIds = await createTickets(bench, ['A', 'B', 'C', 'D', 'E', 'F', 'G']);
    proxy.inject(hugeFault(17 * MEGABYTE), { path: '/project.task/search_read', times: 2 });
    const found: number[] = [];
    let after: PageKey | null = null;
    do {
      const page: Page<PortalTicket> = expectValue(await portal.readTickets({ ...READ_ALL, after }));
      found.push(...page.rows.map((row) => row.remoteId));
      after = page.next;
    } while (after !== null);
    expect(proxy.struck()).toBe(2);
    expect(found).toEqual(expect.arrayContaining(remoteIds));
    expect(new Set(found).size).toBe(found.length);
    await proxy.stop();
  });

  it('is a failure where not even one row fits', async () => {
    const proxy = await startFaultProxy(bench.address);
    const connection = { address: proxy.address, database: bench.database, apiKey: bench.apiKey };
    const portal = createOdooPortal(connection, createJson2Transport(connection));
    proxy.inject(hugeFault(17 * MEGABYTE), { path: '/project.task/search_read', times: 100 });
    expect(expectFailure(await portal.readTickets(READ_ALL)).kind).toBe('not-a-portal');
    expect(proxy.struck()).toBeLessThan(12);
    await proxy.stop();
  });
});
