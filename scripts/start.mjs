/** `npm start`: sets up, builds what has changed and opens the app; what follows `--` goes to the app. */

import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { runChild } from './lib/child-process.mjs';
import { hasDisplay } from './lib/display.mjs';
import { projectFolder } from './lib/places.mjs';
import { setup } from './setup.mjs';

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function start(args) {
  const { electronExecutable } = await setup();
  if (!hasDisplay()) return await takeTour(args);
  await ensureBuilt();
  return await openApp(electronExecutable, args);
}

/** Without a screen there is nothing to look at, but something to read: the tour shows the app at work in pictures. */
async function takeTour(args) {
  console.log('There is no screen here, so this runs the tour on a virtual one instead (npm run tour).');
  const { code } = await runChild(process.execPath, [join(projectFolder, 'scripts', 'tour.mjs'), ...args]);
  return code;
}

async function openApp(executable, args) {
  const { code } = await runChild(executable, [...sandboxSwitches(), projectFolder, ...args], {
    env: launchEnvironment(),
  });
  return code;
}

/** Chromium refuses to sandbox itself for root. */
function sandboxSwitches() {
  if (process.platform !== 'linux' || process.getuid() !== 0) return [];
  console.error('Running as root, so Chromium’s sandbox is off (--no-sandbox). Use an ordinary account for real work.');
  return ['--no-sandbox'];
}

/** Editors that are Electron apps themselves leave a variable in their terminals that would make this one plain Node. */
function launchEnvironment() {
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE;
  return env;
}
