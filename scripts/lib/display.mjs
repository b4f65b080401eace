/** A screen to open windows on: the machine's own, or a virtual one while it is needed. */

import { spawn } from 'node:child_process';
import { exitCodeOfSignal, findOnPath } from './child-process.mjs';

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const startLimit = 15_000;

/** Whether windows can be opened here. Only Linux machines come without a screen. */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Calls the function with an environment whose children have a screen. Where there is none, or FYRA_FORCE_XVFB=1 asks
 * for a virtual one, an Xvfb runs meanwhile, with a window manager and a notification area of its own; all end with
 * the function, also when it fails.
 *
 * @template Result
 * @param {(env: NodeJS.ProcessEnv) => Result | Promise<Result>} action
 * @param {{ size?: string, windowManager?: boolean }} options size of the virtual screen as `<width>x<height>`
 * @returns {Promise<Result>}
 */
export async function withDisplay(action, { size = '1920x1080', windowManager = true } = {}) {
  const forced = process.platform === 'linux' && process.env.FYRA_FORCE_XVFB === '1';
  if (hasDisplay() && !forced) return await action(process.env);
  const children = [];
  const stop = () => {
    for (const child of children) child.kill('SIGTERM');
  };
  const release = stopEvenOnSignals(stop);
  try {
    const env = environmentFor(await startXvfb(size, children));
    if (windowManager) await startWindowManager(env, children);
    env.DBUS_SESSION_BUS_ADDRESS = await startSessionBus(env, children);
    startNotifications(env, children);
    return await action(env);
  } finally {
    release();
    stop();
    await Promise.all(children.map(ended));
  }
}

/** @returns {Promise<string>} the display's name, once it answers */
async function startXvfb(size, children) {
  // It picks a free number itself and writes it to file descriptor 3 when it is ready.
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'];
  const child = start('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] }, children);
  const number = await firstLine(child, child.stdio[3], 'Xvfb');
  return `:${number}`;
}

/** Without a window manager windows get no focus and no list, and screen sources no names. */
async function startWindowManager(env, children) {
  // The start-up command runs once it manages the screen.
  const args = ['--sm-disable', '--startup', 'echo ready'];
  const child = start('openbox', args, { env, stdio: ['ignore', 'pipe', 'pipe'] }, children);
  await firstLine(child, child.stdout, 'openbox');
}

/** @returns {Promise<string>} the address of a bus of this screen's own, so that nothing reaches a person's desktop */
async function startSessionBus(env, children) {
  const args = ['--session', '--nofork', '--nopidfile', '--print-address=1'];
  const child = start('dbus-daemon', args, { env, stdio: ['ignore', 'pipe', 'pipe'] }, children);
  return await firstLine(child, child.stdout, 'dbus-daemon');
}

/** What shows desktop notifications. It is ready when its name is on the bus; the bus holds earlier messages for it. */
function startNotifications(env, children) {
  start('dunst', [], { env, stdio: 'ignore' }, children);
}

function start(program, args, options, children) {
  const command = findOnPath(program);
  if (!command) throw new Error(`${program} is not installed. Run: node scripts/setup.mjs --for-tests`);
  const child = spawn(command, args, options);
  children.push(child);
  return child;
}

function ended(child) {
  const isOver = child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  return isOver ? undefined : new Promise((resolve) => child.once('exit', resolve));
}

function firstLine(child, stream, program) {
  return new Promise((resolve, reject) => {
    let complaints = '';
    let text = '';
    const timer = setTimeout(() => fail('did not get ready in time'), startLimit);
    const fail = (what) => {
      clearTimeout(timer);
      reject(new Error(`${program} ${what}.\n${complaints}`));
    };
    child.once('exit', () => fail('ended before it was ready'));
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    child.stderr.setEncoding('utf8').on('data', (part) => {
      complaints += part;
    });
    stream.setEncoding('utf8').on('data', (part) => {
      text += part;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
  });
}

function environmentFor(display) {
  const env = { ...process.env, DISPLAY: display, XDG_SESSION_TYPE: 'x11' };
  // Otherwise windows would open on the real screen after all, and children would start a screen of their own.
  delete env.WAYLAND_DISPLAY;
  delete env.FYRA_FORCE_XVFB;
  return env;
}

/** A signal ends this process unless someone else has undertaken to end it in their own way, such as runChild. */
function stopEvenOnSignals(stop) {
  const onSignal = (signal) => {
    if (process.listenerCount(signal) === 1) process.exit(exitCodeOfSignal(signal));
  };
  process.once('exit', stop);
  for (const signal of endingSignals) process.on(signal, onSignal);
  return () => {
    process.off('exit', stop);
    for (const signal of endingSignals) process.off(signal, onSignal);
  };
}
