import type { KindOfWork } from '@core/billing/kind-of-work';
import type { TicketId } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { describeLine } from '../../../src/main/usecases/describe-line';
import { pauseTimer } from '../../../src/main/usecases/pause-timer';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { stopTimer } from '../../../src/main/usecases/stop-timer';
import { MINUTE, SECOND } from '../../support/hand-clock';
import { expectFailure, expectValue } from '../../support/portal-bench';
import { openWorkbench, type TestWorkbench, work } from '../../support/workbench';
import { connect, readElsewhere } from '../../support/workbench-file';
import { addLine, addTicket, firstOf } from '../../support/workbench-rows';

const GENERAL: KindOfWork = 'general-user-support';

/** A workbench whose timer has run for a while, by default one minute. */
async function makeWorked({ workedMs = MINUTE }: { workedMs?: number } = {}) {
  const workbench = openWorkbench();
  const ticketId = await addTicket(workbench);
  const { timerId } = expectValue(await startTimer(workbench, ticketId));
  await work(workbench, workedMs);
  const stop = (description = 'Felsökning', kindOfWork = GENERAL) =>
    stopTimer(workbench, { timerId, description, kindOfWork });
  return { workbench, ticketId, timerId, stop };
}

const linesIn = (file: string) => readElsewhere(file, 'SELECT * FROM timesheet_line ORDER BY id');
const outboxIn = (file: string) => readElsewhere(file, 'SELECT kind, subject_id, state FROM outbox ORDER BY sequence');

describe('stopping a timer', () => {
  it('writes the line of what was worked and puts it into the outbox', async () => {
    const { workbench, ticketId, timerId, stop } = await makeWorked();
    const lineId = firstOf(expectValue(await stop('  Felsökning av faktura ')).lineIds);
    expect(linesIn(workbench.file)).toMatchObject([
      {
        id: lineId,
        remote_id: null,
        ticket_id: ticketId,
        timer_id: timerId,
        origin: 'mine',
        date: '2026-11-23',
        worked_seconds: 60,
        description: 'Felsökning av faktura',
        kind_of_work: GENERAL,
        verdict: 'chargeable',
      },
    ]);
    expect(outboxIn(workbench.file)).toEqual([{ kind: 'create-timesheet-line', subject_id: lineId, state: 'waiting' }]);
  });

  it('has line and operation on disk before anybody is told', async () => {
    const { workbench, stop } = await makeWorked();
    const seen: number[][] = [];
    workbench.onTold(() => seen.push([linesIn(workbench.file).length, outboxIn(workbench.file).length]));
    await stop();
    expect(new Set(seen.map(String))).toEqual(new Set(['1,1']));
    expect(seen).toHaveLength(5);
  });

  it('writes neither line nor operation when the operation cannot be written, and the timer runs on', async () => {
    const { workbench, stop } = await makeWorked();
    connect(workbench.file).exec(
      `CREATE TRIGGER outbox_is_broken BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'no room'); END`,
    );
    let isAnybodyTold = false;
    workbench.onTold(() => {
      isAnybodyTold = true;
    });
    await expect(stop()).rejects.toThrow('no room');
    expect(linesIn(workbench.file)).toEqual([]);
    expect(outboxIn(workbench.file)).toEqual([]);
    expect(readElsewhere(workbench.file, 'SELECT state FROM timer')).toEqual([{ state: 'running' }]);
    expect(isAnybodyTold).toBe(false);
  });

  it('adds up all stretches of a date, and writes a line for each date', async () => {
    const { workbench, timerId, ticketId, stop } = await makeWorked();
    await pauseTimer(workbench, timerId);
    workbench.clock.pass(20 * MINUTE);
    await startTimer(workbench, ticketId);
    await work(workbench, MINUTE);
    await pauseTimer(workbench, timerId);
    workbench.clock.pass(20 * 60 * MINUTE);
    await startTimer(workbench, ticketId);
    await work(workbench, 90 * SECOND);
    const { lineIds } = expectValue(await stop());
    expect(linesIn(workbench.file)).toMatchObject([
      { id: lineIds[0], worked_seconds: 120, date: '2026-11-23', timer_id: timerId, description: 'Felsökning' },
      { id: lineIds[1], worked_seconds: 90, date: '2026-11-24', timer_id: timerId, description: 'Felsökning' },
    ]);
    expect(outboxIn(workbench.file)).toHaveLength(2);
  });

  it('ends a paused timer with what it had worked', async () => {
    const { workbench, timerId, stop } = await makeWorked();
    await pauseTimer(workbench, timerId);
    workbench.clock.pass(60 * MINUTE);
    await stop();
    expect(linesIn(workbench.file)).toMatchObject([{ worked_seconds: 60 }]);
  });

  it.each<[KindOfWork, string]>([
    ['general-user-support', 'included'],
    ['configuration-change', 'chargeable'],
    ['training-or-customisation', 'always-separate'],
  ])('judges %s by the agreement of the customer', async (kindOfWork, verdict) => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench, { agreements: ['maintenance-and-support'] });
    const { timerId } = expectValue(await startTimer(workbench, ticketId));
    await work(workbench, 4 * SECOND);
    await stopTimer(workbench, { timerId, description: '', kindOfWork });
    expect(linesIn(workbench.file)).toMatchObject([{ kind_of_work: kindOfWork, verdict }]);
  });

  it('writes no line when nothing was worked', async () => {
    const { workbench, stop } = await makeWorked({ workedMs: 0 });
    expect(expectValue(await stop())).toEqual({ lineIds: [] });
    expect(linesIn(workbench.file)).toEqual([]);
    expect(readElsewhere(workbench.file, 'SELECT state FROM timer')).toEqual([{ state: 'stopped' }]);
  });

  it('is refused the second time', async () => {
    const { workbench, stop } = await makeWorked();
    await stop();
    expect(expectFailure(await stop())).toEqual({ kind: 'timer-not-running' });
    expect(linesIn(workbench.file)).toHaveLength(1);
  });

  it('begins a new timer at the next start, with the kind of work recorded last', async () => {
    const { workbench, ticketId, timerId, stop } = await makeWorked();
    await stop('Utbildning', 'training-or-customisation');
    const next = expectValue(await startTimer(workbench, ticketId));
    expect(next.timerId).not.toBe(timerId);
    expect(readElsewhere(workbench.file, `SELECT kind_of_work FROM timer WHERE id = '${next.timerId}'`)).toEqual([
      { kind_of_work: 'training-or-customisation' },
    ]);
  });
});

describe('a line without a description', () => {
  const describeAs = (workbench: TestWorkbench, lineId: Awaited<ReturnType<typeof addLine>>, description: string) =>
    describeLine(workbench, { lineId, description, kindOfWork: GENERAL });
  const makeUndescribed = async (workbench: TestWorkbench, ticketId: TicketId) =>
    addLine(workbench, ticketId, { description: '' });

  it('is written and waits', async () => {
    const { workbench, stop } = await makeWorked();
    await stop('   ');
    expect(linesIn(workbench.file)).toMatchObject([{ description: '', worked_seconds: 60 }]);
    expect(outboxIn(workbench.file)).toEqual([]);
  });

  it('goes to the outbox once it has one, and only once', async () => {
    const workbench = openWorkbench();
    const lineId = await makeUndescribed(workbench, await addTicket(workbench));
    expectValue(await describeAs(workbench, lineId, 'Felsökning'));
    expectValue(await describeAs(workbench, lineId, 'Felsökning av faktura'));
    expect(linesIn(workbench.file)).toMatchObject([{ description: 'Felsökning av faktura' }]);
    expect(outboxIn(workbench.file)).toMatchObject([{ subject_id: lineId, state: 'waiting' }]);
  });

  it('gets its verdict from the kind of work it is described with', async () => {
    const workbench = openWorkbench();
    const lineId = await makeUndescribed(workbench, await addTicket(workbench));
    await describeLine(workbench, { lineId, description: 'Internt möte', kindOfWork: 'internal' });
    expect(linesIn(workbench.file)).toMatchObject([{ kind_of_work: 'internal', verdict: 'not-charged' }]);
  });

  it('cannot lose its description again while it waits to be sent', async () => {
    const workbench = openWorkbench();
    const lineId = await addLine(workbench, await addTicket(workbench));
    expect(expectFailure(await describeAs(workbench, lineId, ' '))).toEqual({ kind: 'description-missing' });
    expect(linesIn(workbench.file)).toMatchObject([{ description: 'Felsökning' }]);
  });

  it.each(['in-flight', 'done'])('cannot be described any more when it is %s', async (state) => {
    const workbench = openWorkbench();
    const lineId = await addLine(workbench, await addTicket(workbench));
    connect(workbench.file).exec(`UPDATE outbox SET state = '${state}'`);
    expect(expectFailure(await describeAs(workbench, lineId, 'Annat'))).toEqual({ kind: 'not-found' });
    expect(linesIn(workbench.file)).toMatchObject([{ description: 'Felsökning' }]);
  });

  it('cannot be described when it is a colleague’s', async () => {
    const workbench = openWorkbench();
    const lineId = await addLine(workbench, await addTicket(workbench), { origin: 'colleague', remoteId: 7 });
    expect(expectFailure(await describeAs(workbench, lineId, 'Annat'))).toEqual({ kind: 'not-found' });
  });
});

describe('a line under one minute', () => {
  it('is kept and never sent, described or not', async () => {
    const { workbench, stop } = await makeWorked({ workedMs: 59 * SECOND });
    const lineId = firstOf(expectValue(await stop('Kort svar')).lineIds);
    await describeLine(workbench, { lineId, description: 'Kort svar på fråga', kindOfWork: GENERAL });
    expect(linesIn(workbench.file)).toMatchObject([{ worked_seconds: 59 }]);
    expect(outboxIn(workbench.file)).toEqual([]);
  });

  it('is one of a minute when it lasted sixty seconds', async () => {
    const { workbench, stop } = await makeWorked({ workedMs: 60 * SECOND });
    await stop('Kort svar');
    expect(outboxIn(workbench.file)).toHaveLength(1);
  });
});
