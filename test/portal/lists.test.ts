import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Portal } from '../../src/main/portal/portal';
import { odooErrorFault } from '../support/fault';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy';
import { expectFailure, expectValue, type PortalBench, portalOf, startPracticeBench } from '../support/portal-bench';

let bench: PortalBench;
let proxy: FaultProxy;
let portal: Portal;
beforeEach(async () => {
  bench = await startPracticeBench();
  proxy = await startFaultProxy(bench.address);
  portal = portalOf({ ...bench, address: proxy.address });
});
afterEach(async () => {
  await proxy.stop();
  await bench.stop();
});

const PROJECTS = { path: '/project.project/search_read' };

describe('what can be chosen for a ticket', () => {
  it('is less by a list that this user may not see, or that the server does not have', async () => {
    const unknown = odooErrorFault(404, 'werkzeug.exceptions.NotFound', 'the model does not exist');
    proxy.inject(unknown, { ...PROJECTS, times: 2 });
    const lists = expectValue(await portal.readLists());
    expect(lists).toMatchObject({ groups: [], projects: [] });
    expect(lists.stages.length).toBeGreaterThan(0);
    expect(lists.colleagues.length).toBeGreaterThan(0);
  });

  it('is not known without an answer', async () => {
    proxy.inject({ kind: 'lose-answer' }, PROJECTS);
    expect(expectFailure(await portal.readLists()).kind).toBe('unreachable');
  });
});
