import type { TimerId } from '@core/ids';
import { type Instant, instantFromEpochMs } from '@core/time/instant';
import { endOf } from '@core/time/interval';
import { computeTimerIntervals, workedMs } from '@core/timer/timer-intervals';
import type { AbsenceCause } from '@core/timer/timer-log';
import { describe, expect, it, vi } from 'vitest';
import { listOpenTimers, readTimerEvents } from '../../../src/main/db/queries/timers';
import { type Computer, createComputer } from '../../support/computer';
import { HOUR, instantInStockholm, MINUTE, MONDAY_NINE, SECOND } from '../../support/hand-clock';
import { DEFAULT_SETTINGS } from '../../support/quiet-parts';
import type { TimerCircumstance } from './circumstance-ids';

interface Expected {
  readonly state: 'running' | 'paused' | 'stopped';
  readonly workedSeconds: number;
  /** [seconds after the start, lasts, cause] of each question. */
  readonly unknown: readonly (readonly [number, number, AbsenceCause])[];
}

interface Row {
  readonly id: TimerCircumstance;
  readonly what: string;
  /** What happens to a timer that has just been started. */
  readonly happens: (computer: Computer, timerId: TimerId) => Promise<void>;
  readonly outcome: Expected;
}

// A beat is written to the disk and waits for it, and there are many.
vi.setConfig({ testTimeout: 60_000 });

const QUIET = 8 * SECOND;
/** A lock or idleness counts after a minute, so that fewer beats have to be waited for. */
const ONE_MINUTE = { ...DEFAULT_SETTINGS, idleThresholdMinutes: 1 };

const running = (workedSeconds: number, ...unknown: Expected['unknown']): Expected => ({
  state: 'running',
  workedSeconds,
  unknown,
});
const paused = (workedSeconds: number, ...unknown: Expected['unknown']): Expected => ({
  ...running(workedSeconds, ...unknown),
  state: 'paused',
});

/** Waits for what follows from what was promised already: no timer, no other event of the system comes in between. */
const alreadyPromised = () => new Promise((resolve) => setImmediate(resolve));

/** One row for each way it can come. All begin and end with eight seconds of work, so 16 are work whatever happens. */
const rows: readonly Row[] = [
  {
    id: 'suspend',
    what: 'an hour asleep, by a monotonic clock that stands still meanwhile',
    happens: (computer) => computer.sleep(HOUR),
    outcome: running(16, [8, 3600, 'sleep']),
  },
  {
    id: 'suspend',
    what: 'an hour asleep, by a monotonic clock that runs on',
    happens: (computer) => computer.sleep(HOUR, { monotonicRuns: true }),
    outcome: running(16, [8, 3600, 'sleep']),
  },
  {
    id: 'suspend',
    what: 'twenty seconds asleep are unknown too',
    happens: (computer) => computer.sleep(20 * SECOND),
    outcome: running(16, [8, 20, 'sleep']),
  },
  {
    id: 'suspend',
    what: 'begins with the last input before it',
    happens: async (computer) => {
      await computer.leave(40 * SECOND);
      await computer.sleep(10 * MINUTE);
    },
    outcome: running(16, [8, 640, 'sleep']),
  },
  {
    id: 'suspend',
    what: 'does not begin before a touch that no beat has seen yet',
    happens: async (computer) => {
      await computer.leave(40 * SECOND);
      computer.touch();
      await computer.sleep(10 * MINUTE);
    },
    outcome: running(16 + 40, [48, 600, 'sleep']),
  },
  {
    id: 'suspend',
    what: 'begins with a short lock that ran into it, and lasts until the unlock',
    happens: async (computer) => {
      await computer.lock();
      await computer.leave(30 * SECOND);
      await computer.sleep(10 * MINUTE);
      await computer.leave(30 * SECOND);
      await computer.unlock();
    },
    outcome: running(16, [8, 660, 'sleep']),
  },
  {
    id: 'lock',
    what: 'for half an hour',
    happens: async (computer) => {
      await computer.lock();
      await computer.leave(30 * MINUTE);
      await computer.unlock();
    },
    outcome: running(16, [8, 1800, 'lock']),
  },
  {
    id: 'lock',
    what: 'for the threshold exactly',
    happens: async (computer) => {
      await computer.lock();
      await computer.leave(MINUTE);
      await computer.unlock();
    },
    outcome: running(16, [8, 60, 'lock']),
  },
  {
    id: 'lock-short',
    what: 'for less than the threshold is work',
    happens: async (computer) => {
      await computer.lock();
      await computer.leave(MINUTE - SECOND);
      await computer.unlock();
    },
    outcome: running(16 + 59),
  },
  {
    id: 'idle',
    what: 'for a quarter of an hour, from the last input to the return',
    happens: (computer) => computer.leave(15 * MINUTE),
    outcome: running(16, [8, 900, 'idle']),
  },
  {
    id: 'call',
    what: 'looks like idle, and nothing of it is work by itself',
    happens: (computer) => computer.leave(40 * MINUTE),
    outcome: running(16, [8, 2400, 'idle']),
  },
  {
    id: 'idle-setting',
    what: 'idle for less than the threshold is work',
    happens: (computer) => computer.leave(MINUTE - SECOND),
    outcome: running(16 + 59),
  },
  {
    id: 'one-absence',
    what: 'idle, then asleep, then locked, then killed',
    happens: async (computer) => {
      await computer.leave(10 * MINUTE);
      await computer.lock();
      await computer.sleep(20 * MINUTE);
      await computer.leave(MINUTE);
      await computer.crash(2 * MINUTE);
      await computer.leave(10 * MINUTE);
    },
    outcome: running(16, [8, 43 * 60, 'idle']),
  },
  {
    id: 'killed-while-away',
    what: 'and started again soon',
    happens: async (computer) => {
      await computer.lock();
      await computer.leave(20 * MINUTE);
      await computer.crash(3 * MINUTE);
    },
    outcome: running(16, [8, 1380, 'lock']),
  },
  {
    id: 'killed-while-away',
    what: 'and started again at once',
    happens: async (computer) => {
      await computer.lock();
      await computer.leave(20 * MINUTE);
      await computer.crash(SECOND);
    },
    outcome: running(16, [8, 1201, 'lock']),
  },
  {
    id: 'killed-while-away',
    what: 'and started again too late to run on',
    happens: async (computer) => {
      await computer.lock();
      await computer.leave(20 * MINUTE);
      await computer.crash(HOUR);
    },
    outcome: paused(8, [8, 4800, 'lock']),
  },
  {
    id: 'clock-forward',
    what: 'by two hours',
    happens: async (computer) => computer.clock.setWallBy(2 * HOUR),
    outcome: running(16),
  },
  {
    id: 'clock-back',
    what: 'by two hours, and by a day',
    happens: async (computer) => {
      computer.clock.setWallBy(-2 * HOUR);
      await computer.use(QUIET);
      computer.clock.setWallBy(-24 * HOUR);
    },
    outcome: running(24),
  },
  {
    id: 'gap',
    what: 'of more than five seconds',
    happens: (computer) => computer.freeze(6 * SECOND),
    outcome: running(16, [8, 6, 'no-heartbeat']),
  },
  {
    id: 'gap',
    what: 'of five seconds is none',
    happens: (computer) => computer.freeze(5 * SECOND),
    outcome: running(21),
  },
  {
    id: 'crash',
    what: 'up to five seconds ago is no gap',
    happens: (computer) => computer.crash(5 * SECOND),
    outcome: running(21),
  },
  {
    id: 'crash',
    what: 'less than ten minutes ago',
    happens: (computer) => computer.crash(10 * MINUTE - SECOND),
    outcome: running(16, [8, 599, 'no-heartbeat']),
  },
  {
    id: 'crash-long',
    what: 'ten minutes ago',
    happens: (computer) => computer.crash(10 * MINUTE),
    outcome: paused(8, [8, 600, 'no-heartbeat']),
  },
  {
    id: 'power-loss',
    what: 'and another boot a minute later',
    happens: (computer) => computer.crash(MINUTE, { reboots: true }),
    outcome: paused(8, [8, 60, 'no-heartbeat']),
  },
  {
    id: 'shutdown',
    what: 'pauses what runs at that moment, and asks nothing at the next start',
    happens: async (computer) => {
      await computer.shutDown();
      computer.clock.pass(HOUR);
      computer.clock.reboot();
      await computer.open();
    },
    outcome: paused(8),
  },
  {
    id: 'shutdown',
    what: 'asks about a short lock that ran into it',
    happens: async (computer) => {
      await computer.lock();
      await computer.leave(40 * SECOND);
      await computer.shutDown();
      computer.clock.pass(HOUR);
      await computer.open();
    },
    outcome: paused(8, [8, 40, 'shutdown']),
  },
  {
    id: 'shutdown',
    what: 'that gives no time to close the app has paused the timer before',
    happens: async (computer) => {
      computer.session().presence.shutDown();
      computer.clock.pass(2 * SECOND);
      await alreadyPromised();
      await computer.crash(MINUTE, { reboots: true });
    },
    outcome: paused(8),
  },
  {
    id: 'shutdown',
    what: 'of the app alone pauses what runs too',
    happens: async (computer) => {
      await computer.close();
      computer.clock.pass(HOUR);
      await computer.open();
    },
    outcome: paused(8),
  },
];

/** What the timer's log on disk is worth, and that no two of its intervals overlap. */
async function read(computer: Computer, startedAt: Instant): Promise<Expected> {
  const { workbench } = computer.session();
  const { running: view, paused: pausedViews, unanswered } = await computer.timers();
  const shown = view ?? pausedViews[0] ?? unanswered[0];
  if (!shown) throw new Error('The timer is gone.');
  const [timer] = await listOpenTimers(workbench.database);
  const events = timer ? await readTimerEvents(workbench.database, timer.id) : [];
  const intervals = computeTimerIntervals(events, workbench.clock.read());
  const inOrder = [...intervals.worked, ...intervals.unknown].toSorted((a, b) => a.startedAt - b.startedAt);
  for (const [index, interval] of inOrder.entries()) {
    const next = inOrder[index + 1];
    if (next) expect(next.startedAt).toBeGreaterThanOrEqual(endOf(interval));
  }
  if (timer) expect(Math.floor(workedMs(intervals) / 1000)).toBe(shown.workedSeconds);
  return {
    state: shown.state,
    workedSeconds: shown.workedSeconds,
    unknown: shown.unknownIntervals.map(({ from, durationSeconds, cause }) => [
      (from - startedAt) / 1000,
      durationSeconds,
      cause,
    ]),
  };
}

it.each(rows)('circumstances: $id: $what', async ({ happens, outcome }) => {
  const computer = await createComputer({ settings: ONE_MINUTE });
  const timerId = await computer.start();
  const startedAt = computer.clock.read().wall;
  await computer.use(QUIET);
  await happens(computer, timerId);
  await computer.use(QUIET);
  expect(await read(computer, startedAt)).toEqual(outcome);
});

describe('an absence', () => {
  const kinds = (computer: Computer) =>
    computer.onDisk('SELECT kind FROM timer_event ORDER BY sequence').map(({ kind }) => kind);

  it('circumstances: suspend: is on disk before anything else can happen', async () => {
    const computer = await createComputer();
    await computer.start();
    await computer.use(QUIET);
    computer.session().presence.suspend();
    await alreadyPromised();
    expect(kinds(computer)).toEqual(['started', 'away-began']);
  });

  it('circumstances: lock: is on disk while the screen is still locked', async () => {
    const computer = await createComputer();
    await computer.start();
    await computer.lock();
    await computer.leave(5 * MINUTE - SECOND);
    expect(kinds(computer)).toEqual(['started']);
    await computer.leave(SECOND);
    expect(kinds(computer)).toEqual(['started', 'away-began']);
    expect((await computer.timers()).running?.away).toEqual({ since: MONDAY_NINE, cause: 'lock' });
  });

  it('circumstances: idle: is shown while it goes on, and cannot be answered by nobody', async () => {
    const computer = await createComputer();
    const timerId = await computer.start();
    await computer.leave(6 * MINUTE);
    const { running: timer } = await computer.timers();
    expect(timer).toMatchObject({
      workedSeconds: 0,
      away: { since: MONDAY_NINE, cause: 'idle' },
      unknownIntervals: [{ from: MONDAY_NINE, durationSeconds: 360, isGoingOn: true }],
    });
    expect(await computer.decide(timerId, MONDAY_NINE, { kind: 'keep' })).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    });
  });

  it.each([
    ['a pause', (computer: Computer) => computer.pause(), 'paused'],
    ['a switch', (computer: Computer) => computer.start(), 'paused'],
    ['a stop', (computer: Computer, timerId: TimerId) => computer.stop(timerId), 'stopped'],
  ] as const)('circumstances: lock: ends with %s, at that moment', async (_what, act, state) => {
    const computer = await createComputer({ settings: ONE_MINUTE });
    const timerId = await computer.start();
    await computer.use(QUIET);
    await computer.lock();
    await computer.leave(10 * MINUTE);
    await act(computer, timerId);
    const { paused: pausedTimers, unanswered } = await computer.timers();
    expect([...pausedTimers, ...unanswered]).toMatchObject([
      { id: timerId, state, workedSeconds: 8, unknownIntervals: [{ durationSeconds: 600, cause: 'lock' }] },
    ]);
  });
});

describe('the threshold', () => {
  it('circumstances: idle-setting: is what the setting says, for idle and lock alike', async () => {
    for (const [minutes, questions] of [
      [1, 2],
      [3, 0],
    ] as const) {
      const computer = await createComputer({ settings: { ...DEFAULT_SETTINGS, idleThresholdMinutes: minutes } });
      await computer.start();
      await computer.leave(2 * MINUTE);
      await computer.use(QUIET);
      await computer.lock();
      await computer.leave(2 * MINUTE);
      await computer.unlock();
      await computer.use(QUIET);
      expect((await computer.timers()).running?.unknownIntervals).toHaveLength(questions);
    }
  });
});

describe('a question', () => {
  it('circumstances: idle-question: that nobody answers is never charged and never lost', async () => {
    const computer = await createComputer({ settings: ONE_MINUTE });
    const timerId = await computer.start();
    await computer.use(MINUTE);
    await computer.leave(30 * MINUTE);
    await computer.use(MINUTE);
    await computer.stop(timerId);
    computer.clock.pass(9 * 24 * HOUR);
    await computer.crash(HOUR, { reboots: true });
    expect(computer.onDisk('SELECT worked_seconds FROM timesheet_line')).toEqual([{ worked_seconds: 120 }]);
    expect((await computer.timers()).unanswered).toMatchObject([
      { id: timerId, unknownIntervals: [{ durationSeconds: 1800, cause: 'idle' }] },
    ]);
  });

  it('circumstances: call: is work once it is kept', async () => {
    const computer = await createComputer({ settings: ONE_MINUTE });
    const timerId = await computer.start();
    await computer.use(QUIET);
    await computer.leave(40 * MINUTE);
    await computer.use(QUIET);
    await computer.answer(timerId, { kind: 'keep' });
    expect((await computer.timers()).running).toMatchObject({ workedSeconds: 16 + 2400, unknownIntervals: [] });
  });
});

describe('a clock that somebody sets', () => {
  it.each([
    ['clock-forward', 3 * HOUR],
    ['clock-back', -3 * HOUR],
  ] as const)('circumstances: %s: changes no line', async (_id, byMs) => {
    const computer = await createComputer();
    const timerId = await computer.start();
    await computer.use(MINUTE);
    computer.clock.setWallBy(byMs);
    await computer.use(MINUTE);
    await computer.pause();
    computer.clock.setWallBy(byMs);
    await computer.start();
    await computer.use(MINUTE);
    await computer.stop(timerId);
    expect(computer.onDisk('SELECT worked_seconds FROM timesheet_line')).toEqual([{ worked_seconds: 120 }]);
  });
});

describe('Stockholm’s clocks', () => {
  const lines = (computer: Computer) =>
    computer.onDisk('SELECT date, worked_seconds FROM timesheet_line ORDER BY date');

  it.each([
    ['summer-time-begin', 'go forward', Date.UTC(2026, 2, 29, 0, 59), '2026-03-29 03:01'],
    ['summer-time-end', 'go back', Date.UTC(2026, 9, 25, 0, 59), '2026-10-25 02:01'],
  ] as const)('circumstances: %s: what passed counts when they %s', async (_id, _what, from, shownAfterwards) => {
    const computer = await createComputer({ wall: instantFromEpochMs(from) });
    const timerId = await computer.start();
    await computer.use(2 * MINUTE);
    const shown = new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: 'Europe/Stockholm',
    }).format(computer.clock.read().wall);
    expect(shown).toBe(shownAfterwards);
    await computer.stop(timerId);
    expect(lines(computer)).toEqual([{ date: shownAfterwards.slice(0, 10), worked_seconds: 120 }]);
  });

  it('circumstances: midnight: part the work into a line for each date, which add up', async () => {
    const computer = await createComputer({ wall: instantInStockholm('2026-11-23 23:58:30') });
    const timerId = await computer.start();
    await computer.use(3 * MINUTE + 400);
    await computer.stop(timerId);
    expect(lines(computer)).toEqual([
      { date: '2026-11-23', worked_seconds: 90 },
      { date: '2026-11-24', worked_seconds: 90 },
    ]);
    expect(computer.onDisk('SELECT kind, state FROM outbox')).toHaveLength(2);
  });

  it('circumstances: midnight: part an absence that is kept afterwards too', async () => {
    const computer = await createComputer({ wall: instantInStockholm('2026-11-23 23:50') });
    const timerId = await computer.start();
    await computer.use(MINUTE);
    await computer.sleep(HOUR);
    await computer.use(MINUTE);
    await computer.stop(timerId);
    await computer.answer(timerId, { kind: 'keep' });
    expect(lines(computer)).toEqual([
      { date: '2026-11-23', worked_seconds: 600 },
      { date: '2026-11-24', worked_seconds: 52 * 60 },
    ]);
  });

  it('circumstances: time-zone: decide, wherever the computer thinks it is', async () => {
    const zoneBefore = process.env['TZ'];
    try {
      process.env['TZ'] = 'Europe/Stockholm';
      const computer = await createComputer({ wall: instantInStockholm('2026-11-24 00:10') });
      const timerId = await computer.start();
      await computer.use(MINUTE);
      process.env['TZ'] = 'America/Los_Angeles';
      await computer.use(MINUTE);
      await computer.stop(timerId);
      expect(lines(computer)).toEqual([{ date: '2026-11-24', worked_seconds: 120 }]);
    } finally {
      if (zoneBefore === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zoneBefore;
    }
  });
});

describe('a disk that takes no more', () => {
  it('circumstances: disk-full: is told of with the moment since when, and harms nothing earlier', async () => {
    const computer = await createComputer();
    await computer.start();
    await computer.use(QUIET);
    const savedAt = computer.clock.read().wall;
    await computer.refuseWrites(true);
    await computer.use(QUIET);
    expect(computer.session().recordings).toMatchObject([{ kind: 'failing', since: savedAt }]);
    expect(computer.onDisk('SELECT wall FROM heartbeat')).toEqual([{ wall: savedAt }]);
    await computer.refuseWrites(false);
    await computer.use(QUIET);
    expect(computer.session().recordings.at(-1)).toEqual({ kind: 'working' });
  });
});
