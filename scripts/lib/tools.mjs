/** The project's own tools (electron-vite, vitest, tsc, playwright, …) on the project's own Node. */

import { delimiter, join } from 'node:path';
import { runChild } from './child-process.mjs';
import { nodeModules, projectFolder } from './places.mjs';

const toolFolder = join(nodeModules, '.bin');

/** The Node the tools run on. They need a newer one than the scripts, which may run on the machine's. */
export function projectNode() {
  return join(nodeModules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** The environment in which `#!/usr/bin/env node` means the project's Node, whatever path is given. */
export function toolEnvironment(env = {}) {
  const whole = { ...process.env, ...env };
  // Windows spells it Path; a second spelling beside it would be ignored or win by chance.
  const pathName = Object.keys(whole).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...whole, [pathName]: `${toolFolder}${delimiter}${whole[pathName] ?? ''}` };
}

/**
 * Runs a tool of node_modules/.bin in the project folder, to its end.
 *
 * @param {string} name for example 'vitest'
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, log?: 'show' | 'keep' }} options what to add to the
 *   environment; whether the tool writes to this terminal or into the `output` of the answer
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runTool(name, args = [], { env = {}, log = 'show' } = {}) {
  const options = { cwd: projectFolder, env: toolEnvironment(env), log };
  if (process.platform !== 'win32') return runChild(join(toolFolder, name), args, options);
  // A .cmd file runs only through a shell, which takes one line and splits it again.
  const line = [join(toolFolder, `${name}.cmd`), ...args].map((part) => `"${part.replaceAll('"', '""')}"`).join(' ');
  return runChild(line, [], { ...options, shell: true });
}
