import type { TicketId, TimerId } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { pauseTimer } from '../../../src/main/usecases/pause-timer';
import { readTimers } from '../../../src/main/usecases/read-timers';
import { resumeTimer } from '../../../src/main/usecases/resume-timer';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { MINUTE, SECOND } from '../../support/hand-clock';
import { expectFailure, expectValue } from '../../support/portal-bench';
import { openWorkbench, type TestWorkbench, work } from '../../support/workbench';
import { readElsewhere } from '../../support/workbench-file';
import { addTicket } from '../../support/workbench-rows';

async function start(workbench: TestWorkbench, ticketId: TicketId): Promise<TimerId> {
  return expectValue(await startTimer(workbench, ticketId)).timerId;
}

function timersOf(workbench: TestWorkbench) {
  return readTimers(workbench);
}

/** Each event of all timers as `S-1 started`, in the order they were written. */
function logIn(file: string): string[] {
  return readElsewhere(
    file,
    `SELECT ticket.number || ' ' || timer_event.kind AS entry FROM timer_event
     JOIN timer ON timer.id = timer_event.timer_id JOIN ticket ON ticket.id = timer.ticket_id
     ORDER BY timer_event.rowid`,
  ).map(({ entry }) => String(entry));
}

describe('starting a timer', () => {
  it('counts work from then on', async () => {
    const workbench = openWorkbench();
    await start(workbench, await addTicket(workbench));
    await work(workbench, 24 * SECOND);
    const { running } = await timersOf(workbench);
    expect(running).toMatchObject({ state: 'running', ticketNumber: 'S-1', workedSeconds: 24, unknownIntervals: [] });
  });

  it('is on disk with its first heartbeat before anybody is told', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const seen: unknown[] = [];
    workbench.onTold((what) => {
      const timers = readElsewhere(workbench.file, 'SELECT state, wall FROM timer JOIN heartbeat ON timer_id = id');
      seen.push({ what, timers, log: logIn(workbench.file) });
    });
    await start(workbench, ticketId);
    const onDisk = { timers: [{ state: 'running', wall: workbench.clock.read().wall }], log: ['S-1 started'] };
    expect(seen).toEqual([
      { what: 'timers', ...onDisk },
      { what: 'queue', ...onDisk },
    ]);
  });

  it('pauses what runs elsewhere', async () => {
    const workbench = openWorkbench();
    const [first, second] = [await addTicket(workbench), await addTicket(workbench)];
    await start(workbench, first);
    await work(workbench, 12 * SECOND);
    await start(workbench, second);
    await work(workbench, 12 * SECOND);
    const { running, paused } = await timersOf(workbench);
    expect(running).toMatchObject({ ticketId: second, workedSeconds: 12 });
    expect(paused).toMatchObject([{ ticketId: first, workedSeconds: 12 }]);
  });

  it('leaves the other timer running when the start itself fails', async () => {
    const workbench = openWorkbench();
    const [first, second] = [await addTicket(workbench), await addTicket(workbench)];
    await start(workbench, first);
    // The id of the new timer is taken already, so its row cannot be written.
    const { id: taken } = await workbench.database.selectFrom('timer').select('id').executeTakeFirstOrThrow();
    await expect(startTimer({ ...workbench, newId: () => taken }, second)).rejects.toThrow('UNIQUE');
    expect(readElsewhere(workbench.file, 'SELECT id, state FROM timer')).toEqual([{ id: taken, state: 'running' }]);
    expect(logIn(workbench.file)).toEqual(['S-1 started']);
  });

  it('goes on with the paused timer of that ticket', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const timerId = await start(workbench, ticketId);
    await work(workbench, 12 * SECOND);
    await pauseTimer(workbench, timerId);
    workbench.clock.pass(30 * MINUTE);
    expect(await start(workbench, ticketId)).toBe(timerId);
    await work(workbench, 12 * SECOND);
    expect((await timersOf(workbench)).running).toMatchObject({ workedSeconds: 24, unknownIntervals: [] });
  });

  it('changes nothing when it runs there already', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const timerId = await start(workbench, ticketId);
    expect(await start(workbench, ticketId)).toBe(timerId);
    expect(logIn(workbench.file)).toEqual(['S-1 started']);
  });

  it('runs one timer however many starts race', async () => {
    const workbench = openWorkbench();
    const tickets = [await addTicket(workbench), await addTicket(workbench), await addTicket(workbench)];
    await Promise.all([...tickets, ...tickets].map((ticketId) => start(workbench, ticketId)));
    const { running, paused } = await timersOf(workbench);
    expect([running?.ticketId, ...paused.map(({ ticketId }) => ticketId)].toSorted()).toEqual(tickets.toSorted());
  });

  it('is refused on a ticket that is not here, and what runs goes on', async () => {
    const workbench = openWorkbench();
    const timerId = await start(workbench, await addTicket(workbench));
    const elsewhere = openWorkbench();
    const unknown = await addTicket(elsewhere);
    expect(expectFailure(await startTimer(workbench, unknown))).toEqual({ kind: 'not-found' });
    expect((await timersOf(workbench)).running?.id).toBe(timerId);
  });
});

describe('pausing and resuming', () => {
  it('counts nothing while paused', async () => {
    const workbench = openWorkbench();
    const timerId = await start(workbench, await addTicket(workbench));
    await work(workbench, 12 * SECOND);
    expectValue(await pauseTimer(workbench, timerId));
    workbench.clock.pass(45 * MINUTE);
    expect((await timersOf(workbench)).paused).toMatchObject([{ workedSeconds: 12, unknownIntervals: [] }]);
    expectValue(await resumeTimer(workbench, timerId));
    await work(workbench, 12 * SECOND);
    expect((await timersOf(workbench)).running).toMatchObject({ workedSeconds: 24, unknownIntervals: [] });
  });

  it('is on disk before anybody is told', async () => {
    const workbench = openWorkbench();
    const timerId = await start(workbench, await addTicket(workbench));
    const seen: unknown[] = [];
    workbench.onTold(() => seen.push(logIn(workbench.file)));
    await pauseTimer(workbench, timerId);
    const afterPause = ['S-1 started', 'S-1 paused'];
    expect(seen).toEqual([afterPause, afterPause]);
  });

  it('pauses what runs elsewhere when another is resumed', async () => {
    const workbench = openWorkbench();
    const [first, second] = [await addTicket(workbench), await addTicket(workbench)];
    const timerId = await start(workbench, first);
    await start(workbench, second);
    expectValue(await resumeTimer(workbench, timerId));
    expect(logIn(workbench.file)).toEqual(['S-1 started', 'S-1 paused', 'S-2 started', 'S-2 paused', 'S-1 resumed']);
  });

  it('refuses to pause what does not run and to resume what is not paused', async () => {
    const workbench = openWorkbench();
    const timerId = await start(workbench, await addTicket(workbench));
    expect(expectFailure(await resumeTimer(workbench, timerId))).toEqual({ kind: 'timer-not-running' });
    await pauseTimer(workbench, timerId);
    expect(expectFailure(await pauseTimer(workbench, timerId))).toEqual({ kind: 'timer-not-running' });
    expect(logIn(workbench.file)).toEqual(['S-1 started', 'S-1 paused']);
  });
});
