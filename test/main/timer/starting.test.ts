import type { TicketId } from '@core/ids';
import { addMs } from '@core/time/instant';
import { describe, expect, it, vi } from 'vitest';
import { beatTimer } from '../../../src/main/usecases/beat-timer';
import { dismissNudge, noteActivity } from '../../../src/main/usecases/note-activity';
import { pauseTimer } from '../../../src/main/usecases/pause-timer';
import { readTimers } from '../../../src/main/usecases/read-timers';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { stopTimer } from '../../../src/main/usecases/stop-timer';
import { HOUR, MINUTE, MONDAY_NINE, SECOND } from '../../support/hand-clock';
import { expectValue } from '../../support/portal-bench';
import { openTestSession, type TestSession } from '../../support/session';
import { openWorkbench, type TestWorkbench, work } from '../../support/workbench';
import { readElsewhere } from '../../support/workbench-file';
import { addLine, addTicket } from '../../support/workbench-rows';

vi.setConfig({ testTimeout: 30_000 });

async function start(workbench: TestWorkbench, earlierMinutes: number, ticketId?: TicketId) {
  const on = ticketId ?? (await addTicket(workbench));
  return expectValue(await startTimer(workbench, on, { earlierMinutes })).timerId;
}

const stop = (workbench: TestWorkbench, timerId: Awaited<ReturnType<typeof start>>) =>
  stopTimer(workbench, { timerId, description: 'Felsökning', kindOfWork: 'general-user-support' });
const interval = (fromMs: number, untilMs: number) => ({
  startedAt: addMs(MONDAY_NINE, fromMs),
  durationMs: untilMs - fromMs,
});

describe('a timer that is started "from ten minutes ago"', () => {
  it('circumstances: start-earlier: counts them as work', async () => {
    const workbench = openWorkbench();
    const timerId = await start(workbench, 10);
    await work(workbench, 20 * SECOND);
    expect((await readTimers(workbench)).running).toMatchObject({ workedSeconds: 620 });
    await stop(workbench, timerId);
    expect(readElsewhere(workbench.file, 'SELECT worked_seconds, intervals FROM timesheet_line')).toEqual([
      { worked_seconds: 620, intervals: JSON.stringify([interval(-10 * MINUTE, 20 * SECOND)]) },
    ]);
  });

  it.each([
    ['a line', async (workbench: TestWorkbench) => addLineUntil(workbench, -4 * MINUTE), 4],
    ['a line that is not over yet', async (workbench: TestWorkbench) => addLineUntil(workbench, HOUR), 0],
    ['a paused timer', async (workbench: TestWorkbench) => leavePausedTimer(workbench), 2],
    ['an unanswered question', async (workbench: TestWorkbench) => leaveQuestion(workbench), 3],
    ['nothing but a typed duration', async (workbench: TestWorkbench) => addTyped(workbench), 10],
    ['a line of another person', async (workbench: TestWorkbench) => addColleagues(workbench), 10],
  ] as const)(
    'circumstances: start-earlier: begins with the end of %s at the earliest',
    async (_what, before, minutes) => {
      const workbench = openWorkbench();
      await before(workbench);
      await start(workbench, 10);
      expect((await readTimers(workbench)).running?.workedSeconds).toBe(minutes * 60);
    },
  );

  it('circumstances: start-earlier: takes nothing from the timer it switches from', async () => {
    const workbench = openWorkbench();
    await start(workbench, 0);
    await work(workbench, MINUTE);
    await start(workbench, 10);
    const { running, paused } = await readTimers(workbench);
    expect(running?.workedSeconds).toBe(0);
    expect(paused).toMatchObject([{ workedSeconds: 60 }]);
  });

  it('circumstances: start-earlier: goes on with a paused timer, from its pause at the earliest', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const timerId = await start(workbench, 0, ticketId);
    await work(workbench, 20 * SECOND);
    await pauseTimer(workbench, timerId);
    workbench.clock.pass(5 * MINUTE);
    expect(await start(workbench, 10, ticketId)).toBe(timerId);
    expect((await readTimers(workbench)).running?.workedSeconds).toBe(320);
  });

  it('changes nothing where the timer runs already', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await start(workbench, 0, ticketId);
    await start(workbench, 10, ticketId);
    expect((await readTimers(workbench)).running?.workedSeconds).toBe(0);
  });

  it('is told up to when work is recorded', async () => {
    const workbench = openWorkbench();
    expect((await readTimers(workbench)).recordedUntil).toBeNull();
    await addLineUntil(workbench, -4 * MINUTE);
    expect((await readTimers(workbench)).recordedUntil).toBe(MONDAY_NINE - 4 * MINUTE);
    await start(workbench, 0);
    await work(workbench, 4 * SECOND);
    expect((await readTimers(workbench)).recordedUntil).toBe(MONDAY_NINE + 4 * SECOND);
  });
});

async function addLineUntil(workbench: TestWorkbench, untilMs: number) {
  await addLine(workbench, await addTicket(workbench), { intervals: [interval(-HOUR, untilMs)] });
}

async function addTyped(workbench: TestWorkbench) {
  await addLine(workbench, await addTicket(workbench), { workedSeconds: 7_200 });
}

async function addColleagues(workbench: TestWorkbench) {
  const intervals = [interval(-HOUR, 0)];
  await addLine(workbench, await addTicket(workbench), { origin: 'colleague', remoteId: 7, intervals });
}

async function leavePausedTimer(workbench: TestWorkbench) {
  const timerId = await start(workbench, 0);
  await work(workbench, 4 * SECOND);
  await pauseTimer(workbench, timerId);
  workbench.clock.pass(2 * MINUTE);
}

/** Five minutes that nobody knows about, three minutes ago. */
async function leaveQuestion(workbench: TestWorkbench) {
  const timerId = await start(workbench, 0);
  workbench.clock.pass(5 * MINUTE);
  await beatTimer(workbench);
  await stop(workbench, timerId);
  workbench.clock.pass(3 * MINUTE);
}

describe('a switch', () => {
  it('circumstances: switch: is one step at one instant', async () => {
    const workbench = openWorkbench();
    await start(workbench, 0);
    await work(workbench, 20 * SECOND);
    await start(workbench, 0);
    await work(workbench, 20 * SECOND);
    const rows = readElsewhere(workbench.file, 'SELECT kind, event FROM timer_event ORDER BY rowid');
    const [, ended, begun] = rows.map(({ kind, event }) => ({ kind, at: JSON.parse(String(event)).at }));
    expect([ended?.kind, begun?.kind]).toEqual(['paused', 'started']);
    expect(ended?.at).toEqual(begun?.at);
    expect(readElsewhere(workbench.file, `SELECT count(*) AS count FROM timer WHERE state = 'running'`)).toEqual([
      { count: 1 },
    ]);
  });
});

describe('work on a ticket without a timer', () => {
  /** Types in a ticket once a minute, with a beat each time. */
  async function type(session: TestSession, ticketId: TicketId, minutes: number) {
    for (let minute = 0; minute < minutes; minute += 1) {
      noteActivity(session.workbench, ticketId);
      session.clock.pass(MINUTE);
      await session.clock.beat();
    }
  }
  const nudgeOf = async ({ workbench }: TestSession) => (await readTimers(workbench)).nudge;

  it('circumstances: forgotten-start: is offered a timer from the first activity on', async () => {
    const session = await openTestSession();
    const ticketId = await addTicket(session.workbench);
    await type(session, ticketId, 5);
    expect(await nudgeOf(session)).toBeNull();
    expect(session.told).not.toContain('timers');
    await type(session, ticketId, 1);
    expect(await nudgeOf(session)).toEqual({
      ticketId,
      ticketNumber: 'S-1',
      ticketTitle: 'Ärende 1',
      since: MONDAY_NINE,
    });
    expect(session.told).toContain('timers');
    expectValue(await startTimer(session.workbench, ticketId, { earlierMinutes: 6 }));
    expect((await readTimers(session.workbench)).running?.workedSeconds).toBe(360);
  });

  it('circumstances: forgotten-start: is offered nothing before the end of earlier work', async () => {
    const session = await openTestSession();
    const ticketId = await addTicket(session.workbench);
    await addLine(session.workbench, ticketId, { intervals: [interval(-HOUR, 2 * MINUTE)] });
    await type(session, ticketId, 7);
    expect(await nudgeOf(session)).toBeNull();
    await type(session, ticketId, 1);
    expect(await nudgeOf(session)).toMatchObject({ since: MONDAY_NINE + 2 * MINUTE });
  });

  it('circumstances: forgotten-start: is left in peace for half an hour when the offer is dismissed', async () => {
    const session = await openTestSession();
    const ticketId = await addTicket(session.workbench);
    await type(session, ticketId, 6);
    session.told.length = 0;
    dismissNudge(session.workbench, ticketId);
    expect(session.told).toEqual(['timers']);
    expect(await nudgeOf(session)).toBeNull();
    await type(session, ticketId, 29);
    expect(await nudgeOf(session)).toBeNull();
    await type(session, ticketId, 1);
    expect(await nudgeOf(session)).not.toBeNull();
  });

  it('circumstances: forgotten-start: is not offered a timer while one runs, nor for what was done meanwhile', async () => {
    const session = await openTestSession();
    const { workbench } = session;
    const ticketId = await addTicket(workbench);
    const { timerId } = expectValue(await startTimer(workbench, await addTicket(workbench)));
    await type(session, ticketId, 6);
    expect(await nudgeOf(session)).toBeNull();
    await pauseTimer(workbench, timerId);
    await type(session, ticketId, 3);
    expect(await nudgeOf(session)).toBeNull();
  });

  it('is not offered a timer in the moment another one was started', async () => {
    const session = await openTestSession();
    const { workbench } = session;
    await type(session, await addTicket(workbench), 6);
    expect(await nudgeOf(session)).not.toBeNull();
    expectValue(await startTimer(workbench, await addTicket(workbench)));
    expect(await nudgeOf(session)).toBeNull();
  });

  it('is told that the offer is gone when the work is over', async () => {
    const session = await openTestSession();
    await type(session, await addTicket(session.workbench), 6);
    session.told.length = 0;
    session.clock.pass(MINUTE);
    await session.clock.beat();
    expect(session.told).toContain('timers');
    expect(await nudgeOf(session)).toBeNull();
  });
});
