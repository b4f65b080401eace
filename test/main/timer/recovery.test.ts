import { describe, expect, it } from 'vitest';
import { decideUnknown } from '../../../src/main/usecases/decide-unknown';
import { pauseTimer } from '../../../src/main/usecases/pause-timer';
import { readTimers } from '../../../src/main/usecases/read-timers';
import { recoverTimers } from '../../../src/main/usecases/recover-timers';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { HOUR, MINUTE, SECOND } from '../../support/hand-clock';
import { expectValue } from '../../support/portal-bench';
import { copyAsKilled, openWorkbench, type TestWorkbench, work } from '../../support/workbench';
import { readElsewhere } from '../../support/workbench-file';
import { addTicket } from '../../support/workbench-rows';

/** A timer that has worked twenty seconds when its app is killed. */
async function killWhileRunning() {
  const workbench = openWorkbench();
  const { timerId } = expectValue(await startTimer(workbench, await addTicket(workbench)));
  await work(workbench, 20 * SECOND);
  return { killed: workbench, timerId, killedAt: workbench.clock.read().wall };
}

/** The app that is started on what the killed one left. */
async function startAgain(killed: TestWorkbench): Promise<TestWorkbench> {
  const workbench = openWorkbench({ folder: copyAsKilled(killed), clock: killed.clock });
  await recoverTimers(workbench);
  return workbench;
}

const timersOf = (workbench: TestWorkbench) => readTimers(workbench);

describe('a timer that ran when the app was killed', () => {
  it('runs on as if nothing had been when the app is back within five seconds', async () => {
    const { killed, timerId } = await killWhileRunning();
    killed.clock.pass(5 * SECOND);
    const workbench = await startAgain(killed);
    await work(workbench, 8 * SECOND);
    expect((await timersOf(workbench)).running).toMatchObject({
      id: timerId,
      workedSeconds: 33,
      unknownIntervals: [],
    });
  });

  it('runs on and asks about the time between when the app is back within ten minutes', async () => {
    const { killed, timerId, killedAt } = await killWhileRunning();
    killed.clock.pass(10 * MINUTE - 1);
    const workbench = await startAgain(killed);
    await work(workbench, 8 * SECOND);
    expect((await timersOf(workbench)).running).toMatchObject({
      id: timerId,
      workedSeconds: 28,
      unknownIntervals: [{ from: killedAt, durationSeconds: 600 }],
    });
  });

  it('is paused at its last heartbeat when ten minutes have gone by', async () => {
    const { killed, timerId, killedAt } = await killWhileRunning();
    killed.clock.pass(10 * MINUTE);
    const workbench = await startAgain(killed);
    const { running, paused } = await timersOf(workbench);
    expect(running).toBeNull();
    expect(paused).toMatchObject([
      { id: timerId, workedSeconds: 20, unknownIntervals: [{ from: killedAt, durationSeconds: 600 }] },
    ]);
  });

  it('is paused when the computer was started anew, however short it took', async () => {
    const { killed, killedAt } = await killWhileRunning();
    killed.clock.pass(MINUTE);
    killed.clock.reboot();
    const { running, paused } = await timersOf(await startAgain(killed));
    expect(running).toBeNull();
    expect(paused).toMatchObject([{ workedSeconds: 20, unknownIntervals: [{ from: killedAt, durationSeconds: 60 }] }]);
  });

  it('is not hidden by a wall clock that was set back meanwhile', async () => {
    const { killed, killedAt } = await killWhileRunning();
    killed.clock.pass(8 * MINUTE);
    killed.clock.setWallBy(-HOUR);
    expect((await timersOf(await startAgain(killed))).running).toMatchObject({
      workedSeconds: 20,
      unknownIntervals: [{ from: killedAt, durationSeconds: 480 }],
    });
  });

  it('keeps the time between as work when a person says so', async () => {
    const { killed, timerId, killedAt } = await killWhileRunning();
    killed.clock.pass(20 * MINUTE);
    const workbench = await startAgain(killed);
    expectValue(await decideUnknown(workbench, { timerId, from: killedAt, answer: { kind: 'keep' } }));
    expect((await timersOf(workbench)).paused).toMatchObject([{ workedSeconds: 20 * 60 + 20, unknownIntervals: [] }]);
  });

  it('is no longer away, however short the app was gone', async () => {
    const { killed, timerId } = await killWhileRunning();
    const from = killed.clock.read();
    killed.attention.presence = { ...killed.attention.presence, absence: { from, cause: 'lock' } };
    await work(killed, 20 * SECOND);
    killed.clock.pass(SECOND);
    expect((await timersOf(await startAgain(killed))).running).toMatchObject({
      id: timerId,
      away: null,
      workedSeconds: 20,
      unknownIntervals: [{ from: from.wall, durationSeconds: 21, cause: 'lock', isGoingOn: false }],
    });
  });

  it('asks about each of several kills', async () => {
    const { killed } = await killWhileRunning();
    killed.clock.pass(MINUTE);
    const second = await startAgain(killed);
    await work(second, 8 * SECOND);
    second.clock.pass(2 * MINUTE);
    const third = await startAgain(second);
    expect((await timersOf(third)).running).toMatchObject({
      workedSeconds: 28,
      unknownIntervals: [{ durationSeconds: 60 }, { durationSeconds: 120 }],
    });
  });
});

describe('a timer that was paused when the app was killed', () => {
  it('stays paused and asks nothing', async () => {
    const { killed, timerId } = await killWhileRunning();
    await pauseTimer(killed, timerId);
    killed.clock.pass(8 * HOUR);
    const workbench = await startAgain(killed);
    expect((await timersOf(workbench)).paused).toMatchObject([{ workedSeconds: 20, unknownIntervals: [] }]);
    expect(readElsewhere(workbench.file, 'SELECT kind FROM timer_event')).toEqual([
      { kind: 'started' },
      { kind: 'paused' },
    ]);
  });
});
