/** One at a time, across processes: two terminals may start the project in the same second. */

import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readText } from './files.mjs';
import { cacheFolder } from './places.mjs';

const pauseBetweenTries = 100;

/**
 * Runs the action while this process alone holds the lock of that name. A lock whose holder has died is taken over.
 *
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} action
 * @returns {Promise<Result>}
 */
export async function withLock(name, action) {
  const folder = join(cacheFolder(), 'locks');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.lock`);
  await acquire(file, name);
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await action();
  } finally {
    process.off('exit', release);
    release();
  }
}

async function acquire(file, name) {
  let announced = false;
  while (!tryToTake(file)) {
    const holder = readHolder(file);
    if (holder === undefined) continue;
    if (!isAlive(holder)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!announced) {
      announced = true;
      console.error(`Waiting for process ${holder}, which is at “${name}” too.`);
    }
    await pause(pauseBetweenTries);
  }
}

/** Written beside and then linked, so that a lock never exists without its holder's name in it. */
function tryToTake(file) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The holder's process id; undefined when it has just let go. */
function readHolder(file) {
  const text = readText(file);
  return text === undefined ? undefined : Number.parseInt(text, 10);
}

function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
