/** Running another program and learning how it ended. */

import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { constants as systemConstants } from 'node:os';
import { delimiter, join } from 'node:path';

const forwardedSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end. Never rejects because the program failed: its exit code says so.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, log?: 'show' | 'keep', shell?: boolean }} options
 *   `log: 'show'` lets it write to this terminal, `'keep'` collects what it writes in `output`
 * @returns {Promise<{ code: number, output: string }>} `code` 127 means that it could not be started
 */
export function runChild(command, args, { cwd, env = process.env, log = 'show', shell = false } = {}) {
  return new Promise((resolve) => {
    const stdio = log === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, args, { cwd, env, stdio, shell });
    const stopForwarding = forwardSignals(child);
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.on('error', (error) => {
      stopForwarding();
      resolve({ code: 127, output: `${output}${error.message}\n` });
    });
    child.on('close', (code, signal) => {
      stopForwarding();
      resolve({ code: code ?? exitCodeOfSignal(signal), output });
    });
  });
}

/** The exit code a shell would report for a program ended by this signal. */
export function exitCodeOfSignal(signal) {
  return 128 + (systemConstants.signals[signal] ?? 0);
}

/** The full path of a program on PATH, or undefined. */
export function findOnPath(name, path = process.env.PATH ?? '') {
  const extensions = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  for (const folder of path.split(delimiter).filter(Boolean)) {
    for (const extension of extensions) {
      const candidate = join(folder, name + extension);
      if (isExecutable(candidate)) return candidate;
    }
  }
  return undefined;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** While the child runs, this process waits for it instead of dying first and leaving it behind. */
function forwardSignals(child) {
  const forward = (signal) => child.kill(signal);
  for (const signal of forwardedSignals) process.on(signal, forward);
  return () => {
    for (const signal of forwardedSignals) process.off(signal, forward);
  };
}
