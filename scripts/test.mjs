/** `npm test`: sets up what is missing, then checks types, lint and walls, and runs every test that needs no Odoo. */

import { ensureBuilt } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { startTestRun } from './lib/test-run.mjs';
import { setup } from './setup.mjs';

try {
  process.exitCode = await test();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function test() {
  const { electronExecutable } = await setup({ for: 'tests' });
  const run = startTestRun();
  await run.script('types', 'scripts/check-types.mjs');
  await run.check('lint', 'biome', ['ci', '--error-on-warnings', '.']);
  await run.check('walls', 'depcruise', ['--config', '.dependency-cruiser.cjs', 'src', 'test']);
  await run.vitest('unit', ['--project', 'unit']);
  await run.vitest('database, use cases and sync', ['--project', 'main']);
  await run.vitest('random histories of two consultants', ['--project', 'histories']);
  await run.vitest('portal contract on the practice portal', ['--project', 'portal']);
  await ensureBuilt();
  await withDisplay((env) =>
    run.playwright('end to end in Electron', 'test/e2e/playwright.config.ts', process.argv.slice(2), {
      ...env,
      FYRA_ELECTRON: electronExecutable,
    }),
  );
  return run.finish('test');
}
