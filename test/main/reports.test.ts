import type { TicketId } from '@core/ids';
import { workDoneDocument } from '@core/reports/work-done';
import { describe, expect, it } from 'vitest';
import { readAttainment } from '../../src/main/usecases/read-attainment';
import { readHoursReport } from '../../src/main/usecases/read-hours-report';
import { readStandingReport } from '../../src/main/usecases/read-standing-report';
import { readTicketView } from '../../src/main/usecases/read-ticket';
import { readTimesheet } from '../../src/main/usecases/read-timesheet';
import { readWorkDone } from '../../src/main/usecases/read-work-done';
import { record } from '../support/limit-acts';
import { openWorkbench, type TestWorkbench } from '../support/workbench';
import { addLine, addTicket } from '../support/workbench-rows';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const WEEK = { from: '2026-11-23', to: '2026-11-29' };
const HOUR = 60;

const viewOf = (workbench: TestWorkbench, ticketId: TicketId) =>
  readTicketView(workbench.database, ticketId, workbench.clock.read(), workbench.calendar);

describe('the hours of a period', () => {
  it('add up to the charge of the tickets, the minimum of each included', async () => {
    const workbench = openWorkbench();
    const [short, long] = [await addTicket(workbench), await addTicket(workbench)];
    await record(workbench, short, { from: 0, minutes: 12 });
    await record(workbench, long, { from: 20, minutes: 50 });
    await record(workbench, long, { from: 80, minutes: 40 }, { verdict: 'included', kindOfWork: 'delivery-question' });
    const report = await readHoursReport(workbench, NOVEMBER, 'mine');

    const charges = [(await viewOf(workbench, short))?.charge, (await viewOf(workbench, long))?.charge];
    expect(charges.map((charge) => charge?.chargedMinutes)).toEqual([30, 50]);
    expect(report.sum).toMatchObject({ workedSeconds: 102 * 60, chargedMinutes: 80, lineCount: 3, ticketCount: 2 });
    expect(report.byCoverage.map(({ key, workedSeconds }) => [key, workedSeconds / 60])).toEqual([
      ['chargeable', 62],
      ['included', 40],
    ]);
    expect(report.byCustomer.map(({ workedSeconds }) => workedSeconds / 60)).toEqual([90, 12]);
    expect(report.byCustomer.every(({ name }) => name?.startsWith('Kund '))).toBe(true);
    expect(report.byTime).toMatchObject({ unit: 'day' });
    expect(report.byTime.rows).toHaveLength(30);
  });

  it('are those of the timesheet', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await record(workbench, ticketId, { from: 0, minutes: 25 });
    await record(workbench, ticketId, { from: 24 * HOUR, minutes: 70 });
    const report = await readHoursReport(workbench, WEEK, 'mine');
    const { totals } = await readTimesheet(workbench, WEEK);
    expect(report.sum).toMatchObject({ workedSeconds: totals.workedSeconds, chargedMinutes: totals.chargedMinutes });
  });

  it('are mine alone where that is asked for, and charge what comes after a colleague’s minimum', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await addLine(workbench, ticketId, {
      origin: 'colleague',
      remoteId: 7,
      date: '2026-11-20',
      workedSeconds: 30 * 60,
      employeeName: 'Oskar Berg',
    });
    await record(workbench, ticketId, { from: 0, minutes: 20 });
    expect((await readHoursReport(workbench, NOVEMBER, 'mine')).sum).toMatchObject({ chargedMinutes: 20 });
    expect((await readHoursReport(workbench, NOVEMBER, 'everyone')).sum).toMatchObject({
      chargedMinutes: 50,
      lineCount: 2,
    });
    expect((await readHoursReport(workbench, WEEK, 'everyone')).sum).toMatchObject({ lineCount: 1 });
  });

  it('hold work without a ticket, which nobody is charged for', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await record(workbench, ticketId, { from: 0, minutes: 60 });
    await record(
      workbench,
      ticketId,
      { from: 60, minutes: 30 },
      {
        ticketId: null,
        activity: 'meeting',
        verdict: 'not-charged',
        kindOfWork: 'internal',
      },
    );
    const report = await readHoursReport(workbench, WEEK, 'mine');
    expect(report.sum).toMatchObject({ workedSeconds: 90 * 60, chargedMinutes: 60, ticketCount: 1 });
    expect(report.byCustomer.at(-1)).toMatchObject({ key: null, name: null, workedSeconds: 30 * 60 });
  });

  it('are shown by month where there are many days', async () => {
    const report = await readHoursReport(openWorkbench(), { from: '2026-01-01', to: '2026-12-31' }, 'mine');
    expect(report.byTime).toMatchObject({ unit: 'month' });
    expect(report.byTime.rows.map(({ key }) => key).at(-1)).toBe('2026-12');
  });
});

describe('what was attained', () => {
  it('counts the tickets that were registered in the period, by what happened to them', async () => {
    const workbench = openWorkbench();
    const [begun, untouched] = [await addTicket(workbench), await addTicket(workbench)];
    await record(workbench, begun, { from: 30, minutes: 20 });
    const assignmentOf = async (period = NOVEMBER) =>
      (await readAttainment(workbench, period)).find(({ target }) => target === 'assignment');
    expect(await assignmentOf()).toMatchObject({ month: '2026-11', count: 1, withinCount: 1, openCount: 1 });
    workbench.clock.pass(5 * HOUR * 60_000);
    expect(untouched).not.toBe(begun);
    expect(await assignmentOf()).toMatchObject({
      count: 2,
      withinCount: 1,
      percent: 50,
      goalPercent: 80,
      openCount: 0,
    });
    expect(await assignmentOf({ from: '2026-12-01', to: '2026-12-31' })).toBeUndefined();
  });
});

describe('what stands now', () => {
  it('is the time past the limit, which the customer is not shown as done', async () => {
    const workbench = openWorkbench();
    const ticketId = await addTicket(workbench);
    await record(workbench, ticketId, { from: 0, minutes: 5 * HOUR });
    const { unapproved, packs } = await readStandingReport(workbench);
    expect(unapproved).toMatchObject([{ ticketId, unapprovedSeconds: 3600, since: '2026-11-23' }]);
    expect(packs).toEqual([]);

    const done = await readWorkDone(workbench, ticketId);
    if (!done) throw new Error('no ticket');
    const [table] = workDoneDocument(done, 'sv').tables;
    expect(table?.sums?.at(-1)).toBe(4 * 3600);
  });
});
