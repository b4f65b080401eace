import { join } from 'node:path';
import type { TicketId, TimerId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { ClockReading } from '@core/timer/timer-log';
import { sql } from 'kysely';
import { decideUnknown, type UnknownAnswer } from '../../src/main/usecases/decide-unknown';
import { pauseTimer } from '../../src/main/usecases/pause-timer';
import { readTimers } from '../../src/main/usecases/read-timers';
import { startTimer } from '../../src/main/usecases/start-timer';
import { stopTimer } from '../../src/main/usecases/stop-timer';
import type { WorkbenchSettings } from '../../src/main/usecases/workbench';
import { createHandClock, type HandClock } from './hand-clock';
import { expectValue } from './portal-bench';
import { openTestSession, type TestSession } from './session';
import { copyAsKilled, makeFolder } from './workbench';
import { readElsewhere } from './workbench-file';
import { addTicket } from './workbench-rows';

/** Below the gap that a missing heartbeat is. */
const BEAT_MS = 4_000;
/** While nobody is there no missing heartbeat is a gap, so a test may hurry. */
const AWAY_BEAT_MS = 300_000;

/** A computer with the app on a real file, and a person in front of it. What happens to it is told as it happens. */
export interface Computer {
  readonly clock: HandClock;
  /** The session that is open now. */
  session(): TestSession;
  file(): string;
  timers(): ReturnType<typeof readTimers>;
  /** The rows of a query, read by another connection: what is on disk. */
  onDisk(query: string): ReturnType<typeof readElsewhere>;

  addTicket(): Promise<TicketId>;
  start(ticketId?: TicketId, earlierMinutes?: number): Promise<TimerId>;
  pause(): Promise<void>;
  stop(timerId: TimerId, description?: string): Promise<void>;
  /** What becomes of an answer about the absence that begins there. */
  decide(timerId: TimerId, from: Instant, answer: UnknownAnswer): ReturnType<typeof decideUnknown>;
  /** Answers the only question there is about a timer. */
  answer(timerId: TimerId, answer: UnknownAnswer): Promise<void>;

  /** The person works, with keys and mouse. */
  use(milliseconds: number): Promise<void>;
  /** One touch, which no beat has seen yet. */
  touch(): void;
  /** Nobody touches anything. */
  leave(milliseconds: number): Promise<void>;
  lock(): Promise<void>;
  unlock(): Promise<void>;
  /** Asleep for so long, then awake, with the person back unless it is locked. */
  sleep(milliseconds: number, how?: { monotonicRuns: boolean }): Promise<void>;
  /** Nothing runs for so long, and nobody hears why. */
  freeze(milliseconds: number): Promise<void>;
  shutDown(): Promise<void>;
  close(): Promise<void>;
  /** The app is killed, and started again so much later. */
  crash(milliseconds: number, how?: { reboots: boolean }): Promise<void>;
  /** The app is started on what is there. */
  open(): Promise<void>;
  /** From now on the disk takes nothing more, or does again. */
  refuseWrites(refuses: boolean): Promise<void>;
}

export async function createComputer({
  wall,
  settings,
}: {
  wall?: Instant;
  settings?: WorkbenchSettings;
} = {}): Promise<Computer> {
  const clock = createHandClock(wall);
  let folder = makeFolder();
  const openHere = async () => openTestSession({ folder, clock, ...(settings ? { settings } : {}) });
  let session = await openHere();
  let leftAt: ClockReading | null = null;
  let isLocked = false;

  const timers = () => readTimers(session.workbench);
  const noteIdle = () => {
    // What it grows by meanwhile the steered system knows itself.
    if (isLocked) return;
    const idleMs = leftAt === null ? 0 : clock.read().monotonicMs - leftAt.monotonicMs;
    session.presence.setIdleSeconds(Math.max(0, idleMs) / 1000);
  };
  async function passInSteps(milliseconds: number, stepMs: number): Promise<void> {
    for (let leftMs = milliseconds; leftMs > 0; leftMs -= stepMs) {
      clock.pass(Math.min(stepMs, leftMs));
      noteIdle();
      await session.clock.beat();
    }
  }
  const comeBack = () => {
    leftAt = null;
    noteIdle();
  };

  return {
    clock,
    session: () => session,
    file: () => join(folder, 'workbench.sqlite'),
    timers,
    onDisk: (query) => readElsewhere(join(folder, 'workbench.sqlite'), query),
    addTicket: () => addTicket(session.workbench),
    start: async (ticketId, earlierMinutes = 0) => {
      comeBack();
      const on = ticketId ?? (await addTicket(session.workbench));
      return expectValue(await startTimer(session.workbench, on, { earlierMinutes })).timerId;
    },
    pause: async () => {
      const { running } = await timers();
      if (!running) throw new Error('No timer runs.');
      expectValue(await pauseTimer(session.workbench, running.id));
    },
    stop: async (timerId, description = 'Felsökning') => {
      const request = { timerId, description, kindOfWork: 'general-user-support' as const };
      expectValue(await stopTimer(session.workbench, request));
    },
    decide: (timerId, from, answer) => decideUnknown(session.workbench, { timerId, from, answer }),
    answer: async (timerId, answer) => {
      const { running, paused, unanswered } = await timers();
      const timer = [...(running ? [running] : []), ...paused, ...unanswered].find(({ id }) => id === timerId);
      const [asked, ...more] = timer?.unknownIntervals ?? [];
      if (!asked || more.length > 0) throw new Error('There is not one question.');
      expectValue(await decideUnknown(session.workbench, { timerId, from: asked.from, answer }));
    },
    use: async (milliseconds) => {
      const isBack = leftAt !== null;
      comeBack();
      if (isBack) await session.clock.beat();
      await passInSteps(milliseconds, BEAT_MS);
    },
    touch: comeBack,
    leave: async (milliseconds) => {
      leftAt ??= clock.read();
      let leftMs = milliseconds;
      while (leftMs > 0) {
        const stepMs = Math.min(leftMs, (await timers()).running?.away ? AWAY_BEAT_MS : BEAT_MS);
        await passInSteps(stepMs, stepMs);
        leftMs -= stepMs;
      }
    },
    lock: async () => {
      noteIdle();
      leftAt ??= clock.read();
      isLocked = true;
      session.presence.lock();
      await session.clock.beat();
    },
    unlock: async () => {
      isLocked = false;
      comeBack();
      session.presence.unlock();
      await session.clock.beat();
    },
    sleep: async (milliseconds, { monotonicRuns } = { monotonicRuns: false }) => {
      session.presence.suspend();
      await session.clock.beat();
      if (monotonicRuns) clock.pass(milliseconds);
      else clock.setWallBy(milliseconds);
      if (!isLocked) comeBack();
      session.presence.wake();
      await session.clock.beat();
    },
    freeze: async (milliseconds) => {
      clock.pass(milliseconds);
      noteIdle();
      await session.clock.beat();
    },
    shutDown: async () => {
      session.presence.shutDown();
      await session.close();
    },
    close: () => session.close(),
    crash: async (milliseconds, { reboots } = { reboots: false }) => {
      folder = copyAsKilled({ folder });
      clock.pass(milliseconds);
      if (reboots) {
        clock.reboot();
        leftAt = null;
      }
      session = await openHere();
      isLocked = false;
      noteIdle();
    },
    open: async () => {
      session = await openHere();
    },
    refuseWrites: async (refuses) => {
      await sql.raw(`PRAGMA query_only = ${refuses ? 'ON' : 'OFF'}`).execute(session.workbench.database);
    },
  };
}
