import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { computeTimerIntervals, endOf, workedMs } from '@core/timer/timer-intervals';
import { expect, it, onTestFinished } from 'vitest';
import { openWorkbenchDatabase } from '../../../src/main/db/open';
import { readHeartbeat, readRunningTimer, readTimerEvents } from '../../../src/main/db/queries/timers';
import { expectValue } from '../../support/portal-bench';
import { makeFolder, openWorkbench } from '../../support/workbench';
import { connect } from '../../support/workbench-file';
import { addTicket } from '../../support/workbench-rows';

const KILLS = 50;
/** From before the file is open to well after the first beats. */
const LONGEST_RUN_MS = 1_600;

const fileIn = (name: string) => fileURLToPath(new URL(`../../support/${name}`, import.meta.url));

/** A process that is loaded and waits to be told the folder of a workbench in which it runs a timer. */
interface TimerProcess {
  /** Lets it open the workbench; ends when the timer's start is confirmed. */
  run(folder: string): Promise<void>;
  /** Answers the moment of the kill, and the instants of the heartbeats it had said are on disk. */
  kill(): Promise<{ killedAt: number; confirmed: number[] }>;
}

async function prepare(compiledFolder: string): Promise<TimerProcess> {
  const child: ChildProcess = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--experimental-transform-types',
      '--import',
      fileIn('resolve-typescript.ts'),
      fileIn('timer-process.ts'),
    ],
    // What is compiled once starts faster the next time.
    { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: compiledFolder } },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('The process cannot be spoken to.');
  const ended = once(child, 'exit');
  const words = createInterface({ input: stdout });
  const confirmed: number[] = [];
  const heard = new Map<string, () => void>();
  const hear = (word: string) => new Promise<void>((resolve) => heard.set(word, resolve));
  words.on('line', (word) => {
    if (heard.has(word)) heard.get(word)?.();
    else confirmed.push(Number(word));
  });
  const isStarted = hear('started');
  await Promise.race([hear('ready'), ended]);
  return {
    run: (folder) => {
      stdin.write(`${folder}\n`);
      return isStarted;
    },
    kill: async () => {
      const killedAt = Date.now();
      child.kill('SIGKILL');
      const [, signal] = await ended;
      if (signal !== 'SIGKILL') throw new Error('The process ended before it was killed.');
      return { killedAt, confirmed };
    },
  };
}

/** What is left in the file of a killed process. */
async function inspect(folder: string) {
  const file = join(folder, 'workbench.sqlite');
  const integrity = connect(file).pragma('integrity_check', { simple: true });
  const database = expectValue(openWorkbenchDatabase(file));
  const timer = await readRunningTimer(database);
  const heartbeat = timer && (await readHeartbeat(database, timer.id));
  if (!timer || !heartbeat) throw new Error('The timer that was confirmed is not there.');
  const events = await readTimerEvents(database, timer.id);
  await database.destroy();
  const [first] = events;
  if (first?.kind !== 'started') throw new Error('The timer was never started.');
  return { integrity, startedAt: first.at, until: heartbeat, intervals: computeTimerIntervals(events, heartbeat) };
}

it(`circumstances: kill: ${KILLS} times at random moments, and at most a second is lost each time`, {
  timeout: 240_000,
}, async () => {
  const folder = makeFolder();
  const workbench = openWorkbench({ folder });
  await addTicket(workbench);
  await workbench.database.destroy();
  const compiled = join(makeFolder(), 'compiled');

  const first = await prepare(compiled);
  let next = prepare(compiled);
  await first.run(folder);
  await first.kill();
  let left = await inspect(folder);
  let killsWhileRunning = 0;
  for (let kills = 1; kills < KILLS; kills += 1) {
    const before = left;
    const running = await next;
    // Loaded while the one before it runs: what is waited for is the running.
    if (kills + 1 < KILLS) next = prepare(compiled);
    void running.run(folder);
    // The one thing that has to be left to chance.
    await delay(Math.random() * LONGEST_RUN_MS);
    const { killedAt, confirmed } = await running.kill();
    left = await inspect(folder);
    expect(left.integrity).toBe('ok');

    // A kill before the app had opened its file finds the timer as the kill before left it.
    const hasRun = left.until.wall > before.until.wall;
    if (hasRun) {
      killsWhileRunning += 1;
      expect(killedAt - left.until.wall).toBeLessThanOrEqual(1_000);
    }
    // What it was told is on disk.
    expect(left.until.wall).toBeGreaterThanOrEqual(Math.max(before.until.wall, ...confirmed));
    // Earlier work is there, and so is what was watched since; what was not watched is no work.
    expect(workedMs(left.intervals)).toBeGreaterThanOrEqual(workedMs(before.intervals));
    // Every millisecond since the start is there once, as work or as unknown time; two clocks can differ by one each time.
    const stretches = [...left.intervals.worked, ...left.intervals.unknown].sort((a, b) => a.startedAt - b.startedAt);
    const recordedMs = stretches.reduce((sum, { durationMs }) => sum + durationMs, 0);
    expect(Math.abs(recordedMs - (left.until.monotonicMs - left.startedAt.monotonicMs))).toBeLessThanOrEqual(KILLS);
    for (const [index, stretch] of stretches.slice(1).entries()) {
      const previous = stretches[index];
      expect(previous && endOf(previous)).toBeLessThanOrEqual(stretch.startedAt);
    }
  }
  // Most kills are to come while the timer runs, or the test would say little.
  expect(killsWhileRunning).toBeGreaterThan(KILLS / 2);
});
