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

const PATH = '/ir.attachment/check_access_rights';

describe('what a user may not do', () => {
  it('is said where the server says no', async () => {
    proxy.inject({ kind: 'answer', status: 200, body: 'false' }, { path: PATH });
    expect(expectValue(await portal.readMissingRights())).toEqual(['send-pictures']);
  });

  it('is everything with a model that is not there', async () => {
    const unknown = odooErrorFault(404, 'werkzeug.exceptions.NotFound', 'the model does not exist');
    proxy.inject(unknown, { path: '/account.analytic.line/check_access_rights', times: 3 });
    expect(expectValue(await portal.readMissingRights())).toEqual(['create-lines', 'change-lines', 'delete-lines']);
  });

  it('is not known without an answer', async () => {
    proxy.inject({ kind: 'lose-answer' }, { path: PATH });
    expect(expectFailure(await portal.readMissingRights()).kind).toBe('unreachable');
  });
});
