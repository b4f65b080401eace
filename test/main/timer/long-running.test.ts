import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerOverrun } from '../../../src/main/usecases/answer-overrun';
import { reopenUnknown } from '../../../src/main/usecases/reopen-unknown';
import { type Computer, createComputer } from '../../support/computer';
import { HOUR, instantInStockholm, MINUTE, SECOND } from '../../support/hand-clock';
import { expectFailure, expectValue } from '../../support/portal-bench';
import { DEFAULT_SETTINGS } from '../../support/quiet-parts';

vi.setConfig({ testTimeout: 60_000 });

const ONE_MINUTE = { ...DEFAULT_SETTINGS, idleThresholdMinutes: 1 };

/** A timer that was started half a minute before half past five, and whose person then went home. */
async function forgetAt1730() {
  const computer = await createComputer({ wall: instantInStockholm('2026-11-23 17:29:30'), settings: ONE_MINUTE });
  const timerId = await computer.start();
  await computer.use(30 * SECOND);
  await computer.lock();
  return { computer, timerId };
}

/** One whose person is there at seven, with an hour before it in which the computer slept. */
async function workPastClosing({ settings = DEFAULT_SETTINGS, wallSetByMs = 0 } = {}) {
  const computer = await createComputer({ wall: instantInStockholm('2026-11-23 17:59:50'), settings });
  const timerId = await computer.start();
  await computer.use(30 * SECOND);
  await computer.sleep(59 * MINUTE);
  await computer.use(20 * SECOND);
  computer.clock.setWallBy(wallSetByMs);
  await computer.use(20 * SECOND - wallSetByMs);
  return { computer, timerId };
}

const overrunOf = async (computer: Computer) => (await computer.timers()).overrun;

describe('a timer that runs on after service hours', () => {
  it('circumstances: overnight: is asked about an hour after they ended, and nothing is cut before the answer', async () => {
    const { computer, timerId } = await forgetAt1730();
    await computer.leave(90 * MINUTE - SECOND);
    expect(await overrunOf(computer)).toBeNull();
    await computer.leave(SECOND);
    const asked = {
      timerId,
      reason: 'after-hours',
      lastActivityAt: instantInStockholm('2026-11-23 17:30'),
      ticketNumber: 'S-1',
    };
    expect(await overrunOf(computer)).toEqual(asked);
    await computer.leave(13 * HOUR);
    await computer.unlock();
    await computer.use(20 * SECOND);
    // In the morning the evening before is proposed, not the input that woke the computer.
    expect(await overrunOf(computer)).toEqual(asked);
    expect((await computer.timers()).running).toMatchObject({ workedSeconds: 50 });
  });

  it('circumstances: overnight: ends where it was proposed, and nothing is asked about the night', async () => {
    const { computer, timerId } = await forgetAt1730();
    await computer.leave(15 * HOUR);
    await computer.unlock();
    await computer.use(20 * SECOND);
    const { workbench } = computer.session();
    expectValue(await answerOverrun(workbench, { timerId, answer: 'end-at-last-activity' }));
    const { running, paused, overrun } = await computer.timers();
    expect([running, overrun]).toEqual([null, null]);
    expect(paused).toMatchObject([{ id: timerId, workedSeconds: 30, unknownIntervals: [] }]);
  });

  it('circumstances: overnight: proposes the last activity as it was when it was first asked', async () => {
    const { computer, timerId } = await workPastClosing();
    const asked = await overrunOf(computer);
    expect(asked).toMatchObject({ timerId, lastActivityAt: instantInStockholm('2026-11-23 19:00') });
    await computer.use(20 * SECOND);
    expect(await overrunOf(computer)).toEqual(asked);
    const { workbench } = computer.session();
    expectValue(await answerOverrun(workbench, { timerId, answer: 'end-at-last-activity' }));
    expect((await computer.timers()).paused).toMatchObject([{ workedSeconds: 70 }]);
  });

  it('circumstances: overnight: can be taken back, also where the wall clock lags a moment behind the monotonic one', async () => {
    const { computer, timerId } = await workPastClosing({ wallSetByMs: -1 });
    await computer.use(20 * SECOND);
    const { workbench } = computer.session();
    const answered = expectValue(await answerOverrun(workbench, { timerId, answer: 'end-at-last-activity' }));
    const from = answered.discardedFrom ?? expect.fail('nothing was discarded');
    expectValue(await reopenUnknown(workbench, { timerId, from }));
    expect((await computer.timers()).paused).toMatchObject([
      { workedSeconds: 70, unknownIntervals: [{ cause: 'sleep' }, { cause: 'overrun', from }] },
    ]);
  });

  it('circumstances: overnight: is asked about after a restart too, with the last input that is on disk', async () => {
    const { computer, timerId } = await workPastClosing();
    await computer.use(8 * SECOND);
    await computer.leave(40 * SECOND);
    await computer.crash(2 * SECOND);
    expect(await overrunOf(computer)).toMatchObject({
      timerId,
      lastActivityAt: instantInStockholm('2026-11-23 19:00:08'),
    });
  });

  it('circumstances: overnight: is not asked about again for two hours once it is confirmed', async () => {
    const { computer, timerId } = await workPastClosing();
    const { workbench } = computer.session();
    expectValue(await answerOverrun(workbench, { timerId, answer: 'still-working' }));
    expect(await overrunOf(computer)).toBeNull();
    await computer.sleep(2 * HOUR - SECOND);
    expect(await overrunOf(computer)).toBeNull();
    await computer.use(SECOND);
    expect(await overrunOf(computer)).not.toBeNull();
    expect((await computer.timers()).running).toMatchObject({ state: 'running' });
  });

  it('circumstances: overnight: is not asked about where the setting says so', async () => {
    const { computer, timerId } = await workPastClosing({
      settings: { ...DEFAULT_SETTINGS, afterHoursQuestion: false },
    });
    expect(await overrunOf(computer)).toBeNull();
    const answer = { timerId, answer: 'end-at-last-activity' } as const;
    expect(expectFailure(await answerOverrun(computer.session().workbench, answer))).toEqual({ kind: 'not-found' });
    expect((await computer.timers()).running).not.toBeNull();
  });

  it('cannot be answered for once it is paused', async () => {
    const { computer, timerId } = await workPastClosing();
    await computer.pause();
    const answer = { timerId, answer: 'still-working' } as const;
    const answered = await answerOverrun(computer.session().workbench, answer);
    expect(expectFailure(answered)).toEqual({ kind: 'timer-not-running' });
  });

  it('asks nothing about the next timer that is none of its business', async () => {
    const { computer } = await workPastClosing();
    expect(await overrunOf(computer)).not.toBeNull();
    await computer.start();
    await computer.use(8 * SECOND);
    expect(await overrunOf(computer)).toBeNull();
  });
});

describe('ten hours of work', () => {
  let computer: Computer;
  beforeEach(async () => {
    computer = await createComputer({ wall: instantInStockholm('2026-11-22 20:00') });
  });

  it('circumstances: ten-hours: are asked about, on a Sunday too', async () => {
    const timerId = await computer.start(undefined, 599);
    await computer.use(MINUTE);
    expect(await overrunOf(computer)).toBeNull();
    await computer.use(4 * SECOND);
    expect(await overrunOf(computer)).toMatchObject({
      timerId,
      reason: 'too-long',
      lastActivityAt: instantInStockholm('2026-11-22 20:01:04'),
    });
  });
});
