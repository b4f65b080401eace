import { describe, expect, it } from 'vitest';
import { listDatabases } from '../../src/main/portal/odoo/list-databases';
import { htmlFault } from '../support/fault';
import { startFaultProxy } from '../support/fault-proxy';
import { setUpFaultyPortal } from '../support/faulty-portal';
import { expectFailure, expectValue } from '../support/portal-bench';

const faulty = setUpFaultyPortal();

const PATH = '/web/database/list';
const answer = (body: unknown) =>
  faulty.proxy.inject({ kind: 'answer', status: 200, body: JSON.stringify(body) }, { path: PATH });
const list = () => listDatabases({ address: faulty.proxy.address });

describe('the databases of a server', () => {
  it('are told by the practice portal', async () => {
    expect(expectValue(await list())).toEqual([faulty.bench.database]);
  });

  it('are asked for without a key', async () => {
    await list();
    const [request] = faulty.proxy.received;
    expect(request?.headers.authorization).toBeUndefined();
    expect(request?.headers.cookie).toBeUndefined();
  });

  it('are given in the order of the server', async () => {
    answer({ jsonrpc: '2.0', id: null, result: ['norr', 'furulund', 'test'] });
    expect(expectValue(await list())).toEqual(['norr', 'furulund', 'test']);
  });

  it('are unknown where the server refuses to list them', async () => {
    answer({ jsonrpc: '2.0', id: null, error: { code: 200, data: { name: 'odoo.exceptions.AccessDenied' } } });
    expect(expectValue(await list())).toBeNull();
  });

  it('are unknown where the server lists none', async () => {
    answer({ jsonrpc: '2.0', id: null, result: [] });
    expect(expectValue(await list())).toBeNull();
  });

  it('are unknown where a page answers', async () => {
    faulty.proxy.inject(htmlFault(404), { path: PATH });
    expect(expectValue(await list())).toBeNull();
  });

  it('are unknown where the answer is of another form', async () => {
    answer({ result: [{ name: 'norr' }] });
    expect(expectValue(await list())).toBeNull();
  });

  it('are not asked for at an address that the server sends on to', async () => {
    const elsewhere = await startFaultProxy(faulty.bench.address);
    faulty.proxy.inject(htmlFault(307, { location: new URL(PATH, elsewhere.address).href }), { path: PATH });
    expect(expectValue(await list())).toBeNull();
    expect(elsewhere.received).toEqual([]);
    await elsewhere.stop();
  });

  it('are no answer where the server cannot be reached', async () => {
    faulty.proxy.setOffline(true);
    expect(expectFailure(await list()).kind).toBe('unreachable');
  });
});
