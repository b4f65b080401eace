/** `npm run test:odoo`: the portal contract and the main job against a real Odoo 19, started for it and stopped again. */

import { ensureBuilt } from './lib/build.mjs';
import { contractTable } from './lib/contract-table.mjs';
import { withDisplay } from './lib/display.mjs';
import { startTestRun } from './lib/test-run.mjs';
import { startOdooBench } from './odoo/bench.mjs';
import { setup } from './setup.mjs';

const PRACTICE = 'portal contract on the practice portal';
const REAL = 'portal contract on real Odoo';
/** `npm test` has run the contract on the practice portal already, and its results stand where they would be written. */
const hasPracticeResults = process.argv.includes('--with-practice-results');
const PORTALS = ['practice', 'Odoo over JSON-2', 'Odoo over JSON-RPC'];

try {
  process.exitCode = await testOdoo();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function testOdoo() {
  const { electronExecutable } = await setup({ for: 'tests' });
  await ensureBuilt();
  const odoo = await startOdooBench({ log: (line) => console.log(line) });
  try {
    const env = {
      FYRA_ODOO_URL: String(odoo.url),
      FYRA_ODOO_DATABASE: odoo.database ?? '',
      FYRA_ODOO_API_KEY: odoo.consultant.apiKey,
      FYRA_ODOO_LOGIN: odoo.consultant.login,
      FYRA_ODOO_COLLEAGUE_API_KEY: odoo.colleague.apiKey,
      FYRA_ODOO_COLLEAGUE_LOGIN: odoo.colleague.login,
      FYRA_ODOO_ADMIN_API_KEY: odoo.admin.apiKey,
    };
    const run = startTestRun();
    if (!hasPracticeResults) await run.vitest(PRACTICE, ['practice-portal', '--project', 'portal']);
    await run.vitest(REAL, ['odoo.test', '--project', 'portal-odoo'], env);
    await run.vitest('sync with real Odoo', ['odoo-sync', '--project', 'portal-odoo'], env);
    // The contract leaves its records behind; the main job begins on the seed again.
    await odoo.reset?.();
    await withDisplay((display) =>
      run.playwright('main job on real Odoo', 'test/e2e/playwright.config.ts', ['main-job'], {
        ...display,
        ...env,
        FYRA_ELECTRON: electronExecutable,
      }),
    );
    const code = run.finish('test-odoo');
    const table = contractTable([run.reportOf(PRACTICE), run.reportOf(REAL)], PORTALS);
    for (const line of table.lines) console.log(line);
    return table.isComplete ? code : 1;
  } finally {
    await odoo.stop();
  }
}
