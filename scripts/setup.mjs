/**
 * `npm run setup`: whatever the project needs on this machine, got and checked. Runs on any Node from 20 on, needs no
 * npm package itself, and is done at once when there is nothing to do.
 *
 *   node scripts/setup.mjs               what `npm start` needs
 *   node scripts/setup.mjs --for-tests   also what the tests need: a virtual screen, a browser, fonts
 */

import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withLock } from './lib/lock.mjs';
import { dependenciesAreCurrent, installDependencies } from './setup/dependencies.mjs';
import { electronChoice, electronIsCurrent, installElectron } from './setup/electron.mjs';
import { installSystemPackages, missingSystemPackages } from './setup/system-packages.mjs';

export { electronEnvironment, electronExecutable } from './setup/electron.mjs';

/**
 * Brings this machine up to date: npm packages, Electron, system packages. Prints a line for each thing that takes
 * time, nothing when all is there; throws an Error whose message says what is wrong.
 *
 * @param {{ quiet?: boolean, for?: 'start' | 'tests' }} options
 * @returns {Promise<{
 *   electronSource: 'official' | 'fallback',
 *   electronVersion: string,
 *   electronExecutable: string,
 *   electronDistFolder: string | undefined,
 * }>} `electronDistFolder` is the fallback's folder, undefined with the official Electron
 */
export async function setup({ quiet = false, for: purpose = 'start' } = {}) {
  const forTests = purpose === 'tests';
  const say = quiet ? () => {} : (line) => console.log(line);
  if (!isUpToDate(forTests)) {
    await withLock('setup', async () => {
      await installDependencies({ say });
      await installElectron({ say });
      await installSystemPackages({ forTests, say });
    });
  }
  const { source, version, folder, executable } = electronChoice();
  return {
    electronSource: source,
    electronVersion: version,
    electronExecutable: executable,
    electronDistFolder: source === 'fallback' ? folder : undefined,
  };
}

function isUpToDate(forTests) {
  return dependenciesAreCurrent() && electronIsCurrent() && missingSystemPackages({ forTests }).length === 0;
}

function wasCalledDirectly() {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
}

if (wasCalledDirectly()) {
  try {
    await setup({ for: process.argv.includes('--for-tests') ? 'tests' : 'start' });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
