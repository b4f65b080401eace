import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeXlsx } from '../support/xlsx-file';
import { ImportsSection } from './pages/imports-section';
import { findings } from './support/axe';
import { LOOKS } from './support/looks';
import { expect, test } from './support/test';

const BIKES = 'Norrskenets Cykel AB';
const COFFEE = 'Bergslagens Kafferosteri AB';

const PACKS = [
  'Kund;Köpta timmar;Förbrukat;Order;Köpt den;Saldo per',
  `${COFFEE};25;5:30;S00042;2026-10-01;2026-11-01`,
  `${COFFEE};"100";;S00043;2026-11-15;`,
  'Fjällets Ost AB;25;;S00044;2026-11-15;',
  `${BIKES};tjugofem;2,5;S00045;2026-11-31;`,
].join('\r\n');

test('packs from an old CSV and price lists from a spreadsheet are imported once, and taken back', async ({
  launch,
  folder,
}) => {
  const fyra = await launch();
  const { window } = fyra;
  const imports = new ImportsSection(window);
  await fyra.practise();
  await expect(fyra.queue.rows().first()).toBeVisible();
  await fyra.goTo('/settings');

  const packs = join(folder, 'klippkort.csv');
  writeFileSync(packs, Buffer.from(PACKS, 'latin1'));
  await fyra.app.answerOpenDialog(packs);
  await imports.choices().nth(2).click();
  await expect(imports.rows('new')).toHaveCount(2);
  await expect(imports.rows('unreadable')).toHaveCount(2);
  await expect(imports.column('Count work from')).toHaveValue('Saldo per');
  const wrong = imports.rows('unreadable').last();
  await expect(wrong).toContainText('Prepaid hours: “tjugofem” is no number of hours.');
  await expect(wrong).toContainText('Bought: “2026-11-31” is no date.');
  await imports.choose('Note', 'Order');
  await expect(imports.rows().first()).toContainText('S00042');
  await imports.import();
  await expect(imports.dialog()).toBeHidden();
  await expect(window.getByText('2 rows are imported.')).toBeVisible();
  const table = window.getByRole('table', { name: `Support packs of ${COFFEE}` });
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(table).toContainText('S00042');

  await imports.choices().nth(2).click();
  await imports.choose('Note', 'Order');
  await expect(imports.rows('same')).toHaveCount(2);
  await expect(imports.dialog().getByRole('button', { name: 'Import 0 rows' })).toBeDisabled();
  await window.keyboard.press('Escape');
  await expect(imports.dialog()).toBeHidden();
  await fyra.undo('2 rows are imported.');
  await expect(window.getByText('The import is taken back.')).toBeVisible();
  await expect(table).toBeHidden();

  const lists = join(folder, 'prislistor.xlsx');
  writeFileSync(
    lists,
    makeXlsx([
      ['Namn', 'Timpris', 'Övertid'],
      ['Guld', 1250.5, 1.5],
      ['Silver', 950, null],
    ]),
  );
  await fyra.app.answerOpenDialog(lists);
  await imports.choices().nth(1).click();
  await expect(imports.rows('new')).toHaveCount(2);
  await imports.import();
  await expect(window.getByRole('table', { name: 'Price lists' })).toContainText('1 250,50 kr');
});

test('a file that holds no table is told in words, and nothing is asked when none was chosen', async ({
  launch,
  folder,
}) => {
  const fyra = await launch();
  const imports = new ImportsSection(fyra.window);
  await fyra.practise();
  await fyra.goTo('/settings');
  await fyra.app.answerOpenDialog(null);
  await imports.choices().first().click();
  await expect(imports.choices().first()).toBeEnabled();
  await expect(imports.dialog()).toBeHidden();

  const picture = join(folder, 'kunder.csv');
  writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]));
  await fyra.app.answerOpenDialog(picture);
  await imports.choices().first().click();
  await expect(imports.section().getByRole('alert')).toContainText('It holds no text of rows and columns.');

  writeFileSync(picture, `Kund;Avtal\n${BIKES};"Patchavtal`);
  await imports.choices().first().click();
  await expect(imports.section().getByRole('alert')).toContainText('A quotation mark in row 2 is never closed.');
});

for (const { language, theme } of LOOKS) {
  test(`axe finds nothing in the import, ${theme}, ${language}`, async ({ launch, folder }) => {
    const fyra = await launch();
    await fyra.choose({ language, theme });
    const { window } = fyra;
    const imports = new ImportsSection(window);
    await fyra.practise();
    await expect(fyra.queue.rows().first()).toBeVisible();
    await fyra.goTo('/settings');
    const file = join(folder, 'avtal.csv');
    writeFileSync(file, `Kund,Avtal\n${BIKES},Löpande\n${COFFEE},"Klippkort, Patchavtal"\nFjällets Ost AB,Guld\n`);
    await fyra.app.answerOpenDialog(file);
    await imports.choices().first().click();
    await imports.import();
    await expect(imports.dialog()).toBeHidden();
    writeFileSync(file, `Kund,Avtal\n${BIKES},Patchavtal\n${COFFEE},Klippkort\nFjällets Ost AB,Guld\n,,x\n`);
    await imports.choices().first().click();
    await expect(imports.rows('changed')).toHaveCount(2);
    expect(await findings(window)).toEqual([]);
    await window.keyboard.press('Escape');
    await expect(imports.dialog()).toBeHidden();
    writeFileSync(file, 'x');
    await imports.choices().first().click();
    await expect(imports.section().getByRole('alert')).toBeVisible();
    await imports.section().scrollIntoViewIfNeeded();
    expect(await findings(window)).toEqual([]);
  });
}
