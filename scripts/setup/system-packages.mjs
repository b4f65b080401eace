/** What Debian and its relatives do not bring by themselves: Electron's libraries, and a screen for the tests. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findOnPath, runChild } from '../lib/child-process.mjs';
import { readText } from '../lib/files.mjs';

/**
 * What is looked for and which package brings it. Newer releases have renamed some packages; the first name that the
 * machine's package lists know is taken.
 */
const displayLibraries = [
  { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { library: 'libnss3.so', packages: ['libnss3'] },
  { library: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { library: 'libgbm.so.1', packages: ['libgbm1'] },
  { library: 'libXss.so.1', packages: ['libxss1'] },
  { library: 'libatk-bridge-2.0.so.0', packages: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'] },
  { library: 'libdrm.so.2', packages: ['libdrm2'] },
  { library: 'libXtst.so.6', packages: ['libxtst6'] },
  { library: 'libnotify.so.4', packages: ['libnotify4'] },
];

/** A screen without a screen with a window manager and notifications on it, a browser to take screen dumps of, letters. */
const testEquipment = [
  { program: 'Xvfb', packages: ['xvfb'] },
  { program: 'xauth', packages: ['xauth'] },
  { program: 'openbox', packages: ['openbox'] },
  { program: 'dbus-daemon', packages: ['dbus-daemon'] },
  { program: 'dunst', packages: ['dunst'] },
  { program: 'chromium', packages: ['chromium'] },
  { program: 'openssl', packages: ['openssl'] },
  { file: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', packages: ['fonts-dejavu-core'] },
  { file: '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf', packages: ['fonts-liberation'] },
];

/**
 * The needs that this machine does not meet, none on a machine that is not Debian-like.
 *
 * @param {{ forTests?: boolean }} options
 */
export function missingSystemPackages({ forTests = false } = {}) {
  if (!isDebianLike()) return [];
  const libraries = installedLibraries();
  const needs = forTests ? [...displayLibraries, ...testEquipment] : displayLibraries;
  return needs.filter((need) => !isMet(need, libraries));
}

/** Installs what is missing, or tells an ordinary user the command that would. */
export async function installSystemPackages({ forTests, say }) {
  const missing = missingSystemPackages({ forTests });
  if (missing.length === 0) return;
  if (process.getuid() !== 0) {
    const names = chooseNames(missing).join(' ');
    console.error(`Some system packages are missing. Run: sudo apt-get install -y --no-install-recommends ${names}`);
    return;
  }
  const update = await aptGet(['update']);
  const names = chooseNames(missing);
  say(`Installing the system packages ${names.join(', ')} …`);
  const { code, output } = await aptGet(['install', '-y', '--no-install-recommends', ...names]);
  if (code !== 0) throw new Error(`apt-get install failed.\n${update.output}\n${output}`);
}

function isDebianLike() {
  if (process.platform !== 'linux') return false;
  const description = readText('/etc/os-release') ?? '';
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(description);
}

/** Asked by its full path, since an ordinary user's PATH may lack it. */
function installedLibraries() {
  const { stdout } = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  return new Set((stdout ?? '').split('\n').map((line) => line.trim().split(' ')[0]));
}

function isMet({ library, program, file }, libraries) {
  if (library) return libraries.has(library);
  return program ? findOnPath(program) !== undefined : existsSync(file);
}

/** A name without a candidate is unknown to this release or only another package's alias. */
function chooseNames(needs) {
  const names = needs.flatMap(({ packages }) => packages);
  const { stdout } = spawnSync('apt-cache', ['policy', ...names], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const installable = new Set(
    [...(stdout ?? '').matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (?!\(none\))/gm)].map((match) => match[1]),
  );
  return needs.map(({ packages }) => packages.find((name) => installable.has(name)) ?? packages.at(-1));
}

async function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return await runChild('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env, log: 'keep' });
}
