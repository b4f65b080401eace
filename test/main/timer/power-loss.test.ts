import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endOf } from '@core/time/interval';
import { computeTimerIntervals, workedMs } from '@core/timer/timer-intervals';
import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { listOpenTimers, readHeartbeat, readTimerEvents } from '../../../src/main/db/queries/timers';
import { beatTimer } from '../../../src/main/usecases/beat-timer';
import { decideUnknown } from '../../../src/main/usecases/decide-unknown';
import { notePresence } from '../../../src/main/usecases/note-presence';
import { pauseTimer } from '../../../src/main/usecases/pause-timer';
import { readTimers } from '../../../src/main/usecases/read-timers';
import { recoverTimers } from '../../../src/main/usecases/recover-timers';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { stopTimer } from '../../../src/main/usecases/stop-timer';
import { MINUTE, SECOND } from '../../support/hand-clock';
import { expectValue } from '../../support/portal-bench';
import { makeFolder, openWorkbench, type TestWorkbench } from '../../support/workbench';
import { connect, readEverything } from '../../support/workbench-file';
import { addTicket } from '../../support/workbench-rows';
import { readFrames, type WalFrame } from '../../support/write-ahead-log';

vi.setConfig({ testTimeout: 180_000 });

const PAGE_BYTES = 4_096;

/** What lies on the disk at a moment. */
interface OnDisk {
  readonly database: Buffer;
  readonly log: Buffer;
}

type Everything = ReturnType<typeof readEverything>;

function readDisk({ file }: TestWorkbench): OnDisk {
  const log = `${file}-wal`;
  return { database: readFileSync(file), log: existsSync(log) ? readFileSync(log) : Buffer.alloc(0) };
}

/** The app that is started on what a power loss left, on another boot. */
function startOn(disk: OnDisk, lost: TestWorkbench): TestWorkbench {
  const folder = makeFolder();
  writeFileSync(join(folder, 'workbench.sqlite'), disk.database);
  if (disk.log.length > 0) writeFileSync(join(folder, 'workbench.sqlite-wal'), disk.log);
  return openWorkbench({ folder, clock: lost.clock });
}

/** Milliseconds of work that open timers and lines hold together, up to the last heartbeat. */
async function readWork({ database }: TestWorkbench): Promise<number> {
  let workMs = 0;
  for (const { id } of await listOpenTimers(database)) {
    const intervals = computeTimerIntervals(
      await readTimerEvents(database, id),
      (await readHeartbeat(database, id)) ?? null,
    );
    const inOrder = [...intervals.worked, ...intervals.unknown].toSorted((a, b) => a.startedAt - b.startedAt);
    for (const [index, interval] of inOrder.entries()) {
      const next = inOrder[index + 1];
      if (next) expect(next.startedAt).toBeGreaterThanOrEqual(endOf(interval));
    }
    workMs += workedMs(intervals);
  }
  const lines = await database.selectFrom('timesheetLine').select('workedSeconds').execute();
  return workMs + lines.reduce((sum, { workedSeconds }) => sum + workedSeconds * 1000, 0);
}

/** Opens what is left, checks it from top to bottom, and lets the app recover on it. Answers what it held. */
async function inspect(disk: OnDisk, lost: TestWorkbench): Promise<{ held: Everything; workMs: number }> {
  const found = startOn(disk, lost);
  expect(connect(found.file).pragma('integrity_check', { simple: true })).toBe('ok');
  const held = readEverything(found.file);
  const workMs = await readWork(found);
  const wasRunning = (await readTimers(found)).running;
  const clock = { ...found.clock, read: () => ({ ...lost.clock.read(), monotonicMs: 1, bootId: 'after the loss' }) };
  await recoverTimers({ database: found.database, clock });
  const { running, paused } = await readTimers({ ...found, clock });
  // Nothing runs on by itself, and no work came from being away.
  expect(running).toBeNull();
  expect(await readWork({ ...found, clock: lost.clock })).toBe(workMs);
  if (wasRunning) expect(paused.map(({ id }) => id)).toContain(wasRunning.id);
  await found.database.destroy();
  return { held, workMs };
}

type Act = (workbench: TestWorkbench) => Promise<unknown>;

/** A morning on two tickets, in steps that are each confirmed: everything that a timer's log can hold. */
async function plan(workbench: TestWorkbench): Promise<Act[]> {
  const [first, second] = [await addTicket(workbench), await addTicket(workbench)];
  const start = async (ticketId: typeof first, earlierMinutes = 0) =>
    expectValue(await startTimer(workbench, ticketId, { earlierMinutes }));
  const running = async () => {
    const timer = (await readTimers(workbench)).running;
    if (!timer) throw new Error('No timer runs.');
    return timer;
  };
  const beat: Act = async () => {
    workbench.clock.pass(4 * SECOND);
    await beatTimer(workbench);
  };
  const measure = (idleMs: number): Act => {
    return async () => {
      workbench.clock.pass(4 * SECOND);
      notePresence(workbench, { kind: 'idle-measured', at: workbench.clock.read(), idleMs });
      await beatTimer(workbench);
    };
  };
  const freeze: Act = async () => {
    workbench.clock.pass(MINUTE);
    await beatTimer(workbench);
  };
  const stop: Act = async () => {
    const { id: timerId } = await running();
    const request = { timerId, description: 'Felsökning', kindOfWork: 'general-user-support' as const };
    expectValue(await stopTimer(workbench, request));
  };
  const answer = (kind: 'keep' | 'give'): Act => {
    return async () => {
      const { running: open, paused, unanswered } = await readTimers(workbench);
      const asking = [...(open ? [open] : []), ...paused, ...unanswered].find((one) => one.unknownIntervals.length > 0);
      const from = asking?.unknownIntervals[0]?.from;
      if (!asking || from === undefined) throw new Error('Nothing is asked.');
      const given = kind === 'give' ? { kind, ticketId: second } : { kind };
      expectValue(await decideUnknown(workbench, { timerId: asking.id, from, answer: given }));
    };
  };
  return [
    () => start(first, 2),
    beat,
    beat,
    freeze,
    beat,
    measure(6 * MINUTE),
    measure(7 * MINUTE),
    measure(0),
    async () => pauseTimer(workbench, (await running()).id),
    () => start(second),
    beat,
    () => start(first),
    answer('give'),
    freeze,
    stop,
    answer('keep'),
    () => start(second),
    stop,
  ];
}

/** Every length that a log which grew can have when the power goes: whole frames, and torn ones. */
function cutsOf(frames: readonly WalFrame[]): number[] {
  return frames.flatMap(({ from, until }) => [Math.round((from + until) / 2), until - 1, until]);
}

/** A database file of which only the first bytes were written over, as a checkpoint does it. */
function tear(before: Buffer, after: Buffer, at: number): Buffer {
  return Buffer.concat([after.subarray(0, at), before.subarray(at)]);
}

/** What follows from the timers' logs: each is a beginning of the next. */
function logsOf(everything: Everything): string[] {
  return (everything['timer_event'] ?? []).map((row) => JSON.stringify(row)).toSorted();
}

it('circumstances: power-loss: wherever the log is cut, the file holds what was committed by then, and no second more', async () => {
  const lost = openWorkbench();
  const acts = await plan(lost);
  let knownFrames = readFrames(readDisk(lost).log).length;
  let before = readEverything(lost.file);
  let beforeMs = await readWork(lost);
  let cuts = 0;
  for (const act of acts) {
    await act(lost);
    const disk = readDisk(lost);
    const confirmed = readEverything(lost.file);
    const confirmedMs = await readWork(lost);
    const frames = readFrames(disk.log);
    const grown = frames.slice(knownFrames);
    expect(grown.at(-1)?.isCommit).toBe(true);
    // An act can commit more than once: what stands between its commits is known once the cut behind one was opened.
    let committed = before;
    for (const cut of cutsOf(grown)) {
      const { held, workMs } = await inspect({ ...disk, log: disk.log.subarray(0, cut) }, lost);
      if (grown.some(({ until, isCommit }) => isCommit && until === cut)) {
        expect(logsOf(held)).toEqual(expect.arrayContaining(logsOf(committed)));
        committed = held;
      }
      expect(held).toEqual(committed);
      // Between two acts no work is nowhere, and none in two places; a line may have been rounded.
      expect(workMs).toBeGreaterThanOrEqual(Math.min(beforeMs, confirmedMs) - 500);
      expect(workMs).toBeLessThanOrEqual(Math.max(beforeMs, confirmedMs) + 500);
      cuts += 1;
    }
    // What was confirmed is all there.
    expect(committed).toEqual(confirmed);
    before = confirmed;
    beforeMs = confirmedMs;
    knownFrames = frames.length;
  }
  expect(cuts).toBeGreaterThan(100);
});

it('circumstances: power-loss: while the log is moved into the file, nothing confirmed is lost', async () => {
  const lost = openWorkbench();
  for (const act of await plan(lost)) await act(lost);
  const confirmed = readEverything(lost.file);
  const before = readDisk(lost);
  await sql`PRAGMA wal_checkpoint(FULL)`.execute(lost.database);
  const after = readDisk(lost);
  const pages = Math.max(before.database.length, after.database.length) / PAGE_BYTES;
  let torn = 0;
  for (let page = 0; page <= pages; page += 1) {
    for (const at of [page * PAGE_BYTES, page * PAGE_BYTES + PAGE_BYTES / 2]) {
      const database = tear(before.database, after.database, at);
      expect((await inspect({ database, log: before.log }, lost)).held).toEqual(confirmed);
      torn += 1;
    }
  }
  expect(torn).toBeGreaterThan(50);
});
