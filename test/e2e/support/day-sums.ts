import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { MEETING, minutesAsShown, SUMS, SUMS_BY_CUSTOMER, WORK } from './consultants-day';
import type { DayAtWork } from './day-at-work';
import { linesOfDay } from './portal-bench';

const CONSULTANT = 'Maja Lindqvist';

/** The timesheet of the day: its totals, that all of it is sent, and what the portal holds of it. */
export async function checkTimesheet({ fyra, portal, look }: DayAtWork): Promise<void> {
  const { timesheet: sheet, syncPage } = fyra;
  await sheet.open();
  await sheet.startLine({ activity: 'Meeting', time: MEETING.time, description: MEETING.description });
  await look('timesheet-line');
  await sheet.save();
  for (const measure of ['worked', 'charged', 'included', 'notCharged', 'unapproved', 'notYetSent'] as const) {
    await expect(sheet.total('day', measure), measure).toHaveText(minutesAsShown(SUMS[measure]));
  }
  await expect(sheet.rows()).toHaveCount(Object.keys(WORK).length + 1);
  await expect(sheet.rows().filter({ hasText: 'Sent' })).toHaveCount(Object.keys(WORK).length + 1);
  await look('timesheet-day');
  await sheet.show('Week');
  await look('timesheet-week');
  await sheet.show('Day');

  const arrived = await linesOfDay(portal, CONSULTANT, await fyra.today());
  const expected = [...Object.values(WORK), MEETING].map(({ description, minutes }) => ({
    name: description,
    minutes,
  }));
  expect(arrived.toSorted(byName)).toEqual(expected.toSorted(byName));
  expect(arrived.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(SUMS.worked);

  await syncPage.open();
  await expect(syncPage.emptyOutbox()).toBeVisible();
  await look('sync');
}

/** The reports of the day, in the window and as CSV, and the work on a ticket for its customer. */
export async function checkReports(day: DayAtWork, folder: string): Promise<void> {
  const { fyra, look } = day;
  const { app, reports, ticket, window } = fyra;
  const today = await fyra.today();
  await fyra.goTo('/reports');
  await reports.choosePeriod('This week');
  // Earlier days of the week stand above, if the practice portal has work on them.
  const ofToday = reports.table('Hours over time').locator('tbody tr').last().locator('td');
  await expect(ofToday.nth(0)).toHaveText(minutesAsShown(SUMS.worked));
  await expect(ofToday.nth(1)).toHaveText(minutesAsShown(SUMS.charged));
  await look('reports-week');
  await reports.chooseDates(today, today);
  await reports.groupBy('By customer');
  const table = reports.table('Hours by customer');
  await expect(table.locator('tbody tr')).toHaveCount(Object.keys(SUMS_BY_CUSTOMER).length);
  for (const [customer, { worked, charged }] of Object.entries(SUMS_BY_CUSTOMER)) {
    const cells = table.locator('tbody tr').filter({ hasText: customer }).locator('td');
    await expect(cells.nth(0), customer).toHaveText(minutesAsShown(worked));
    await expect(cells.nth(1), customer).toHaveText(minutesAsShown(charged));
  }
  await look('reports-customers');
  await expect(reports.table('Time that waits for approval').locator('tbody tr')).toHaveCount(0);

  const file = join(folder, 'day.csv');
  await app.answerSaveDialog(file);
  await reports.exportAs('CSV');
  await expect.poll(() => existsSync(file)).toBe(true);
  const byCustomer = rowsOf(readFileSync(file, 'utf8'), 'Hours by customer');
  const expected = Object.entries(SUMS_BY_CUSTOMER).map(([customer, sums]) => [
    customer,
    ...[sums.worked, sums.charged, sums.included, sums.notCharged, 0].map(inHours),
    String(sums.tickets),
    String(sums.lines),
  ]);
  expect(byCustomer.toSorted(byFirst)).toEqual(expected.toSorted(byFirst));

  await fyra.goTo('/');
  await day.open(WORK.freight.ticket);
  await ticket.showTab('Time');
  const letter = join(folder, 'work.csv');
  await app.answerSaveDialog(letter);
  await ticket.pane().getByRole('button', { name: 'Work report for the customer' }).click();
  await window.getByRole('menuitem', { name: /^CSV/ }).first().click();
  await expect.poll(() => existsSync(letter)).toBe(true);
  expect(readFileSync(letter, 'utf8')).toContain(`${today};${CONSULTANT};${WORK.freight.description};0,33`);
  // What was split off is on the letter of its own ticket.
  expect(readFileSync(letter, 'utf8')).not.toContain(WORK.address.description);
}

/** The rows of one table in a file of several, without its head and its sums. */
function rowsOf(file: string, title: string): string[][] {
  const table = file.split('\r\n\r\n').find((part) => part.replace('\uFEFF', '').startsWith(title));
  if (table === undefined) throw new Error(`There is no table "${title}"`);
  const rows: string[][] = parse(table, { from_line: 3, skip_empty_lines: true });
  return rows.slice(0, -1);
}

function inHours(minutes: number): string {
  return String(Number((minutes / 60).toFixed(2)));
}

function byFirst([a = '']: readonly string[], [b = '']: readonly string[]): number {
  return a < b ? -1 : 1;
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
