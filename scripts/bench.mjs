/**
 * `npm run bench`: figures as ratios to a named floor measured in the same run. Nothing here passes or fails.
 * `npm run bench -- queue` measures the queue of a hundred thousand tickets alone.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchCapture } from './bench/capture.mjs';
import { benchColdStart } from './bench/cold-start.mjs';
import { benchFirstSync } from './bench/first-sync.mjs';
import { benchLargePicture } from './bench/large-picture.mjs';
import { benchQueue, tellQueue } from './bench/queue.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { projectFolder } from './lib/places.mjs';
import { runTool } from './lib/tools.mjs';
import { setup } from './setup.mjs';

try {
  await bench(process.argv[2]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function bench(only) {
  if (only !== undefined && only !== 'queue')
    throw new Error(`There is no benchmark "${only}"; "queue" can run alone.`);
  const { electronExecutable } = await setup({ for: 'tests' });
  await ensureBuilt();
  if (only === 'queue') return measureQueue(electronExecutable);
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
    const folder = mkdtempSync(join(tmpdir(), 'fyra-bench-'));
    try {
      await practiseOnce(electronExecutable, env, folder);
      const taken = await benchCapture({ executable: electronExecutable, env, userData: folder });
      console.log(
        `keys to editable screen dump, 1920×1080: ${taken.wholeMs.toFixed(0)} ms ` +
          `(${taken.pickerMs.toFixed(0)} ms until a region can be drawn, ${taken.editorMs.toFixed(0)} ms from there to the editor; ` +
          `${(taken.wholeMs / taken.floorMs).toFixed(2)} × one look at the screen as PNG, ${taken.floorMs.toFixed(0)} ms; ` +
          `medians of ${taken.rounds}; budget 500 ms)`,
      );
      const opened = await benchLargePicture({ executable: electronExecutable, env, userData: folder });
      console.log(
        `longest task of the window while a picture of 50 megapixels opens: ${opened.largeMs.toFixed(0)} ms ` +
          `(${(opened.largeMs / opened.ordinaryMs).toFixed(2)} × a picture of 1920×1080, ${opened.ordinaryMs.toFixed(0)} ms; ` +
          `it stands in the editor after ${opened.openedMs.toFixed(0)} ms; medians of ${opened.rounds}; budget 100 ms)`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  await withDisplay(async (env) => {
    const sync = await benchFirstSync({ executable: electronExecutable, env });
    console.log(
      `first sync of ${sync.tickets} tickets: ${(sync.wholeMs / sync.plainMs).toFixed(1)} × the same ${sync.requests} answers read with fetch and ` +
        `written with better-sqlite3 (${sync.wholeMs} ms and ${sync.plainMs} ms); longest task of the window meanwhile ` +
        `${sync.longestMs === 0 ? 'under 50' : sync.longestMs.toFixed(0)} ms (${sync.tasks} over 50 ms; budget none), ` +
        `longest wait for the main process ${sync.mainMs.toFixed(0)} ms; ${sync.progress.length} words of progress, ` +
        `such as "${sync.progress[Math.floor(sync.progress.length / 2)] ?? ''}"`,
    );
  });
  await measureQueue(electronExecutable);
  const { code } = await runTool('vitest', ['run', '--project', 'bench', '--silent=false', '--reporter=dot']);
  if (code !== 0) throw new Error('The benchmark of the timer did not run to its end.');
}

async function measureQueue(executable) {
  await withDisplay(async (env) => {
    const practise = (userData) => practiseOnce(executable, env, userData);
    for (const line of tellQueue(await benchQueue({ executable, env, practise }))) console.log(line);
  });
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
