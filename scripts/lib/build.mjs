/** Building the app only when something it is built from has changed. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readText } from './files.mjs';
import { withLock } from './lock.mjs';
import { projectFolder, projectKey } from './places.mjs';
import { runTool } from './tools.mjs';

const stampFile = join(projectFolder, 'out', '.build-stamp');
const entryFile = join(projectFolder, 'out', 'main', 'index.js');
const sourceFolders = ['src', 'resources'];
const configurationFile = /^(electron\.vite\.config|postcss\.config|tsconfig|package).*\.(ts|[cm]?js|json)$/;

/**
 * Builds the app into out/ unless the build there was made from exactly these sources.
 *
 * @param {{ quiet?: boolean }} options
 * @returns {Promise<{ built: boolean }>}
 */
export async function ensureBuilt({ quiet = false } = {}) {
  if (isCurrent()) return { built: false };
  return await withLock(`build-${projectKey}`, async () => {
    if (isCurrent()) return { built: false };
    if (!quiet) console.log('Building the app …');
    await build();
    return { built: true };
  });
}

function isCurrent() {
  return existsSync(entryFile) && readText(stampFile) === fingerprint();
}

async function build() {
  // Taken before: a source saved during the build makes the result outdated, as it should.
  const stamp = fingerprint();
  // A build that fails half-way leaves files of two states.
  rmSync(stampFile, { force: true });
  const { code, output } = await runTool('electron-vite', ['build'], { log: 'keep' });
  if (code !== 0) throw new Error(`The build failed.\n${output}`);
  writeFileSync(stampFile, stamp);
}

/** One hash over the names and contents of everything a build reads. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sourceFiles()) {
    hash
      .update(`${relative(projectFolder, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function sourceFiles() {
  const configuration = readdirSync(projectFolder).filter((name) => configurationFile.test(name));
  return [
    ...configuration.sort().map((name) => join(projectFolder, name)),
    ...sourceFolders.flatMap((name) => filesBelow(join(projectFolder, name))),
  ];
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
