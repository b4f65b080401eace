import { findings } from './support/axe';
import { encoded, give, plainPng } from './support/picture-files';
import { expect, test } from './support/test';

const TICKET = 'Kassan i butiken startar inte';
const OTHER = 'Moms saknas på faktura INV/2026/00042';

test('pictures come in from files, by paste and by drop, and everything else is refused with a reason', async ({
  launch,
}) => {
  const fyra = await launch();
  const { window, captureEditor: editor } = fyra;
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  await fyra.openCapture();
  const jpeg = await encoded(window, 'image/jpeg');
  await window
    .getByTestId('capture-file-input')
    .setInputFiles([{ name: 'kvitto.jpg', mimeType: 'image/jpeg', buffer: jpeg }]);
  await expect(editor.canvas()).toBeVisible();
  await expect(window.getByTestId('title-field')).toHaveValue('kvitto');
  const taken = await editor.read();
  expect([taken.width, taken.height, taken.ticketId !== null]).toEqual([40, 30, true]);
  expect((await editor.originalPicture()).subarray(1, 4).toString()).toBe('PNG');

  // Pasted into the editor it is a picture of its own; the one that was open stays as it is.
  await give(window, 'paste', '[data-testid="capture-canvas"]', [{ name: 'image.png', bytes: plainPng(64, 48) }]);
  await expect.poll(async () => (await editor.read()).width).toBe(64);
  await expect(editor.shapes()).toHaveCount(0);

  await fyra.goTo('/');
  await give(window, 'drop', `[data-ticket-id]:has-text("${OTHER}")`, [
    { name: 'a.webp', bytes: await encoded(window, 'image/webp') },
    { name: 'b.png', bytes: plainPng(20, 10) },
    { name: 'inte-en-bild.png', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
    { name: 'tom.png', bytes: Buffer.alloc(0) },
    { name: 'halv.png', bytes: plainPng(300, 300).subarray(0, 80) },
    { name: 'bomb.png', bytes: claiming(60_000, 60_000) },
  ]);
  await expect(window.getByText('2 pictures were added.')).toBeVisible();
  await expect(window.getByText('“inte-en-bild.png” was not added: it is no PNG, JPEG or WebP')).toBeVisible();
  await expect(window.getByText('“tom.png” is empty and was not added.')).toBeVisible();
  await expect(window.getByText('“halv.png” was not added: it begins like a picture')).toBeVisible();
  await expect(window.getByText('“bomb.png” was not added: it has 3600 megapixels')).toBeVisible();
  await fyra.queue.open(OTHER);
  await fyra.ticket.showTab('Screens');
  await expect(fyra.ticket.screenDumps()).toHaveCount(2);
});

test('pictures without a ticket wait, are filed by dragging or by keyboard, and what is thrown away can be taken back', async ({
  launch,
}) => {
  const fyra = await launch();
  const { window } = fyra;
  await fyra.welcome.startPractising();
  await expect(fyra.queue.rows().first()).toBeVisible();
  await give(window, 'drop', '[data-testid="queue"]', [
    { name: 'forsta.png', bytes: plainPng(200, 120) },
    { name: 'andra.png', bytes: plainPng(120, 200) },
    { name: 'tredje.png', bytes: plainPng(90, 90) },
  ]);
  const pictures = window.getByTestId('unfiled-picture');
  await expect(pictures).toHaveCount(3);
  await expect(window.getByRole('link', { name: 'Unfiled 3' })).toBeVisible();
  expect(await findings(window)).toEqual([]);

  await pictures.filter({ hasText: 'forsta' }).dragTo(fyra.queue.row(TICKET));
  await expect(pictures).toHaveCount(2);
  await expect(window.getByText('The picture is on S-1054, as a draft.')).toBeVisible();
  await fyra.undo('The picture is on S-1054');
  await expect(pictures).toHaveCount(3);

  await window.getByRole('combobox', { name: 'Ticket for andra' }).focus();
  await window.keyboard.type('S-1054');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(pictures).toHaveCount(2);

  await window.getByRole('button', { name: 'Discard tredje' }).click();
  await expect(pictures).toHaveCount(1);
  await fyra.undo('The screen dump was discarded.');
  await expect(pictures).toHaveCount(2);
  await window.getByRole('button', { name: 'Discard tredje' }).click();
  await expect(pictures).toHaveCount(1);
  await fyra.queue.open(TICKET);
  await fyra.ticket.showTab('Screens');
  await expect(fyra.ticket.screenDumps()).toHaveText([/andra/]);
});

/** A PNG whose header says another size than its few bytes hold. */
function claiming(width: number, height: number): Buffer {
  const bytes = Buffer.from(plainPng(2, 2));
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
