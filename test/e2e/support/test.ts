import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type FaultProxy, startFaultProxy } from '../../support/fault-proxy';
import { Workbench } from '../pages/workbench';
import { FyraApp, type LaunchOptions } from './fyra-app';
import { odooBench, type PortalBench, practiceBench } from './portal-bench';

interface Fixtures {
  /** How much later than now it is on the portal beside the app. */
  readonly portalClock: { aheadMs: number };
  /** A folder of this test's own. */
  readonly folder: string;
  /** Starts the app; the same folder again is the same person's app again. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<Workbench>;
  /** The portal beside the app. */
  readonly portal: PortalBench;
  /** A way to the portal on which things can go wrong. */
  readonly faultProxy: FaultProxy;
  /** Starts the app and connects it to the portal through the proxy. */
  readonly connectThroughProxy: (options?: Partial<LaunchOptions>) => Promise<Workbench>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'fyra-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
  portalClock: async ({}, use) => {
    await use({ aheadMs: 0 });
  },

  launch: async ({ folder }, use) => {
    const launched: FyraApp[] = [];
    await use(async (options = {}) => {
      const app = await FyraApp.launch({ userData: join(folder, 'user-data'), ...options });
      launched.push(app);
      return new Workbench(app);
    });
    for (const app of launched) await app.close();
  },

  portal: async ({ folder, portalClock }, use) => {
    const now = () => Date.now() + portalClock.aheadMs;
    const portal = process.env['FYRA_ODOO_URL'] ? odooBench() : await practiceBench(folder, now);
    await use(portal);
    await portal.stop();
  },

  faultProxy: async ({ portal }, use) => {
    const proxy = await startFaultProxy(new URL(portal.address));
    await use(proxy);
    await proxy.stop();
  },

  connectThroughProxy: async ({ launch, portal, faultProxy }, use) => {
    await use(async (options) => {
      const fyra = await launch(options);
      await fyra.welcome.connect({ ...portal, address: faultProxy.address.href });
      return fyra;
    });
  },
});

export { expect } from '@playwright/test';
