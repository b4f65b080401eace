/**
 * Checks the types of every room, two rooms at a time. `typescript-native` is the compiler; `typescript` stays at 6 for
 * dependency-cruiser, which reads sources through its programming interface and cannot use 7 yet.
 */

import { join } from 'node:path';
import { runChild } from './lib/child-process.mjs';
import { nodeModules, projectFolder } from './lib/places.mjs';
import { projectNode } from './lib/tools.mjs';

const compiler = join(nodeModules, 'typescript-native', 'bin', 'tsc');
const rooms = ['core', 'node', 'web', 'e2e'];

async function check(room) {
  const args = [compiler, '-p', `tsconfig.${room}.json`];
  const { code, output } = await runChild(projectNode(), args, { cwd: projectFolder, log: 'keep' });
  if (code !== 0) console.log(output.trim());
  return code;
}

const codes = [];
for (let index = 0; index < rooms.length; index += 2) {
  codes.push(...(await Promise.all(rooms.slice(index, index + 2).map(check))));
}
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
