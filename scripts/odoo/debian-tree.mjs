/** A Debian trixie in a folder of the cache, with Odoo 19 and PostgreSQL in it. Built once, by root, with mmdebstrap. */

import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../lib/child-process.mjs';
import { cacheFolder } from '../lib/places.mjs';
import { aptTransportOptions, configuredDebianMirror } from './apt-sources.mjs';
import { openSpace } from './namespace.mjs';

// Odoo 19 is in unstable only, where it fails with the newest Python; everything it needs comes from trixie.
const release = 'trixie';
const releaseOfOdoo = 'unstable';
// Without the old names of the time zones Odoo does not start.
const packages = ['odoo-19', 'postgresql', 'tzdata-legacy'];
const keyringOfDebian = '/usr/share/keyrings/debian-archive-keyring.gpg';
const proxyVariables = ['http_proxy', 'https_proxy', 'ftp_proxy', 'all_proxy', 'no_proxy'];

export function treeFolder() {
  return join(cacheFolder(), 'odoo-19-trixie');
}

export function canBuildTree() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Makes sure that the tree is there. Call it under a lock: two at once would build the same folder. */
export async function ensureTree({ log }) {
  const folder = treeFolder();
  const building = `${folder}.building`;
  if (existsSync(building)) await removeFolder(building);
  if (existsSync(folder)) return folder;
  mkdirSync(cacheFolder(), { recursive: true, mode: 0o700 });
  await ensureMmdebstrap({ log });
  log('Building a Debian with Odoo 19 (once; some two minutes, 2 GB) …');
  try {
    await build(building, log);
  } catch (error) {
    await removeFolder(building);
    throw error;
  }
  renameSync(building, folder);
  return folder;
}

async function build(folder, log) {
  const space = await openSpace();
  try {
    const { code, output } = await space.run('mmdebstrap', await mmdebstrapArguments(folder), {
      env: { HOME: '/root', DEBIAN_FRONTEND: 'noninteractive', ...proxySettings() },
      onLine: (line) => {
        if (/^I: (running apt|downloading|extracting|installing)/.test(line)) log(`  ${line.slice(3)}`);
      },
    });
    if (code !== 0) {
      throw new Error(
        `Odoo 19 could not be installed: mmdebstrap ended with ${code}. Check that apt reaches its mirror ` +
          `(apt-get update) and that ${cacheFolder()} has 3 GB free. It said last:\n${lastLines(output)}`,
      );
    }
  } finally {
    await space.close();
  }
}

async function mmdebstrapArguments(folder) {
  const options = [
    'APT::Install-Recommends "false"',
    // A mirror that is a frozen copy has release files past their date.
    'Acquire::Check-Valid-Until "false"',
    ...(await aptTransportOptions()),
  ];
  const pin = `Package: *\\nPin: release a=${releaseOfOdoo}\\nPin-Priority: 100\\n`;
  return [
    '--mode=root',
    '--variant=apt',
    `--include=${packages.join(',')}`,
    ...options.map((option) => `--aptopt=${option}`),
    '--dpkgopt=path-exclude=/usr/share/man/*',
    '--dpkgopt=path-exclude=/usr/share/doc/*',
    `--setup-hook=mkdir -p "$1/etc/apt/preferences.d"; printf '${pin}' > "$1/etc/apt/preferences.d/unstable"`,
    ...sourceArguments(folder),
  ];
}

function sourceArguments(folder) {
  const mirror = configuredDebianMirror();
  if (mirror) {
    const key = mirror.signedBy ?? (existsSync(keyringOfDebian) ? keyringOfDebian : undefined);
    const source = (suite) => `deb ${key ? `[signed-by=${key}] ` : ''}${mirror.uri} ${suite} main`;
    return [release, folder, source(release), source(releaseOfOdoo)];
  }
  // mmdebstrap has written its own mirror into the new tree by then; the second suite is on the same one.
  const secondSuite =
    `cd "$1/etc/apt"; grep -h '^deb .* ${release} main' sources.list | sed 's/ ${release} / ${releaseOfOdoo} /' ` +
    '> sources.list.d/unstable.list';
  return [`--setup-hook=${secondSuite}`, release, folder];
}

function proxySettings() {
  const names = proxyVariables.flatMap((name) => [name, name.toUpperCase()]);
  return Object.fromEntries(names.filter((name) => process.env[name]).map((name) => [name, process.env[name]]));
}

async function ensureMmdebstrap({ log }) {
  if ((await runChild('mmdebstrap', ['--version'], { log: 'keep' })).code === 0) return;
  log('Installing mmdebstrap …');
  const aptGet = (...commandArguments) =>
    runChild('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...commandArguments], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      log: 'keep',
    });
  const install = () => aptGet('install', '-y', '--no-install-recommends', 'mmdebstrap', 'debian-archive-keyring');
  if ((await install()).code === 0) return;
  await aptGet('update');
  const { code, output } = await install();
  if (code !== 0) {
    throw new Error(
      `Odoo 19 could not be installed, because mmdebstrap could not: apt-get ended with ${code}. ` +
        `Install mmdebstrap by hand and start again. It said last:\n${lastLines(output)}`,
    );
  }
}

/** Deletes a folder as far as its own file system reaches, after letting go of what is mounted inside. */
export async function removeFolder(folder) {
  for (const mountPoint of mountPointsUnder(folder)) await runChild('umount', ['--lazy', mountPoint], { log: 'keep' });
  await runChild('rm', ['-rf', '--one-file-system', folder], { log: 'keep' });
}

function mountPointsUnder(folder) {
  return readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => (line.split(' ')[1] ?? '').replaceAll('\\040', ' '))
    .filter((mountPoint) => mountPoint.startsWith(`${folder}/`))
    .reverse();
}

export function lastLines(text, count = 12) {
  return text.trim().split('\n').slice(-count).join('\n');
}
