import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { computeTimerIntervals, workedMs } from '@core/timer/timer-intervals';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { openWorkbenchDatabase } from '../../../src/main/db/open';
import { readHeartbeat, readRunningTimer, readTimerEvents } from '../../../src/main/db/queries/timers';
import { expectValue } from '../../support/portal-bench';
import { makeFolder, openWorkbench } from '../../support/workbench';
import { connect } from '../../support/workbench-file';
import { addTicket } from '../../support/workbench-rows';

const KILLS = 5;
/** The first kill comes at once; later ones mostly more than a second after the start, which is on disk anyway. */
const RUN_MS = { shortest: 600, longest: 1_600 };

const fileIn = (name: string) => fileURLToPath(new URL(`../../support/${name}`, import.meta.url));

/** Runs a timer in a process of its own and kills that so long after the timer's start was confirmed. */
async function runAndKill(folder: string, afterMs: number): Promise<{ killedAt: number; confirmed: number[] }> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--experimental-transform-types',
      '--import',
      fileIn('resolve-typescript.ts'),
      fileIn('timer-process.ts'),
      folder,
    ],
    // What is compiled once starts faster the next time.
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') } },
  );
  const ended = once(child, 'exit');
  const words = createInterface({ input: child.stdout });
  await Promise.race([once(words, 'line'), ended]);
  const confirmed: number[] = [];
  words.on('line', (word) => confirmed.push(z.coerce.number().int().parse(word)));
  await delay(afterMs);
  const killedAt = Date.now();
  child.kill('SIGKILL');
  const [, signal] = await ended;
  if (signal !== 'SIGKILL') throw new Error('The process ended before it was killed.');
  return { killedAt, confirmed };
}

/** What is left in the file of a killed process. */
async function inspect(folder: string) {
  const file = join(folder, 'workbench.sqlite');
  const integrity = connect(file).pragma('integrity_check', { simple: true });
  const database = expectValue(openWorkbenchDatabase(file));
  const timer = await readRunningTimer(database);
  const heartbeat = timer && (await readHeartbeat(database, timer.id));
  if (!timer || !heartbeat) throw new Error('The timer that was confirmed is not there.');
  const intervals = computeTimerIntervals(await readTimerEvents(database, timer.id), heartbeat);
  await database.destroy();
  return { integrity, lastDurable: heartbeat.wall, intervals };
}

it(`loses at most a second when it is killed, ${KILLS} times over`, { timeout: 30_000 }, async () => {
  const folder = makeFolder();
  const workbench = openWorkbench({ folder });
  await addTicket(workbench);
  await workbench.database.destroy();

  let workedBeforeMs = 0;
  for (let kills = 0; kills < KILLS; kills += 1) {
    // The one thing that has to be left to chance.
    const afterMs = RUN_MS.shortest + Math.random() * (RUN_MS.longest - RUN_MS.shortest);
    const { killedAt, confirmed } = await runAndKill(folder, kills === 0 ? 0 : afterMs);
    const { integrity, lastDurable, intervals } = await inspect(folder);
    expect(integrity).toBe('ok');
    expect(killedAt - lastDurable).toBeLessThanOrEqual(1_000);
    // What it was told is on disk.
    expect(lastDurable).toBeGreaterThanOrEqual(Math.max(0, ...confirmed));
    // Earlier work is there, and so is what was watched since; what was not watched is no work.
    expect(workedMs(intervals)).toBeGreaterThanOrEqual(workedBeforeMs);
    workedBeforeMs = workedMs(intervals);
  }
});
