import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const alias = { '@core': resolve('src/core'), '@ipc': resolve('src/ipc') };

export default defineConfig({
  test: {
    // Left to itself it leaves a core to whoever watches, which of two is half.
    maxWorkers: availableParallelism(),
    projects: [
      { resolve: { alias }, test: { name: 'unit', include: ['test/core/**/*.test.ts', 'test/renderer/**/*.test.ts'] } },
      {
        // On files and loopback: how long that takes is the machine's affair. Long enough to tell slow from stuck.
        resolve: { alias },
        test: { name: 'main', include: ['test/main/**/*.test.ts'], testTimeout: 20_000, hookTimeout: 20_000 },
      },
      {
        // Long: a test takes as many histories as it is told to.
        resolve: { alias },
        test: { name: 'histories', include: ['test/histories/**/*.test.ts'], testTimeout: 3_600_000 },
      },
      { resolve: { alias }, test: { name: 'bench', include: ['test/bench/**/*.test.ts'], testTimeout: 120_000 } },
      {
        resolve: { alias },
        test: {
          name: 'portal',
          include: ['test/portal/**/*.test.ts'],
          exclude: ['test/portal/odoo*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 600_000,
        },
      },
      {
        // Needs a running Odoo, named by FYRA_ODOO_URL and the variables beside it.
        resolve: { alias },
        test: {
          name: 'portal-odoo',
          include: ['test/portal/odoo*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
