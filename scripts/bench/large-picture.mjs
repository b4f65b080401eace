/** How long the window stands still while a picture of fifty megapixels is opened. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { projectFolder } from '../lib/places.mjs';
import { median } from './median.mjs';

const LARGE = { width: 8_660, height: 5_773 };
const ORDINARY = { width: 1_920, height: 1_080 };
const ROUNDS = 5;

function chunk(type, content) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

/** A picture with something in every part of it, in true colour. */
function makePng({ width, height }) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const start = y * (width * 3 + 1) + 1;
    for (let x = 0; x < width; x += 1) {
      const at = start + x * 3;
      rows[at] = x & 255;
      rows[at + 1] = y & 255;
      rows[at + 2] = (x ^ y) & 255;
    }
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * Opens a picture of fifty megapixels, and one of an ordinary screen, in turn. Measured is the longest time the window
 * could not answer: its longest task, as the browser itself tells those of more than 50 ms, from choosing the file until
 * the picture stands in the editor and a moment after.
 *
 * @param {{ executable: string, env: NodeJS.ProcessEnv, userData: string }} options a folder with a portal in it
 */
export async function benchLargePicture({ executable, env, userData }) {
  const { _electron } = createRequire(`${projectFolder}/package.json`)('@playwright/test');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const folder = join(userData, 'given');
  mkdirSync(folder);
  const files = { large: join(folder, 'large.png'), ordinary: join(folder, 'ordinary.png') };
  writeFileSync(files.large, makePng(LARGE));
  writeFileSync(files.ordinary, makePng(ORDINARY));
  const app = await _electron.launch({
    executablePath: executable,
    args: [...sandbox, '--lang=en-GB', projectFolder],
    env: { ...env, FYRA_USER_DATA: userData },
  });
  try {
    const window = await app.firstWindow();
    await window.locator('body[data-ready="queue"]').waitFor();
    // What every later picture has loaded already.
    await measureOpening(window, files.ordinary);
    const large = [];
    const ordinary = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ordinary.push(await measureOpening(window, files.ordinary));
      large.push(await measureOpening(window, files.large));
    }
    return {
      rounds: ROUNDS,
      largeMs: median(large.map(({ longestMs }) => longestMs)),
      ordinaryMs: median(ordinary.map(({ longestMs }) => longestMs)),
      openedMs: median(large.map(({ openedMs }) => openedMs)),
    };
  } finally {
    await app.close();
  }
}

async function measureOpening(window, file) {
  await window.evaluate(() => {
    location.hash = '#/';
  });
  await window.locator('body[data-ready="queue"]').waitFor();
  await window.keyboard.press('c');
  const input = window.getByTestId('capture-file-input');
  await input.waitFor({ state: 'attached' });
  await window.evaluate(() => {
    const measured = { longestMs: 0, startedAt: performance.now() };
    globalThis.measured = measured;
    globalThis.measuring?.disconnect();
    globalThis.measuring = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) measured.longestMs = Math.max(measured.longestMs, duration);
    });
    globalThis.measuring.observe({ type: 'longtask' });
  });
  await input.setInputFiles(file);
  await window.locator('[data-testid="capture-canvas"] canvas').first().waitFor();
  return await window.evaluate(async () => {
    const openedMs = performance.now() - globalThis.measured.startedAt;
    // The frames in which the picture is drawn first, and what is read in it, come after.
    await new Promise((rest) => setTimeout(rest, 1_500));
    return { openedMs, longestMs: globalThis.measured.longestMs };
  });
}
