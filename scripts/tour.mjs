/**
 * `npm run tour`: sets up what is missing, then does the whole main job without hands in the real app, on sped-up time.
 * Each step is printed with what was verified; pictures of every step go to out/tour/.
 */

import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { projectFolder } from './lib/places.mjs';
import { runTool } from './lib/tools.mjs';
import { setup } from './setup.mjs';

try {
  const { electronExecutable } = await setup({ for: 'tests' });
  await ensureBuilt();
  await withDisplay(async (env) => {
    const { code } = await runTool('playwright', ['test', '--config', 'test/tour/playwright.config.ts'], {
      env: { ...env, FYRA_ELECTRON: electronExecutable },
    });
    process.exitCode = code;
  });
  const pictures = join(projectFolder, 'out', 'tour');
  console.log(
    process.exitCode === 0
      ? `\nThe tour is complete. Its pictures are in ${pictures}`
      : `\nThe tour ended early. The pictures up to there are in ${pictures}`,
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
