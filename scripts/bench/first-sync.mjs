/** The first sync of ten thousand tickets: how long it takes, and whether the window answers meanwhile. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../lib/places.mjs';
import { projectNode } from '../lib/tools.mjs';

const TICKETS = 10_000;
/** A keystroke every so often while it runs, as of somebody who goes on working. */
const TYPES_EVERY_MS = 250;

async function startLargePortal(folder) {
  const loader = pathToFileURL(join(projectFolder, 'test', 'support', 'resolve-typescript.ts')).href;
  const program = join(projectFolder, 'test', 'bench', 'large-portal.ts');
  const child = spawn(projectNode(), ['--import', loader, program, join(folder, 'portal.sqlite'), String(TICKETS)], {
    cwd: projectFolder,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close').then(() => Promise.reject(new Error('The large portal did not start.')));
  const [line] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended]);
  ended.catch(() => undefined);
  return { ...JSON.parse(line), stop: () => child.stdin.end() };
}

/** Connects the app, in a new folder, and waits until everything is here. */
async function syncOnce({ executable, env, portal }) {
  const { _electron } = createRequire(`${projectFolder}/package.json`)('@playwright/test');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const userData = mkdtempSync(join(tmpdir(), 'fyra-bench-'));
  const app = await _electron.launch({
    executablePath: executable,
    args: [...sandbox, '--lang=en-GB', projectFolder],
    env: { ...env, FYRA_USER_DATA: userData },
  });
  try {
    const window = await app.firstWindow();
    await window.getByLabel('Address').fill(portal.address);
    await window.getByLabel('Database (optional)').fill(portal.database);
    await window.getByLabel('API key').fill(portal.apiKey);
    await window.getByRole('button', { name: 'Test connection' }).click();
    await window.getByText('The connection works').waitFor();
    await app.evaluate(() => {
      const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
      globalThis.loopDelay = monitorEventLoopDelay({ resolution: 5 });
      globalThis.loopDelay.enable();
    });
    await window.evaluate(() => {
      const measured = { longestMs: 0, tasks: 0, progress: [] };
      globalThis.measured = measured;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) {
          measured.longestMs = Math.max(measured.longestMs, duration);
          measured.tasks += 1;
        }
      }).observe({ type: 'longtask' });
      const look = () => {
        const words = document.querySelector('[data-testid="sync-progress"]')?.textContent;
        if (words && measured.progress.at(-1) !== words) measured.progress.push(words);
        requestAnimationFrame(look);
      };
      look();
    });
    const startedAt = Date.now();
    await window.getByRole('button', { name: 'Connect', exact: true }).click();
    await window.locator('[data-connection="syncing"]').waitFor();
    const online = window.locator('[data-connection="online"]').waitFor({ timeout: 600_000 });
    let isDone = false;
    void online.then(() => {
      isDone = true;
    });
    const search = window.getByRole('searchbox');
    await search.waitFor();
    while (!isDone) {
      await search.press('k');
      await search.press('Backspace');
      await new Promise((rest) => setTimeout(rest, TYPES_EVERY_MS));
    }
    await online;
    const wholeMs = Date.now() - startedAt;
    const measured = await window.evaluate(() => globalThis.measured);
    const mainMs = await app.evaluate(() => globalThis.loopDelay.max / 1e6);
    return { wholeMs, mainMs, ...measured };
  } finally {
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  }
}

/** Reads the same pages with plain `fetch`, and writes their rows with plain better-sqlite3, a transaction a page. */
async function readPlainly(portal, folder) {
  const require = createRequire(`${projectFolder}/package.json`);
  const Database = require('better-sqlite3');
  const requests = await (await fetch(new URL('remembered', portal.address))).json();
  const database = new Database(join(folder, 'plain.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE row (model TEXT NOT NULL, id INTEGER NOT NULL, content TEXT NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO row (model, id, content) VALUES (?, ?, ?)');
  const startedAt = Date.now();
  let rows = 0;
  for (const { path, method, body } of requests) {
    const headers = { authorization: `bearer ${portal.apiKey}`, 'content-type': 'application/json' };
    const answer = await fetch(new URL(path, portal.address), {
      method,
      headers,
      ...(method === 'GET' ? {} : { body }),
    });
    const json = await answer.json();
    if (!Array.isArray(json)) continue;
    database.transaction(() => {
      for (const row of json) {
        if (typeof row !== 'object') continue;
        insert.run(path, row.id, JSON.stringify(row));
        rows += 1;
      }
    })();
  }
  const plainMs = Date.now() - startedAt;
  database.close();
  return { plainMs, rows, requests: requests.length };
}

/** @param {{ executable: string, env: NodeJS.ProcessEnv }} options */
export async function benchFirstSync({ executable, env }) {
  const folder = mkdtempSync(join(tmpdir(), 'fyra-bench-'));
  const portal = await startLargePortal(folder);
  try {
    // The portal works its answers out once; then they come from memory, for the app as for the plain reading.
    await syncOnce({ executable, env, portal });
    const plain = await readPlainly(portal, folder);
    const synced = await syncOnce({ executable, env, portal });
    return { tickets: TICKETS, ...plain, ...synced };
  } finally {
    portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
