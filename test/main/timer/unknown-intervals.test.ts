import type { TimerId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import { describe, expect, it } from 'vitest';
import { listStoppedTimersWithOpenGaps } from '../../../src/main/db/queries/timers';
import { beatTimer } from '../../../src/main/usecases/beat-timer';
import { decideUnknown } from '../../../src/main/usecases/decide-unknown';
import { pauseTimer } from '../../../src/main/usecases/pause-timer';
import { readTimers } from '../../../src/main/usecases/read-timers';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { stopTimer } from '../../../src/main/usecases/stop-timer';
import { MINUTE, MONDAY_NINE, SECOND } from '../../support/hand-clock';
import { expectFailure, expectValue } from '../../support/portal-bench';
import { openWorkbench, type TestWorkbench, work } from '../../support/workbench';
import { connect, readElsewhere } from '../../support/workbench-file';
import { addTicket } from '../../support/workbench-rows';

/** A timer on a new ticket. */
async function start(workbench = openWorkbench()) {
  const ticketId = await addTicket(workbench);
  const { timerId } = expectValue(await startTimer(workbench, ticketId));
  return { workbench, ticketId, timerId };
}

/** A timer that worked forty seconds, was unwatched for five minutes, and worked twenty more. */
async function startWithGap() {
  const started = await start();
  const { workbench } = started;
  await work(workbench, 40 * SECOND);
  const from = workbench.clock.read().wall;
  workbench.clock.pass(5 * MINUTE);
  await beatTimer(workbench);
  await work(workbench, 20 * SECOND);
  return { ...started, from };
}

const timersOf = (workbench: TestWorkbench) => readTimers(workbench);
const heartbeatsIn = (file: string) => readElsewhere(file, 'SELECT timer_id, wall FROM heartbeat');
const linesIn = (file: string) =>
  readElsewhere(file, 'SELECT timer_id, worked_seconds, description FROM timesheet_line ORDER BY id');
const outboxIn = (file: string) => readElsewhere(file, 'SELECT state FROM outbox');

const stop = (workbench: TestWorkbench, timerId: TimerId, description = 'Felsökning') =>
  stopTimer(workbench, { timerId, description, kindOfWork: 'general-user-support' });
const decide = (workbench: TestWorkbench, timerId: TimerId, from: Instant, decision: 'keep' | 'discard') =>
  decideUnknown(workbench, { timerId, from, answer: { kind: decision } });

describe('the heartbeat', () => {
  it('overwrites one row and appends nothing to the log', async () => {
    const { workbench, timerId } = await start();
    for (const beats of [1, 2, 3]) {
      workbench.clock.pass(500);
      expect(await beatTimer(workbench)).toBe(true);
      expect(heartbeatsIn(workbench.file)).toEqual([{ timer_id: timerId, wall: MONDAY_NINE + beats * 500 }]);
    }
    expect(readElsewhere(workbench.file, 'SELECT kind FROM timer_event')).toEqual([{ kind: 'started' }]);
  });

  it('notes nothing when no timer runs', async () => {
    const { workbench, timerId } = await start();
    await pauseTimer(workbench, timerId);
    const before = heartbeatsIn(workbench.file);
    workbench.clock.pass(500);
    expect(await beatTimer(workbench)).toBe(false);
    expect(heartbeatsIn(workbench.file)).toEqual(before);
  });
});

describe('time without a heartbeat', () => {
  it('is work when it was five seconds', async () => {
    const { workbench } = await start();
    workbench.clock.pass(5 * SECOND);
    await beatTimer(workbench);
    expect((await timersOf(workbench)).running).toMatchObject({ workedSeconds: 5, unknownIntervals: [] });
  });

  it('is an unknown interval when it was longer, and the timer runs on', async () => {
    const { workbench, from } = await startWithGap();
    expect((await timersOf(workbench)).running).toMatchObject({
      workedSeconds: 60,
      unknownIntervals: [{ from, durationSeconds: 300 }],
    });
  });

  it('is told at once', async () => {
    const { workbench } = await start();
    const told: string[] = [];
    workbench.onTold((what) => told.push(what));
    workbench.clock.pass(SECOND);
    await beatTimer(workbench);
    expect(told).toEqual([]);
    workbench.clock.pass(6 * SECOND);
    await beatTimer(workbench);
    expect(told).toEqual(['timers']);
  });

  it.each<[string, (workbench: TestWorkbench, timerId: TimerId) => Promise<unknown>]>([
    ['a stop', (workbench, timerId) => stop(workbench, timerId)],
    ['a pause', (workbench, timerId) => pauseTimer(workbench, timerId)],
    ['a start elsewhere', async (workbench) => startTimer(workbench, await addTicket(workbench))],
  ])('is an unknown interval also when %s comes before the next beat', async (_what, act) => {
    const { workbench, timerId } = await start();
    await work(workbench, 8 * SECOND);
    const from = workbench.clock.read().wall;
    workbench.clock.pass(5 * MINUTE);
    await act(workbench, timerId);
    const { paused, unanswered } = await timersOf(workbench);
    expect([...paused, ...unanswered]).toMatchObject([
      { id: timerId, workedSeconds: 8, unknownIntervals: [{ from, durationSeconds: 300 }] },
    ]);
  });
});

describe('an unknown interval of a running timer', () => {
  it('is work once it is kept', async () => {
    const { workbench, timerId, from } = await startWithGap();
    expectValue(await decide(workbench, timerId, from, 'keep'));
    expect((await timersOf(workbench)).running).toMatchObject({ workedSeconds: 360, unknownIntervals: [] });
    await stop(workbench, timerId);
    expect(linesIn(workbench.file)).toMatchObject([{ worked_seconds: 360 }]);
  });

  it('is gone once it is discarded', async () => {
    const { workbench, timerId, from } = await startWithGap();
    expectValue(await decide(workbench, timerId, from, 'discard'));
    expect((await timersOf(workbench)).running).toMatchObject({ workedSeconds: 60, unknownIntervals: [] });
  });

  it('is decided once', async () => {
    const { workbench, timerId, from } = await startWithGap();
    await decide(workbench, timerId, from, 'discard');
    expect(expectFailure(await decide(workbench, timerId, from, 'keep'))).toEqual({ kind: 'not-found' });
    expect((await timersOf(workbench)).running).toMatchObject({ workedSeconds: 60 });
  });
});

describe('an unknown interval of a stopped timer', () => {
  /** The timer with the gap, stopped without an answer. */
  async function stopUnanswered(description?: string) {
    const started = await startWithGap();
    await stop(started.workbench, started.timerId, description);
    return started;
  }

  it('is not in the line and stays asked about', async () => {
    const { workbench, timerId, from } = await stopUnanswered();
    expect(linesIn(workbench.file)).toMatchObject([{ worked_seconds: 60 }]);
    expect((await timersOf(workbench)).unanswered).toMatchObject([
      { id: timerId, unknownIntervals: [{ from, durationSeconds: 300 }] },
    ]);
  });

  it('makes the line grow when it is kept before the line was sent', async () => {
    const { workbench, timerId, from } = await stopUnanswered();
    expectValue(await decide(workbench, timerId, from, 'keep'));
    expect(linesIn(workbench.file)).toEqual([{ timer_id: timerId, worked_seconds: 360, description: 'Felsökning' }]);
    expect(outboxIn(workbench.file)).toEqual([{ state: 'waiting' }]);
    expect((await timersOf(workbench)).unanswered).toEqual([]);
  });

  it.each(['in-flight', 'done', 'parked'])(
    'becomes a line of its own, to be described, when the first one is %s',
    async (state) => {
      const { workbench, timerId, from } = await stopUnanswered();
      connect(workbench.file).exec(`UPDATE outbox SET state = '${state}'`);
      expectValue(await decide(workbench, timerId, from, 'keep'));
      expect(linesIn(workbench.file)).toEqual([
        { timer_id: timerId, worked_seconds: 60, description: 'Felsökning' },
        { timer_id: timerId, worked_seconds: 300, description: '' },
      ]);
      expect(outboxIn(workbench.file)).toEqual([{ state }]);
      expect((await timersOf(workbench)).unanswered).toEqual([]);
    },
  );

  it('changes no line when it is discarded', async () => {
    const { workbench, timerId, from } = await stopUnanswered();
    expectValue(await decide(workbench, timerId, from, 'discard'));
    expect(linesIn(workbench.file)).toMatchObject([{ worked_seconds: 60 }]);
    expect((await timersOf(workbench)).unanswered).toEqual([]);
  });

  it('is no longer looked for once it is answered, so that answers of a year cost nothing', async () => {
    const { workbench, timerId, from } = await stopUnanswered();
    const candidates = async () => (await listStoppedTimersWithOpenGaps(workbench.database)).map(({ id }) => id);
    expect(await candidates()).toEqual([timerId]);
    await decide(workbench, timerId, from, 'discard');
    expect(await candidates()).toEqual([]);
  });

  it('stays asked about when another one of the same timer is answered', async () => {
    const { workbench, timerId, from } = await startWithGap();
    const second = workbench.clock.read().wall;
    workbench.clock.pass(MINUTE);
    await stop(workbench, timerId);
    await decide(workbench, timerId, from, 'keep');
    expect((await timersOf(workbench)).unanswered).toMatchObject([{ unknownIntervals: [{ from: second }] }]);
  });

  it('becomes the line of a timer that had none', async () => {
    const { workbench, timerId } = await start();
    const from = workbench.clock.read().wall;
    workbench.clock.pass(5 * MINUTE);
    await stop(workbench, timerId);
    expect(linesIn(workbench.file)).toEqual([]);
    expectValue(await decide(workbench, timerId, from, 'keep'));
    expect(linesIn(workbench.file)).toEqual([{ timer_id: timerId, worked_seconds: 300, description: '' }]);
  });

  it('sends a line that it lifts over one minute', async () => {
    const { workbench, timerId } = await start();
    await work(workbench, 40 * SECOND);
    const from = workbench.clock.read().wall;
    workbench.clock.pass(30 * SECOND);
    await stop(workbench, timerId);
    expect(outboxIn(workbench.file)).toEqual([]);
    await decide(workbench, timerId, from, 'keep');
    expect(linesIn(workbench.file)).toMatchObject([{ worked_seconds: 70 }]);
    expect(outboxIn(workbench.file)).toEqual([{ state: 'waiting' }]);
  });
});

describe('a wall clock that is set', () => {
  it.each([
    ['an hour forward', 60 * MINUTE],
    ['an hour back', -60 * MINUTE],
    ['a day back', -24 * 60 * MINUTE],
  ])('%s changes nothing worked and asks nothing', async (_how, byMs) => {
    const { workbench, timerId } = await start();
    await work(workbench, 8 * SECOND);
    workbench.clock.setWallBy(byMs);
    await work(workbench, 8 * SECOND);
    expect((await timersOf(workbench)).running).toMatchObject({ workedSeconds: 16, unknownIntervals: [] });
    workbench.clock.setWallBy(byMs);
    await stop(workbench, timerId);
    expect(linesIn(workbench.file)).toMatchObject([{ worked_seconds: 16 }]);
    expect((await timersOf(workbench)).unanswered).toEqual([]);
  });
});
