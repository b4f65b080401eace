/** `npm run bench`: figures as ratios to a named floor measured in the same run. Nothing here passes or fails. */

import { createRequire } from 'node:module';
import { benchColdStart } from './bench/cold-start.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { projectFolder } from './lib/places.mjs';
import { runTool } from './lib/tools.mjs';
import { setup } from './setup.mjs';

try {
  await bench();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function bench() {
  const { electronExecutable } = await setup({ for: 'tests' });
  await ensureBuilt();
  await withDisplay(async (env) => {
    const { fyraMs, emptyMs, ratio, rounds } = await benchColdStart({
      executable: electronExecutable,
      env,
      practise: (userData) => practiseOnce(electronExecutable, env, userData),
    });
    console.log(
      `cold start to usable queue: ${ratio.toFixed(2)} × an empty Electron window ` +
        `(medians of ${rounds} starts each: ${fyraMs.toFixed(0)} ms and ${emptyMs.toFixed(0)} ms; budget 1.5 ×)`,
    );
  });
  const { code } = await runTool('vitest', ['run', '--project', 'bench', '--silent=false', '--reporter=dot']);
  if (code !== 0) throw new Error('The benchmark of the timer did not run to its end.');
}

/** Chooses the practice portal in a new folder and leaves the app as a person would. */
async function practiseOnce(executablePath, env, userData) {
  const { _electron } = createRequire(`${projectFolder}/package.json`)('@playwright/test');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath,
    args: [...sandbox, '--lang=en-GB', projectFolder],
    env: { ...env, FYRA_USER_DATA: userData },
  });
  const window = await app.firstWindow();
  await window.getByRole('button', { name: 'Start practising' }).click();
  await window.locator('body[data-ready="queue"]').waitFor();
  await app.close();
}
