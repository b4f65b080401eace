/** How long from the start of the process to a queue that can be used, against an Electron window with nothing in it. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../lib/places.mjs';
import { median } from './median.mjs';

const reporter = join(projectFolder, 'test', 'bench', 'report-usable.cjs');
const emptyWindow = join(projectFolder, 'test', 'bench', 'empty-window');

/** Milliseconds from spawning the app to its first usable frame. */
export async function measureStart(executable, appFolder, userData, env) {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const startedAt = Date.now();
  const child = spawn(executable, [...sandbox, `--user-data-dir=${userData}`, appFolder], {
    env: { ...env, NODE_OPTIONS: `--require ${reporter}`, FYRA_USER_DATA: userData },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (part) => {
    output += part;
  });
  await once(child, 'close');
  const usableAt = /usable-at (\d+)/.exec(output)?.[1];
  if (usableAt === undefined) throw new Error(`The app at ${appFolder} ended before its window was usable.`);
  return Number(usableAt) - startedAt;
}

/**
 * Starts both apps in turn, so that what else the machine does falls on both alike.
 *
 * @returns {Promise<{ fyraMs: number, emptyMs: number, ratio: number, rounds: number }>} medians
 */
export async function benchColdStart({ executable, env, practise, rounds = 11 }) {
  const folder = mkdtempSync(join(tmpdir(), 'fyra-bench-'));
  try {
    const userData = join(folder, 'fyra');
    // A person's own folder: the practice portal chosen, its tickets here.
    await practise(userData);
    const fyra = [];
    const empty = [];
    for (let round = 0; round < rounds; round += 1) {
      empty.push(await measureStart(executable, emptyWindow, join(folder, 'empty'), env));
      fyra.push(await measureStart(executable, projectFolder, userData, env));
    }
    const fyraMs = median(fyra);
    const emptyMs = median(empty);
    return { fyraMs, emptyMs, ratio: fyraMs / emptyMs, rounds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
