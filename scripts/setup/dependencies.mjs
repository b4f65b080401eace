/** The npm packages of the lock file. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hashSmallFile, readJson } from '../lib/files.mjs';
import { nodeModules, projectFolder } from '../lib/places.mjs';
import { projectNode } from '../lib/tools.mjs';
import { runNpm } from './npm.mjs';
import { readStamp, updateStamp } from './stamp.mjs';

const lockFile = join(projectFolder, 'package-lock.json');
const platform = `${process.platform}-${process.arch}`;

/**
 * The only packages whose install script runs. From a lock file npm does not see that better-sqlite3 brings its
 * programs ready made (`gypfile: false`) and would compile it, which takes a compiler and Node's headers.
 */
const packagesWithNeededScript = ['node'];

/** Whether the packages installed are those of the lock file, as far as the last set-up knows. */
export function dependenciesAreCurrent() {
  return readStamp().installed === wantedInstallation();
}

/** Makes node_modules what the lock file says. */
export async function installDependencies({ say }) {
  if (dependenciesAreCurrent()) return;
  const { electron } = readStamp();
  if (!wasInstalledByHand()) await cleanInstall(say);
  updateStamp({ installed: wantedInstallation(), electron });
}

/** Packages carry programs for one platform, so a folder shared with a container needs installing again there. */
function wantedInstallation() {
  return `${hashSmallFile(lockFile)} ${platform}`;
}

async function cleanInstall(say) {
  refuseToDeleteOwnNode();
  say('Installing the npm packages …');
  await runNpmOrFail(['ci', '--ignore-scripts']);
  await runNpmOrFail(['rebuild', ...packagesWithNeededScript]);
}

async function runNpmOrFail(args) {
  const { code, output } = await runNpm(args);
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed.\n${output}`);
}

/** Windows cannot delete a program that is running. */
function refuseToDeleteOwnNode() {
  if (process.platform !== 'win32' || !process.execPath.startsWith(nodeModules)) return;
  throw new Error('The npm packages have changed. Run this once, outside npm: node scripts/setup.mjs');
}

/** Npm notes what it installed; where that already equals the lock file there is nothing to install again. */
function wasInstalledByHand() {
  const wanted = readJson(lockFile)?.packages;
  const present = readJson(join(nodeModules, '.package-lock.json'))?.packages;
  if (!wanted || !present || !existsSync(projectNode()) || isForOtherPlatform(readStamp().installed)) return false;
  const wantedFolders = Object.keys(wanted).filter((folder) => folder !== '');
  return (
    wantedFolders.every((folder) => isAsWanted(present[folder], wanted[folder])) &&
    Object.keys(present).every((folder) => folder in wanted)
  );
}

function isForOtherPlatform(installed) {
  return installed !== undefined && !installed.endsWith(` ${platform}`);
}

/** Optional packages are mostly those of other platforms and rightly absent. */
function isAsWanted(present, wanted) {
  return present ? present.version === wanted.version : wanted.optional === true;
}
