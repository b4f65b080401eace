import { timesheetViewSchema } from '@ipc/timesheet-views';
import { describe, expect, it } from 'vitest';
import { beatTimer } from '../../../src/main/usecases/beat-timer';
import { editLine } from '../../../src/main/usecases/edit-line';
import { pauseTimer } from '../../../src/main/usecases/pause-timer';
import { readTimesheet } from '../../../src/main/usecases/read-timesheet';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { suggestDescriptions } from '../../../src/main/usecases/suggest-descriptions';
import { undoChange } from '../../../src/main/usecases/undo-change';
import { between, DAY } from '../../core/timesheet/lines';
import { MINUTE } from '../../support/hand-clock';
import { expectValue } from '../../support/portal-bench';
import { DEFAULT_SETTINGS } from '../../support/quiet-parts';
import { openWorkbench, type TestWorkbench, work } from '../../support/workbench';
import { addLine, addTicket, firstOf } from '../../support/workbench-rows';

/** What the window is told, which has to be what the contract promises it. */
async function read(workbench: TestWorkbench, from = DAY, to = from) {
  return timesheetViewSchema.parse(await readTimesheet(workbench, { from, to }));
}

async function readDay(workbench: TestWorkbench, date = DAY) {
  return firstOf((await read(workbench, date)).days);
}

describe('a week', () => {
  it('has its seven days with their lines in order of time, and the sums of each and of all', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await addLine(workbench, ticketId, { description: 'Utan klockslag', verdict: 'included' });
    await addLine(workbench, ticketId, { description: 'Sen', intervals: [between('13:00', '13:30')] });
    await addLine(workbench, ticketId, { description: 'Tidig', intervals: [between('09:00', '09:30')] });
    await addLine(workbench, ticketId, { description: 'Söndag', date: '2026-11-29' });
    await addLine(workbench, ticketId, { description: 'Nästa vecka', date: '2026-11-30' });
    await addLine(workbench, ticketId, { description: 'Oskars', origin: 'colleague', remoteId: 9 });
    const { days, totals } = await read(workbench, DAY, '2026-11-29');
    expect(
      days.map(({ date, isWorkingDay, lines }) => [date, isWorkingDay, lines.map((line) => line.description)]),
    ).toEqual([
      ['2026-11-23', true, ['Tidig', 'Sen', 'Utan klockslag']],
      ['2026-11-24', true, []],
      ['2026-11-25', true, []],
      ['2026-11-26', true, []],
      ['2026-11-27', true, []],
      ['2026-11-28', false, []],
      ['2026-11-29', false, ['Söndag']],
    ]);
    expect(days.map((day) => day.totals.workedSeconds / 60)).toEqual([90, 0, 0, 0, 0, 0, 30]);
    expect(totals).toMatchObject({ workedSeconds: 7200, includedSeconds: 1800, notYetSentSeconds: 7200 });
  });

  it('charges each day what its work adds to the tickets: the minimum first, then what is beyond', async () => {
    const workbench = openWorkbench();
    const [one, other] = [await addTicket(workbench), await addTicket(workbench)];
    const tenMinutes = { workedSeconds: 600 };
    await addLine(workbench, one, { ...tenMinutes, date: '2026-11-24' });
    await addLine(workbench, one, tenMinutes);
    await addLine(workbench, one, { ...tenMinutes, date: '2026-11-25' });
    await addLine(workbench, one, { ...tenMinutes, date: '2026-11-26' });
    await addLine(workbench, other, { ...tenMinutes, date: '2026-11-26' });
    await addLine(workbench, other, { ...tenMinutes, date: '2026-11-26', verdict: 'included' });
    const { days, totals } = await read(workbench, DAY, '2026-11-26');
    expect(days.map((day) => day.totals.chargedMinutes)).toEqual([30, 0, 0, 40]);
    expect(totals.chargedMinutes).toBe(70);
  });

  it('counts colleagues’ earlier work in what mine adds', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await addLine(workbench, ticketId, { origin: 'colleague', remoteId: 9, date: '2026-11-20', workedSeconds: 1800 });
    await addLine(workbench, ticketId, { workedSeconds: 600 });
    expect((await readDay(workbench)).totals.chargedMinutes).toBe(10);
  });

  it('says what of the time waits for approval and what the portal does not have', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const known = { date: DAY, description: 'Felsökning', ticketRemoteId: 1, isLocked: false };
    await addLine(workbench, ticketId, {
      workedSeconds: 7200,
      heldSeconds: 1800,
      holdReason: 'unapproved',
      remoteId: 7,
      portalValues: { ...known, workedSeconds: 3600 },
    });
    await addLine(workbench, ticketId, { workedSeconds: 600, heldSeconds: 600, holdReason: 'overlap' });
    expect((await readDay(workbench)).totals).toMatchObject({ unapprovedSeconds: 1800, notYetSentSeconds: 1800 + 600 });
  });

  it('is cut off after two months', async () => {
    expect((await read(openWorkbench(), DAY, '2030-01-01')).days).toHaveLength(62);
    expect((await read(openWorkbench(), DAY, '2026-11-22')).days).toEqual([]);
  });
});

describe('a day', () => {
  it('shows what open timers hold, and undecided time as what it is: neither work nor a gap', async () => {
    const workbench = openWorkbench();
    const [one, other] = [await addTicket(workbench), await addTicket(workbench)];
    const { timerId } = expectValue(await startTimer(workbench, one));
    await work(workbench, 2 * MINUTE);
    workbench.clock.pass(20 * MINUTE);
    await beatTimer(workbench);
    await work(workbench, MINUTE);
    expectValue(await pauseTimer(workbench, timerId));
    workbench.clock.pass(30 * MINUTE);
    await startTimer(workbench, other);
    await work(workbench, 2 * MINUTE);
    const view = await read(workbench);
    const [day] = view.days;
    expect(day?.timers).toEqual([
      expect.objectContaining({ ticketId: other, state: 'running', intervals: [between('09:53', '09:55')] }),
      expect.objectContaining({
        timerId,
        ticketId: one,
        state: 'paused',
        intervals: [between('09:00', '09:02'), between('09:22', '09:23')],
      }),
    ]);
    expect(day?.gaps).toEqual([between('09:23', '09:53')]);
    expect(view.undecided).toMatchObject([
      { timerId, ticketId: one, from: between('09:02', '09:22').startedAt, durationSeconds: 1200, isGoingOn: false },
    ]);
    expect(day?.totals.workedSeconds).toBe(0);
  });

  it('shows gaps between the first and the last work', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await addLine(workbench, ticketId, { intervals: [between('09:00', '09:30'), between('10:00', '10:30')] });
    await addLine(workbench, ticketId, { intervals: [between('12:00', '12:30')] });
    expect((await readDay(workbench)).gaps).toEqual([between('09:30', '10:00'), between('10:30', '12:00')]);
    expect((await readDay(workbench, '2026-11-28')).gaps).toEqual([]);
  });

  it('shows overlaps with the lines that claim the time, timers included', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const one = await addLine(workbench, ticketId, { intervals: [between('09:00', '09:30')] });
    const other = await addLine(workbench, ticketId, { intervals: [between('09:20', '09:50')] });
    await startTimer(workbench, ticketId);
    await work(workbench, MINUTE);
    expect((await readDay(workbench)).overlaps).toEqual([
      { ...between('09:00', '09:01'), lineIds: [one] },
      { ...between('09:20', '09:30'), lineIds: expect.arrayContaining([one, other]) },
    ]);
  });

  it('shows its part of what ran over midnight', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const overMidnight = { ...between('23:00', '23:30'), durationMs: 120 * MINUTE };
    await addLine(workbench, ticketId, { date: DAY, intervals: [overMidnight], workedSeconds: 7200 });
    await addLine(workbench, ticketId, { date: '2026-11-24', intervals: [between('00:30', '01:30', '2026-11-24')] });
    const { days } = await read(workbench, DAY, '2026-11-24');
    expect(
      days.map(({ overlaps }) => overlaps.map(({ startedAt, durationMs }) => ({ startedAt, durationMs }))),
    ).toEqual([[], [between('00:30', '01:00', '2026-11-24')]]);
    expect((await readDay(workbench, '2026-11-24')).overlaps).toHaveLength(1);
  });

  it('says what can be undone and redone', async () => {
    const workbench = openWorkbench();
    const lineId = await addLine(workbench, await addTicket(workbench));
    expect(await read(workbench)).toMatchObject({ undo: null, redo: null });
    expectValue(await editLine(workbench, { lineId, description: 'Annat', cutOverlaps: false }));
    expect(await read(workbench)).toMatchObject({ undo: { kind: 'edit', lineCount: 1 }, redo: null });
    expectValue(
      await editLine(workbench, { lineId, target: { kind: 'activity', activity: 'meeting' }, cutOverlaps: false }),
    );
    expect(await read(workbench)).toMatchObject({ undo: { kind: 'move' }, redo: null });
    expectValue(await undoChange(workbench));
    expect(await read(workbench)).toMatchObject({ undo: { kind: 'edit' }, redo: { kind: 'move' } });
  });
});

describe('how far a line has come', () => {
  it('is said of each', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    const portalValues = {
      date: '2026-11-23',
      description: 'sent',
      workedSeconds: 1800,
      ticketRemoteId: 1,
      isLocked: false,
    };
    const states: [string, Parameters<typeof addLine>[2]][] = [
      ['waiting', {}],
      ['needs-description', { description: '' }],
      ['too-short', { workedSeconds: 59 }],
      ['held', { heldSeconds: 1800, holdReason: 'overlap' }],
      ['sent', { remoteId: 7, portalValues }],
      ['gone', { remoteId: 8 }],
    ];
    for (const [sync, line] of states) await addLine(workbench, ticketId, { description: sync, ...line });
    const { lines } = await readDay(workbench);
    expect(lines.map(({ sync }) => sync)).toEqual(states.map(([sync]) => sync));
  });
});

describe('descriptions to choose from', () => {
  it('are those of the ticket first, then mine of late, each once, and the templates', async () => {
    const settings = { ...DEFAULT_SETTINGS, descriptionTemplates: ['Genomgång', 'Uppföljning'] };
    const workbench = openWorkbench({ settings });
    const [one, other] = [await addTicket(workbench), await addTicket(workbench)];
    const write = (ticketId: typeof one, description: string, line: Parameters<typeof addLine>[2] = {}) =>
      addLine(workbench, ticketId, { description, ...line });
    await write(one, 'Gammal', { date: '2026-11-02' });
    await write(one, 'Ny');
    await write(one, 'Gammal', { date: '2026-11-03' });
    await write(one, 'Oskars', { origin: 'colleague', remoteId: 9, date: '2026-11-20' });
    await write(one, '');
    await write(one, '/', { remoteId: 10 });
    await write(one, 'Borttagen', { deletedAt: workbench.clock.read().wall });
    await write(other, 'Annan', { date: '2026-11-22' });
    await write(other, 'Oskars andra', { origin: 'colleague', remoteId: 11 });
    expect(await suggestDescriptions(workbench, one)).toEqual({
      recent: ['Ny', 'Oskars', 'Gammal', 'Annan'],
      templates: ['Genomgång', 'Uppföljning'],
    });
    expect((await suggestDescriptions(workbench, null)).recent).toEqual(['Ny', 'Annan', 'Gammal']);
  });
});
