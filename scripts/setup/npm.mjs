/** Finding npm and running it, also from inside `npm run` and with a node_modules that is about to go. */

import { existsSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { findOnPath, runChild } from '../lib/child-process.mjs';
import { nodeModules, projectFolder } from '../lib/places.mjs';

/**
 * Runs npm with these arguments in the project folder and keeps what it prints.
 *
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function runNpm(args) {
  const node = nodeOutsideProject();
  const script = npmScript(node);
  if (node && script) return await runChild(node, [script, ...args], { cwd: projectFolder, log: 'keep' });
  const command = findOnPath('npm', pathOutsideProject());
  if (!command) throw new Error('npm was not found. It comes with Node: install Node 20 or newer.');
  const needsShell = process.platform === 'win32';
  return await runChild(needsShell ? `"${command}"` : command, args, {
    cwd: projectFolder,
    log: 'keep',
    shell: needsShell,
  });
}

/** The machine's own Node: under `npm run` this script may be running on the very one that `npm ci` deletes. */
function nodeOutsideProject() {
  const candidates = [process.env.npm_node_execpath, process.execPath, findOnPath('node', pathOutsideProject())];
  return candidates.find((candidate) => candidate && !isInsideProject(candidate) && existsSync(candidate));
}

function npmScript(node) {
  const fromParent = process.env.npm_execpath;
  // Another package manager announces itself in the same variable.
  const candidates = fromParent && /^np[mx]-cli\.c?js$/.test(basename(fromParent)) ? [fromParent] : [];
  if (node) {
    candidates.push(join(dirname(node), 'node_modules', 'npm', 'bin', 'npm-cli.js'));
    candidates.push(join(dirname(dirname(node)), 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'));
  }
  return candidates.map((file) => join(dirname(file), 'npm-cli.js')).find((file) => existsSync(file));
}

function pathOutsideProject() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.filter((folder) => !isInsideProject(folder)).join(delimiter);
}

function isInsideProject(file) {
  return file.startsWith(nodeModules);
}
