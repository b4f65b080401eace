import { readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { coveredPixels } from '@core/capture/covered-pixels';
import { readPngTexts } from '@core/capture/png-text';
import { findings } from './support/axe';
import { openDraft } from './support/open-draft';
import { Picture } from './support/png';
import { expect, test } from './support/test';

const TICKET = 'Kassan i butiken startar inte';
const ADDRESS = 'https://kund.example/odoo/sales/42';
const SOLID = { red: 0x1f, green: 0x24, blue: 0x28 };

test('a screen dump is written in four formats and copied, each time as it is sent, and says nothing of the computer', async ({
  launch,
  folder,
}) => {
  const fyra = await launch();
  const { captureEditor: editor, window } = fyra;
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  await openDraft(fyra, folder);
  await editor.address().fill(`${ADDRESS}?access_token=HEMLIGT`);
  await window.getByTestId('title-field').fill('Fel: moms / order');
  await editor.draw('Redact', { x: 0.1, y: 0.58 }, { x: 0.35, y: 0.66 });
  await expect.poll(() => editor.keptKinds()).toEqual(['redaction']);
  const { width, height, drawing } = await editor.read();

  const proposed: string[] = [];
  for (const format of ['png', 'jpeg', 'webp', 'pdf'] as const) {
    const file = join(folder, `exported.${format}`);
    await fyra.app.answerSaveDialog(file);
    await editor.openExports();
    if (format === 'png') expect(await findings(window)).toEqual([]);
    await window.getByTestId(`export-${format}`).click();
    await expect(window.getByText('The file is written.').last()).toBeVisible();
    expect(await fyra.noticesCover(editor.exports())).toBe(false);
    await expect.poll(() => readdirSync(folder)).toContain(`exported.${format}`);
    proposed.push(await fyra.app.proposedFileName());
  }
  expect(proposed[0]).toMatch(/^S-1054 Fel moms order \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.png$/);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);

  const bytes = (format: string) => readFileSync(join(folder, `exported.${format}`));
  const png = bytes('png');
  const texts = Object.fromEntries((readPngTexts(png) ?? []).map(({ keyword, text }) => [keyword, text]));
  expect(texts).toMatchObject({ Title: 'Fel: moms / order', Source: ADDRESS, Ticket: 'S-1054' });
  const picture = new Picture(png);
  expect(picture.width).toBe(width);
  const [redaction] = drawing.shapes;
  const covered = redaction?.kind === 'redaction' ? coveredPixels(redaction, { width, height }) : null;
  if (covered === null) throw new Error('Nothing was redacted');
  const inside = { ...covered, y: covered.y + picture.height - height };
  expect(picture.count(SOLID, inside)).toBe(inside.width * inside.height);

  expect(bytes('jpeg').subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect(bytes('jpeg').includes(`Source: ${ADDRESS}\nTicket: S-1054`)).toBe(true);
  expect(bytes('webp').subarray(8, 12).toString()).toBe('WEBP');
  const pdf = await PDFDocument.load(bytes('pdf'), { updateMetadata: false });
  expect([pdf.getTitle(), pdf.getSubject(), pdf.getPageCount()]).toEqual(['Fel: moms / order', ADDRESS, 1]);
  // A name of a few letters stands in any file of some size.
  const longHostname = [hostname()].filter(({ length }) => length > 6);
  for (const format of ['png', 'jpeg', 'webp', 'pdf']) {
    for (const telling of [...longHostname, folder, 'HEMLIGT'])
      expect(bytes(format).includes(telling), telling).toBe(false);
  }

  // Whoever chooses no file is told nothing; whoever chooses one that cannot be written is.
  await fyra.app.answerSaveDialog(join(folder, 'no-such-folder', 'x.png'));
  await editor.openExports();
  await window.getByTestId('export-png').click();
  await expect(window.getByText('The file could not be written there.')).toBeVisible();

  // The copy is pasted as a picture of its own.
  await editor.canvas().focus();
  const before = window.url();
  await editor.press('Control+Shift+c');
  await expect(window.getByText('The picture is on the clipboard.')).toBeVisible();
  await editor.press('Control+v');
  await expect.poll(() => window.url()).not.toBe(before);
  await expect.poll(async () => (await editor.read()).height).toBe(picture.height);
});
