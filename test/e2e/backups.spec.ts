import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findings } from './support/axe';
import { expect, test } from './support/test';

/** What a JSON file holds. */
function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

const TICKET = 'Kassan i butiken startar inte';
const KEY_FIELD = /api_?key|practiceKey/i;

test('a backup is made, restored and gone back from, as often as one likes', async ({ launch }) => {
  const fyra = await launch();
  const { window } = fyra;
  await fyra.practise();
  await expect(fyra.queue.rows().first()).toBeVisible();
  await fyra.goTo('/settings');
  const section = window.getByRole('region', { name: 'Backups' });
  await section.getByRole('button', { name: 'Make a backup now' }).click();
  const rows = section.getByTestId('backup-row');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('Daily');
  const linesBefore = await rows.first().locator('td').nth(3).textContent();

  await fyra.writeLineOn(TICKET, await fyra.today(), 1800);
  await section.getByRole('button', { name: /Restore the file from/ }).click();
  await expect(section.getByText('is sent twice')).toBeVisible();
  expect(await findings(window)).toEqual([]);
  await section.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(rows).toHaveCount(2);
  const aside = rows.filter({ hasText: 'Set aside' });
  await expect(aside.locator('td').nth(3)).toHaveText(String(Number(linesBefore) + 1));

  await aside.getByRole('button', { name: /Restore the file from/ }).click();
  await section.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(rows).toHaveCount(3);
  const newest = rows.filter({ hasText: 'Set aside' }).first();
  await expect(newest.locator('td').nth(3)).toHaveText(String(linesBefore));
});

test('a damaged data file is kept, and the newest backup opened in its place', async ({ launch, folder }) => {
  const fyra = await launch();
  const { window } = fyra;
  await fyra.practise();
  await fyra.goTo('/settings');
  await window.getByRole('button', { name: 'Make a backup now' }).click();
  await expect(window.getByTestId('backup-row')).toHaveCount(1);
  await fyra.portals.connectAnother();
  await expect(fyra.welcome.heading()).toBeVisible();

  const data = join(folder, 'user-data', 'portals', 'practice');
  writeFileSync(join(data, 'workbench.sqlite'), 'This was a database once.');
  await fyra.app.answerMessageBox(0);
  await fyra.practise();
  await fyra.goTo('/settings');
  await expect(window.getByTestId('backup-row').filter({ hasText: 'Cannot be read' })).toHaveCount(1);
  expect(readdirSync(join(data, 'backups')).filter((name) => name.startsWith('set-aside-'))).toHaveLength(1);
});

test('everything is exported into a folder, without keys, and never over another one', async ({ launch, folder }) => {
  const fyra = await launch();
  const { window } = fyra;
  await fyra.practise();
  await expect(fyra.queue.rows().first()).toBeVisible();
  await fyra.writeLineOn(TICKET, await fyra.today(), 1800);
  const { apiKey } = await fyra.app.practicePortal();
  await fyra.goTo('/settings');
  const target = join(folder, 'Fyra export');
  await fyra.app.answerSaveDialog(target);
  const section = window.getByRole('region', { name: 'Export' });
  await section.getByRole('button', { name: 'Export everything' }).click();
  await expect(section.getByRole('status')).toContainText(target);
  expect(await fyra.app.proposedFileName()).toContain(`Fyra export ${await fyra.today()}`);

  const tables = join(target, 'tables');
  expect(readJson(join(target, 'manifest.json'))).toMatchObject({ app: 'Fyra', portal: { kind: 'practice' } });
  expect(readJson(join(tables, 'ticket.json'))).toContainEqual(expect.objectContaining({ title: TICKET }));
  expect(readJson(join(tables, 'timesheet_line.json'))).toContainEqual(
    expect.objectContaining({ worked_seconds: 1800 }),
  );
  const texts = readdirSync(tables).map((name) => readFileSync(join(tables, name), 'utf8'));
  texts.push(readFileSync(join(target, 'settings.json'), 'utf8'));
  for (const text of texts) {
    expect(text).not.toContain(apiKey);
    expect(text).not.toMatch(KEY_FIELD);
  }

  await section.getByRole('button', { name: 'Export everything' }).click();
  await expect(section.getByText('There already is a file or folder of that name.')).toBeVisible();
});
