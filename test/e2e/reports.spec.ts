import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { readTable } from '../../src/main/platform/tables/read-table';
import { expectValue } from '../support/portal-bench';
import { findings } from './support/axe';
import { expect, test } from './support/test';

const TICKET = 'Webbutiken tar inte emot kortbetalning';

test('recorded work is shown as a report and handed out as CSV, XLSX and PDF', async ({ launch, folder }) => {
  const fyra = await launch();
  await fyra.practise();
  await expect(fyra.queue.rows().first()).toBeVisible();
  await fyra.writeLineOn(TICKET, await fyra.today(), 45 * 60);
  const { reports, window } = fyra;
  await window.keyboard.press('r');
  await expect(reports.table('Hours over time')).toContainText(/45\smin/);
  await reports.groupBy('By customer');
  await expect(reports.table('Hours by customer').getByRole('row', { name: /^Fjällvind Sport AB/ })).toBeVisible();
  const shown = await reports.sums('Hours by customer').innerText();

  for (const [format, ending] of [
    ['CSV', 'csv'],
    ['Excel', 'xlsx'],
    ['PDF', 'pdf'],
  ] as const) {
    const file = join(folder, `report.${ending}`);
    await fyra.app.answerSaveDialog(file);
    await reports.exportAs(format);
    await expect.poll(() => fyra.app.proposedFileName()).toBe(`Report on worked time.${ending}`);
    await expect.poll(() => existsSync(file)).toBe(true);
  }
  expect(readFileSync(join(folder, 'report.csv'), 'utf8')).toContain('Hours by customer');
  const sheet = expectValue(await readTable(readFileSync(join(folder, 'report.xlsx'))));
  expect(sheet.headers[1]).toBe('Worked (h)');
  const printed = await PDFDocument.load(readFileSync(join(folder, 'report.pdf')));
  expect(printed.getTitle()).toBe('Report on worked time');
  expect(shown).toContain('Sum');
  expect(await findings(window)).toEqual([]);

  // The same work on paper for its customer, in the customer's language.
  await fyra.goTo('/');
  await fyra.queue.open(TICKET);
  await fyra.ticket.showTab('Time');
  const file = join(folder, 'work.csv');
  await fyra.app.answerSaveDialog(file);
  await fyra.ticket.pane().getByRole('button', { name: 'Work report for the customer' }).click();
  await window.getByRole('menuitem', { name: /^CSV/ }).first().click();
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toContain('Datum;Konsult;Utfört arbete;Tid (h)');
});
