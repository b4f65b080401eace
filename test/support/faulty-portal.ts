import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Portal } from '../../src/main/portal/portal';
import { type FaultProxy, startFaultProxy } from './fault-proxy';
import { type PortalBench, portalOf, startPracticeBench } from './portal-bench';

/** A practice portal, and the way there on which things can go wrong. */
interface FaultyPortal {
  readonly bench: PortalBench;
  readonly proxy: FaultProxy;
  /** The portal as the consultant reaches it through the proxy. */
  readonly portal: Portal;
}

/** Starts a practice portal for the tests of a file, and a proxy for each of them. */
export function setUpFaultyPortal(): FaultyPortal {
  let bench: PortalBench;
  let proxy: FaultProxy;
  let portal: Portal;
  beforeAll(async () => {
    bench = await startPracticeBench();
  });
  afterAll(() => bench.stop());
  beforeEach(async () => {
    proxy = await startFaultProxy(bench.address);
    portal = portalOf({ ...bench, address: proxy.address });
  });
  afterEach(() => proxy.stop());
  return {
    get bench() {
      return bench;
    },
    get proxy() {
      return proxy;
    },
    get portal() {
      return portal;
    },
  };
}
