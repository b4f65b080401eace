import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportsSection } from './pages/imports-section';
import { findings } from './support/axe';
import { expect, test } from './support/test';

/** As Odoo 19 exports the list of a project's tasks: commas, quotes around every text, times of the user's own zone. */
const LIST = [
  '"External ID","Title","Customer","Stage","Assignees","Tags","Created on"',
  '"__export__.project_task_42_1f2e3d4c","Faktura saknas","Alfa AB, Anna Ek","In Progress","Maja Lindqvist","","2026-11-20 08:12:00"',
  '"__export__.project_task_43_2f2e3d4c","Kassan startar inte","Beta AB","New","Erik Berg,Maja Lindqvist","","2026-11-20 09:00:00"',
  '"","","","","","Kassa",""',
  '"__export__.project_task_44_3f2e3d4c","Fråga om lager","Alfa AB","Waiting","Erik Berg","","2026-11-19 09:00:00"',
].join('\r\n');

test('without a portal tickets come from a list, once, and their time goes out as a file', async ({
  launch,
  folder,
}) => {
  const fyra = await launch();
  const { window } = fyra;
  const imports = new ImportsSection(window);
  await fyra.welcome.workFromLists('Maja Lindqvist');
  await expect(fyra.statusBar.bar()).toContainText('No portal: tickets come from lists you import');
  await window.getByRole('button', { name: 'Import a list' }).click();

  const file = join(folder, 'project.task.csv');
  writeFileSync(file, LIST);
  await fyra.app.answerOpenDialog(file);
  await imports.tickets().click();
  await expect(imports.rows('new')).toHaveCount(3);
  await expect(imports.rows('passed-over')).toContainText('Belongs to the ticket in the row above.');
  await expect(imports.dialog()).toContainText('2 of 3 new and changed tickets are assigned to Maja Lindqvist.');
  await expect(imports.dialog()).toContainText('Waiting = Waiting for customer');
  expect(await findings(window)).toEqual([]);
  await imports.import();
  await expect(imports.dialog()).toBeHidden();

  writeFileSync(file, LIST.replace('Faktura saknas', 'Faktura 17 saknas'));
  await imports.tickets().click();
  await expect(imports.rows('same')).toHaveCount(2);
  await expect(imports.rows('changed')).toContainText('Title: Faktura saknas → Faktura 17 saknas');
  await imports.import();
  await expect(imports.dialog()).toBeHidden();

  await fyra.goTo('/');
  // The cash desk is time-critical and comes first, although it was registered later.
  await expect(fyra.queue.rows()).toHaveText([/Kassan startar inte/, /Faktura 17 saknas/]);
  await fyra.startTimerOn('Kassan');
  await fyra.app.passTime(45 * 60_000);
  await fyra.openStopDialog();
  await fyra.stopDialog.describe('Startade om kassan');
  await fyra.stopDialog.save();

  await fyra.goTo('/sync');
  const exported = join(folder, 'lines.csv');
  await fyra.app.answerSaveDialog(exported);
  expect(await findings(window)).toEqual([]);
  await window.getByRole('button', { name: 'Export lines …' }).click();
  await expect(window.getByText('1 line is exported.')).toBeVisible();
  // And the seconds that the clicks took.
  expect(readFileSync(exported, 'utf8')).toMatch(
    /__export__\.project_task_43_2f2e3d4c;S-43;Kassan startar inte;Beta AB;Startade om kassan;0\.7\d+;0;Charged/,
  );
});
