import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { computeTimerIntervals, endOf, workedMs } from '@core/timer/timer-intervals';
import { timerEventSchema } from '@core/timer/timer-log';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { electronExecutable, environment, launchArguments } from './support/fyra-app';
import { expect, test } from './support/test';

const KILLS = 50;
/** From before the window is there to well after the first beats. */
const LONGEST_RUN_MS = 2_500;

const heartbeatSchema = z.object({ wall: z.int(), monotonicMs: z.number(), bootId: z.string() });
const rowsSchema = z.array(z.object({ event: z.string() }));

/** What is on disk of the one timer that runs. */
function readTimer(file: string) {
  const database = new Database(file, { readonly: true });
  try {
    const integrity = database.pragma('integrity_check', { simple: true });
    const heartbeat = heartbeatSchema.parse(
      database.prepare('SELECT wall, monotonic_ms AS monotonicMs, boot_id AS bootId FROM heartbeat').get(),
    );
    const events = rowsSchema
      .parse(database.prepare('SELECT event FROM timer_event ORDER BY sequence').all())
      .map(({ event }) => timerEventSchema.parse(JSON.parse(event)));
    const first = events[0];
    if (first?.kind !== 'started') throw new Error('The timer was never started.');
    const until = timerEventSchema.parse({ kind: 'stopped', at: heartbeat }).at;
    return { integrity, startedAt: first.at, until, intervals: computeTimerIntervals(events, until) };
  } finally {
    database.close();
  }
}

/** One start of the app that is killed so long after it was begun. Answers the moment of the kill. */
async function runAndKill(userData: string, afterMs: number): Promise<number> {
  const app = spawn(electronExecutable(), launchArguments(), {
    env: environment(userData, 'en-GB'),
    stdio: 'ignore',
  });
  const ended = once(app, 'exit');
  // The moment is what is left to chance here: no outcome is waited for.
  await delay(afterMs);
  const killedAt = Date.now();
  app.kill('SIGKILL');
  const [, signal] = await ended;
  expect(signal).toBe('SIGKILL');
  return killedAt;
}

test(`circumstances: kill: ${KILLS} kills at random moments lose at most a second each, and double none`, async ({
  launch,
  folder,
}) => {
  test.setTimeout(KILLS * 10_000);
  const userData = join(folder, 'user-data');
  const file = join(userData, 'portals', 'practice', 'workbench.sqlite');
  const first = await launch();
  await first.welcome.startPractising();
  await first.queue.rows().first().click();
  await first.ticket.startTimer();
  await expect(first.timerBar.elapsed()).toHaveText(/^0:00:0[1-9]$/);
  let killedAt = await first.app.kill();
  let left = readTimer(file);
  expect(killedAt - left.until.wall).toBeLessThanOrEqual(1_000);

  let killsWhileRunning = 0;
  for (let kills = 1; kills < KILLS; kills += 1) {
    const before = left;
    killedAt = await runAndKill(userData, Math.random() * LONGEST_RUN_MS);
    left = readTimer(file);
    expect(left.integrity).toBe('ok');

    // A kill before the app had opened its file finds the timer as the kill before left it.
    const hasRun = left.until.wall > before.until.wall;
    if (hasRun) {
      killsWhileRunning += 1;
      expect(killedAt - left.until.wall).toBeLessThanOrEqual(1_000);
    }
    // Every second since the start is there exactly once, as work or as unknown time; none is there twice.
    const stretches = [...left.intervals.worked, ...left.intervals.unknown].sort((a, b) => a.startedAt - b.startedAt);
    const recordedMs = workedMs(left.intervals) + workedMs({ worked: left.intervals.unknown });
    expect(Math.abs(recordedMs - (left.until.monotonicMs - left.startedAt.monotonicMs))).toBeLessThanOrEqual(KILLS);
    for (const [index, stretch] of stretches.slice(1).entries()) {
      const previous = stretches[index];
      expect(previous && endOf(previous)).toBeLessThanOrEqual(stretch.startedAt);
    }
    expect(workedMs(left.intervals)).toBeGreaterThanOrEqual(workedMs(before.intervals));
  }
  // Most kills are to come while the timer runs, or the test would say little.
  expect(killsWhileRunning).toBeGreaterThan(KILLS / 3);
  console.log(`${killsWhileRunning} of ${KILLS - 1} later kills came while the timer ran`);
});
