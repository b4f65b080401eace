/**
 * A private space for programs and mounts, gone with this process however it ends.
 *
 * `unshare` gives the space its own mounts and process numbers. Its first process reads from a pipe whose other end this
 * process holds: when we end, even by a kill, the pipe closes, the first process ends, and the kernel ends every other
 * process of the space and drops its mounts. So nothing of a killed run is ever left on the machine.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { runChild } from '../lib/child-process.mjs';

const systemPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const unshareArguments = ['--mount', '--pid', '--ipc', '--fork', '--kill-child', '--mount-proc'];

/** Whether this machine lets us make such a space; a container without rights does not. */
export async function canOpenSpace() {
  return (await runChild('unshare', [...unshareArguments, 'true'], { log: 'keep' })).code === 0;
}

/**
 * @param {string} setup shell lines that run first inside, for the mounts
 * @param {string[]} setupArguments their `$1`, `$2`, …
 */
export async function openSpace(setup = ':', setupArguments = []) {
  const script = `set -e\n${setup}\necho ready\ncat > /dev/null`;
  const holder = spawn('unshare', [...unshareArguments, 'sh', '-c', script, 'space', ...setupArguments], {
    // In its own session: Ctrl-C in the terminal reaches us alone, and we end things in order.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: systemPath, LANG: 'C.UTF-8' },
  });
  holder.stdin.on('error', () => undefined);
  const ended = new Promise((resolve) => holder.once('close', resolve));
  await untilReady(holder);

  /** Starts a program inside. The environment is what is passed, and nothing of ours. */
  function start(command, commandArguments, { stdio = ['ignore', 'pipe', 'pipe'], env = {} } = {}) {
    const place = ['--target', String(holder.pid), '--mount', '--ipc', `--pid=/proc/${holder.pid}/ns/pid_for_children`];
    const environment = Object.entries({ PATH: systemPath, LANG: 'C.UTF-8', ...env }).map(
      ([name, value]) => `${name}=${value}`,
    );
    return spawn('nsenter', [...place, '--', 'env', '-i', ...environment, command, ...commandArguments], {
      detached: true,
      stdio,
    });
  }

  /** Runs a program inside to its end. */
  async function run(command, commandArguments, { input, onLine, ...options } = {}) {
    const child = start(command, commandArguments, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
    const written = collect(child, onLine);
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const [code] = await once(child, 'close');
    return { code: code ?? 1, ...written };
  }

  async function close() {
    holder.stdin.end();
    await ended;
  }

  return { start, run, close };
}

async function untilReady(holder) {
  const written = collect(holder);
  await new Promise((resolve, reject) => {
    holder.stdout.once('data', resolve);
    holder.once('error', reject);
    holder.once('close', () => reject(new Error(`The private mounts could not be made: ${written.output.trim()}`)));
  });
}

/** Gathers what a program writes: `stdout` alone, and `output` as a person would see it. */
function collect(child, onLine) {
  const written = { stdout: '', output: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    written.stdout += text;
    written.output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    written.output += text;
    if (onLine) for (const line of text.split('\n').filter(Boolean)) onLine(line);
  });
  return written;
}
