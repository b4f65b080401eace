/** The queue of a hundred thousand tickets: opening it, scrolling in it, searching it, and the memory it takes. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../lib/places.mjs';
import { projectNode } from '../lib/tools.mjs';
import { measureStart } from './cold-start.mjs';
import { median } from './median.mjs';

const MANY = 100_000;
const FEW = 100;
const STARTS = 7;
const SCROLLED_FOR_MS = 5_000;
/** So long the search waits for the next key; see QueuePane. */
const KEY_WAIT_MS = 80;

/** Runs one of the programs of the benchmarks and reads its line of JSON. */
function runProgram(name, ...args) {
  const loader = pathToFileURL(join(projectFolder, 'test', 'support', 'resolve-typescript.ts')).href;
  const program = join(projectFolder, 'test', 'bench', name);
  const output = execFileSync(projectNode(), ['--import', loader, program, ...args], { cwd: projectFolder });
  return JSON.parse(String(output).trim().split('\n').at(-1));
}

const fileIn = (userData) => {
  const portals = join(userData, 'portals');
  return join(portals, readdirSync(portals)[0], 'workbench.sqlite');
};

/** A person's folder with so many tickets, which works offline: the practice portal knows nothing of them. */
async function makeFolder(folder, tickets, practise) {
  const userData = join(folder, String(tickets));
  await practise(userData);
  const settings = join(userData, 'settings.json');
  writeFileSync(settings, JSON.stringify({ ...JSON.parse(readFileSync(settings, 'utf8')), isOffline: true }));
  return { userData, filled: runProgram('large-queue.ts', fileIn(userData), String(tickets)) };
}

/** Opens the app on all tickets of the team. */
async function open({ executable, env, userData }) {
  const { _electron } = createRequire(`${projectFolder}/package.json`)('@playwright/test');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: executable,
    args: [...sandbox, '--lang=en-GB', projectFolder],
    env: { ...env, FYRA_USER_DATA: userData },
  });
  const window = await app.firstWindow();
  await window.locator('body[data-ready="queue"]').waitFor();
  await window.getByText('Team', { exact: true }).click();
  await window.getByRole('tab', { name: /^All/ }).click();
  await window.locator('[role="option"][data-ticket-id]').first().waitFor();
  return { app, window };
}

/** Resident memory in MB: the main process, and the process of the window. */
async function memoryOf(app) {
  return app.evaluate(({ app: electron }) => {
    const used = (type) =>
      Math.max(
        ...electron
          .getAppMetrics()
          .filter((metric) => metric.type === type)
          .map(({ memory }) => memory.workingSetSize),
      ) / 1024;
    return { mainMb: used('Browser'), windowMb: used('Tab') };
  });
}

/** Scrolls a page of rows with every other frame, then jumps through the whole list, and counts what is late. */
async function scroll(window) {
  return window.evaluate(async (scrolledForMs) => {
    const list = document.querySelector('[role="listbox"]');
    const measured = { frames: 0, lateFrames: 0, tasks: 0, longestMs: 0, emptyFrames: 0 };
    const observer = new PerformanceObserver((entries) => {
      for (const { duration } of entries.getEntries()) {
        measured.tasks += 1;
        measured.longestMs = Math.max(measured.longestMs, duration);
      }
    });
    observer.observe({ type: 'longtask' });
    const nextFrame = () => new Promise(requestAnimationFrame);
    let last = await nextFrame();
    const until = last + scrolledForMs;
    while (last < until) {
      list.scrollTop += 120;
      const now = await nextFrame();
      measured.frames += 1;
      // A frame of sixty in a second that was missed.
      if (now - last > 1.5 * (1000 / 60)) measured.lateFrames += 1;
      if (document.querySelector('[role="option"]:not([data-ticket-id])')) measured.emptyFrames += 1;
      last = now;
    }
    const jumps = [];
    for (const part of [0.5, 0.1, 0.99, 0.3, 0.7, 1, 0]) {
      const from = performance.now();
      list.scrollTop = part * (list.scrollHeight - list.clientHeight);
      do await nextFrame();
      while (
        !document.querySelector('[role="option"][data-ticket-id]') ||
        document.querySelector('[role="option"]:not([data-ticket-id])')
      );
      jumps.push(performance.now() - from);
    }
    await nextFrame();
    observer.disconnect();
    return { ...measured, jumps };
  }, SCROLLED_FOR_MS);
}

/** From the last key of a word to its marked rows, in the window; the wait for the next key is in it. */
async function searchInWindow(window, letter) {
  const box = window.getByRole('searchbox');
  await box.focus();
  await window.evaluate(() => {
    globalThis.found = new Promise((resolve) => {
      document.addEventListener(
        'keydown',
        () => {
          const from = performance.now();
          const look = () => {
            const mark = document.querySelector('[role="option"] mark');
            if (mark) resolve(performance.now() - from);
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        },
        { once: true },
      );
    });
  });
  await box.press(letter);
  const ms = await window.evaluate(() => globalThis.found);
  await box.fill('');
  await window.locator('[role="option"] mark').first().waitFor({ state: 'detached' });
  // Until the empty box is what is searched for: before that the same letters would still be known.
  await new Promise((rest) => setTimeout(rest, 3 * KEY_WAIT_MS));
  return ms;
}

/** @param {{ executable: string, env: NodeJS.ProcessEnv, practise: (userData: string) => Promise<void> }} options */
export async function benchQueue({ executable, env, practise }) {
  const folder = mkdtempSync(join(tmpdir(), 'fyra-bench-'));
  try {
    const few = await makeFolder(folder, FEW, practise);
    const many = await makeFolder(folder, MANY, practise);
    const { words } = many.filled;
    const starts = { few: [], many: [] };
    for (let round = 0; round < STARTS; round += 1) {
      starts.few.push(await measureStart(executable, projectFolder, few.userData, env));
      starts.many.push(await measureStart(executable, projectFolder, many.userData, env));
    }
    const searches = runProgram(
      'queue-search.ts',
      fileIn(many.userData),
      JSON.stringify([
        words[0],
        words[5],
        words[0].slice(0, 1),
        words[60],
        words[600],
        `s 10${MANY / 2}`,
        `${words[0]} ${words[300]}`,
      ]),
    );
    const memory = {};
    const small = await open({ executable, env, userData: few.userData });
    memory.few = await memoryOf(small.app);
    await small.app.close();
    const large = await open({ executable, env, userData: many.userData });
    const scrolled = await scroll(large.window);
    const typed = [];
    // Each letter once: what was found before is shown at once.
    for (const letter of ['v', 'k', 'm', 'p', 'b']) typed.push(await searchInWindow(large.window, letter));
    memory.many = await memoryOf(large.app);
    await large.app.close();
    return {
      tickets: MANY,
      few: FEW,
      startMs: { few: median(starts.few), many: median(starts.many) },
      starts: STARTS,
      scrolled: { ...scrolled, jumpMs: median(scrolled.jumps) },
      searches,
      typedMs: median(typed),
      memory,
      fileMb: statSync(fileIn(many.userData)).size / 1e6,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The figures as sentences. */
export function tellQueue({ tickets, few, startMs, starts, scrolled, searches, typedMs, memory, fileMb }) {
  const count = (number) => number.toLocaleString('en-GB');
  const mb = ({ mainMb, windowMb }) =>
    `${mainMb.toFixed(0)} MB in the main process and ${windowMb.toFixed(0)} MB in the window`;
  return [
    `opening to the first rows with ${count(tickets)} tickets: ${(startMs.many / startMs.few).toFixed(2)} × with ${few} ` +
      `(medians of ${starts} starts each: ${startMs.many.toFixed(0)} ms and ${startMs.few.toFixed(0)} ms; file ${fileMb.toFixed(0)} MB)`,
    `scrolling through them: ${scrolled.lateFrames} of ${scrolled.frames} frames late (budget 60 a second), rows still to come in ` +
      `${scrolled.emptyFrames}; tasks over 50 ms: ${scrolled.tasks}${scrolled.tasks === 0 ? '' : `, longest ${scrolled.longestMs.toFixed(0)} ms`}; ` +
      `a jump to anywhere shows its rows after ${scrolled.jumpMs.toFixed(0)} ms`,
    ...searches.map(
      ({ search, share, searchMs, bareMs }) =>
        `search for "${search}", in ${(share * 100).toFixed(1)} % of them: ${(searchMs / bareMs).toFixed(2)} × the bare ranked query ` +
        `(${searchMs.toFixed(1)} ms and ${bareMs.toFixed(1)} ms; budget 1.5 ×${share < 0.05 ? ', and 50 ms' : ''})`,
    ),
    `from a key to its marked rows in the window: ${typedMs.toFixed(0)} ms, of which ${KEY_WAIT_MS} ms wait for the next key`,
    `memory: ${mb(memory.many)}, with ${few} tickets ${mb(memory.few)}`,
  ];
}
