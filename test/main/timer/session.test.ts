import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pauseTimer } from '../../../src/main/usecases/pause-timer';
import { readTimers } from '../../../src/main/usecases/read-timers';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { HOUR, MINUTE, SECOND } from '../../support/hand-clock';
import { expectValue } from '../../support/portal-bench';
import { openTestSession, type TestSession } from '../../support/session';
import { copyAsKilled, makeFolder } from '../../support/workbench';
import { connect, readElsewhere } from '../../support/workbench-file';
import { addTicket } from '../../support/workbench-rows';

async function startTimerIn(session: TestSession) {
  return expectValue(await startTimer(session.workbench, await addTicket(session.workbench))).timerId;
}

async function beatAfter(session: TestSession, milliseconds: number) {
  session.clock.pass(milliseconds);
  await session.clock.beat();
}

const timersOf = ({ workbench }: TestSession) => readTimers(workbench);
const fileOf = ({ folder }: { folder: string }) => join(folder, 'workbench.sqlite');

describe('an open session', () => {
  it('tells a beat after its heartbeat is on disk', async () => {
    const folder = makeFolder();
    const seen: unknown[] = [];
    const session = await openTestSession({
      folder,
      onBeat: ({ running }) => {
        const [heartbeat] = readElsewhere(fileOf({ folder }), 'SELECT wall FROM heartbeat');
        seen.push([running?.workedSeconds, heartbeat?.['wall'] === session.clock.read().wall]);
      },
    });
    await startTimerIn(session);
    await beatAfter(session, 1_000);
    await beatAfter(session, 1_000);
    expect(seen).toEqual([
      [1, true],
      [2, true],
    ]);
  });

  it('tells no beat while no timer runs', async () => {
    let beats = 0;
    const session = await openTestSession({ onBeat: () => (beats += 1) });
    const timerId = await startTimerIn(session);
    await beatAfter(session, 500);
    await pauseTimer(session.workbench, timerId);
    await beatAfter(session, 500);
    expect(beats).toBe(1);
  });

  it('goes on beating after a beat that failed, and says that it failed', async () => {
    const session = await openTestSession();
    await startTimerIn(session);
    const other = connect(fileOf(session));
    other.exec(`CREATE TRIGGER heartbeat_is_broken BEFORE UPDATE ON heartbeat BEGIN SELECT RAISE(ABORT, 'full'); END`);
    await beatAfter(session, SECOND);
    expect(session.errors.map(String)).toEqual([expect.stringContaining('full')]);
    other.exec('DROP TRIGGER heartbeat_is_broken');
    await beatAfter(session, SECOND);
    expect(session.errors).toHaveLength(1);
    expect(readElsewhere(fileOf(session), 'SELECT wall FROM heartbeat')).toEqual([{ wall: session.clock.read().wall }]);
  });

  it('asks about sleep also where the monotonic clock stood still meanwhile', async () => {
    const session = await openTestSession();
    await startTimerIn(session);
    await beatAfter(session, 4_000);
    const asleepAt = session.clock.read().wall;
    session.presence.suspend();
    session.clock.setWallBy(HOUR);
    session.presence.wake();
    await session.clock.beat();
    await beatAfter(session, 4_000);
    expect((await timersOf(session)).running).toMatchObject({
      workedSeconds: 8,
      unknownIntervals: [{ from: asleepAt, durationSeconds: 3_600 }],
    });
  });

  it('beats no more between the word that sleep comes and its end', async () => {
    const session = await openTestSession();
    await startTimerIn(session);
    const heartbeat = readElsewhere(fileOf(session), 'SELECT * FROM heartbeat');
    session.presence.suspend();
    await beatAfter(session, SECOND);
    expect(readElsewhere(fileOf(session), 'SELECT * FROM heartbeat')).toEqual(heartbeat);
  });

  it('pauses what runs when it is closed, and asks nothing the next time', async () => {
    const session = await openTestSession();
    await startTimerIn(session);
    await beatAfter(session, 4_000);
    session.clock.pass(400);
    await session.close();
    session.clock.pass(8 * HOUR);
    const { folder, clock } = session;
    const { running, paused } = await timersOf(await openTestSession({ folder, clock }));
    expect(running).toBeNull();
    expect(paused).toMatchObject([{ workedSeconds: 4, unknownIntervals: [] }]);
  });

  it('lets run on what runs when it is opened again at once with another key, and knows all of that time', async () => {
    const session = await openTestSession();
    await startTimerIn(session);
    await beatAfter(session, 4 * SECOND);
    await session.close({ isReopened: true });
    session.clock.pass(SECOND);
    const { folder, clock } = session;
    const again = await openTestSession({ folder, clock });
    await beatAfter(again, 4 * SECOND);
    const { running, unanswered } = await timersOf(again);
    expect(running).toMatchObject({ workedSeconds: 9, unknownIntervals: [] });
    expect(unanswered).toEqual([]);
  });

  it('recovers what ran before it speaks to anybody', async () => {
    const session = await openTestSession();
    await startTimerIn(session);
    session.clock.pass(MINUTE);
    const second = await openTestSession({ folder: copyAsKilled(session), clock: session.clock });
    expect((await timersOf(second)).running).toMatchObject({ unknownIntervals: [{ durationSeconds: 60 }] });
  });
});
