/** How long Fyra itself takes from the keys for a screen dump to a picture that can be drawn on. */

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectFolder } from '../lib/places.mjs';
import { median } from './median.mjs';

const ROUNDS = 11;
const KEYS_AFTER_START_MS = 2_000;

/**
 * Takes a region of the whole screen, again and again, in one run of the app. Measured is what a person waits for: from
 * the keys to the window in which the region is drawn, and from the key that takes it to a picture with a drawing area.
 * What the person does between is not. The floor is one look at the screen, encoded as PNG, by the same process.
 *
 * @param {{ executable: string, env: NodeJS.ProcessEnv, userData: string }} options a folder with a portal in it
 */
export async function benchCapture({ executable, env, userData }) {
  const { _electron } = createRequire(`${projectFolder}/package.json`)('@playwright/test');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: executable,
    args: [...sandbox, '--lang=en-GB', projectFolder],
    env: { ...env, FYRA_USER_DATA: userData, FYRA_STEERED: '0' },
  });
  let stopBackdrop = () => undefined;
  try {
    // A screen with nothing on it is black, which is taken for one the system does not hand out.
    const backdrop = spawn('chromium', backdropArguments(userData), { env, stdio: 'ignore' });
    stopBackdrop = () => backdrop.kill('SIGTERM');
    const window = await app.firstWindow();
    await window.locator('body[data-ready="queue"]').waitFor();
    await app.evaluate(async ({ desktopCapturer }) => {
      const isThere = async () => {
        const sources = await desktopCapturer.getSources({
          types: ['window'],
          thumbnailSize: { width: 64, height: 36 },
        });
        const backdrop = sources.find(({ name }) => name.startsWith('Order backdrop'));
        return backdrop?.thumbnail.toBitmap().some((value) => value > 200 && value < 255) === true;
      };
      while (!(await isThere()));
    });
    // The keys are taken some time after the start, so that the start is not held up by them.
    await pause(KEYS_AFTER_START_MS);
    const rounds = [];
    // The first round loads what every later one has; a person takes more than one picture a day.
    await measureRound(app, window);
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measureRound(app, window));
    const pickerMs = median(rounds.map((round) => round.pickerMs));
    const editorMs = median(rounds.map((round) => round.editorMs));
    return {
      rounds: ROUNDS,
      pickerMs,
      editorMs,
      wholeMs: median(rounds.map((round) => round.pickerMs + round.editorMs)),
      floorMs: median(rounds.map((round) => round.floorMs)),
    };
  } finally {
    stopBackdrop();
    await app.close();
  }
}

function backdropArguments(userData) {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--test-type',
    '--disable-gpu',
    '--no-first-run',
    '--password-store=basic',
    `--user-data-dir=${join(userData, 'backdrop')}`,
    '--start-maximized',
    'data:text/html,<title>Order backdrop</title><body style="background:%23dfe8e2"><h1>Order</h1>',
  ];
}

async function measureRound(app, window) {
  const floorMs = await app.evaluate(async ({ desktopCapturer, screen }) => {
    const thumbnailSize = screen.getPrimaryDisplay().size;
    const startedAt = performance.now();
    const [source] = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize });
    source?.thumbnail.toPNG();
    return performance.now() - startedAt;
  });
  const opened = app.waitForEvent('window');
  const pickerShown = app.evaluate(
    ({ app: electron }) =>
      new Promise((resolve) => {
        electron.once('browser-window-created', (_event, picker) => {
          picker.once('show', () => resolve(Date.now()));
        });
        globalThis.benchStartedAt = Date.now();
        globalThis.fyra.desktop.pressShortcut('capture');
      }),
  );

  const picker = await opened;
  const shownAt = await pickerShown;
  const startedAt = await app.evaluate(() => globalThis.benchStartedAt);
  await picker.locator('img').waitFor();
  await picker.keyboard.press('Tab');
  const editable = window.evaluate(
    () =>
      new Promise((resolve) => {
        const find = () => document.querySelector('[data-testid="capture-canvas"] canvas');
        const before = find();
        const look = () => {
          const canvas = find();
          if (canvas !== null && canvas !== before) requestAnimationFrame(() => resolve(Date.now()));
          else setTimeout(look, 2);
        };
        look();
      }),
  );
  const pickedAt = Date.now();
  await picker.keyboard.down('Enter').catch(() => undefined);
  return { floorMs, pickerMs: shownAt - startedAt, editorMs: (await editable) - pickedAt };
}
