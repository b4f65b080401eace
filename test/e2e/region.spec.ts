import { findings } from './support/axe';
import { Picture } from './support/png';
import { openBrowser } from './support/real-browser';
import { expect, test } from './support/test';

const SECOND = 1_000;
const TICKET = 'Kassan i butiken startar inte';
const RUNNING = 'Moms saknas på faktura INV/2026/00042';

test('a region is drawn by the keyboard alone under a magnifier, and taken again where it was', async ({
  launch,
  folder,
}) => {
  const fyra = await launch();
  const { captureDialog: dialog, captureEditor: editor } = fyra;
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  const browser = await openBrowser(folder);
  await fyra.openCapture();
  await expect(dialog.lastRegionChoice()).toHaveCount(0);
  const picker = await dialog.pickerOpenedBy(() => fyra.window.keyboard.press('r'));
  // When the window comes up, the screen's own pointer is told to it as well.
  await expect
    .poll(async () => {
      await picker.mouse.move(99, 60);
      await picker.mouse.move(100, 60);
      return dialog.magnifier(picker).textContent();
    })
    .toBe('100, 60');
  await picker.keyboard.press('Tab');
  await expect(picker.getByTestId('region-selection')).toHaveText('960 × 540 px');
  await picker.keyboard.press('ArrowRight');
  await picker.keyboard.press('Shift+ArrowUp');
  await expect(dialog.magnifier(picker)).toHaveText('961 × 520 px');
  expect(await findings(picker)).toEqual([]);
  await dialog.pressAndClose(picker, 'Enter');
  await expect(editor.canvas()).toBeVisible();
  const first = new Picture(await editor.originalPicture());
  expect([first.width, first.height]).toEqual([961, 520]);

  await fyra.goTo('/');
  await fyra.openCapture();
  await expect(dialog.lastRegionChoice()).toContainText('961 × 520 px');
  const before = fyra.window.url();
  await fyra.window.keyboard.press('l');
  await expect.poll(() => fyra.window.url()).not.toBe(before);
  await expect(editor.canvas()).toBeVisible();
  const again = new Picture(await editor.originalPicture());
  expect([again.width, again.height]).toEqual([961, 520]);
  await browser.close();
});

test('a picture can wait until a menu is open, and be given up meanwhile', async ({ launch, folder }) => {
  const fyra = await launch();
  const { captureDialog: dialog, captureEditor: editor } = fyra;
  await fyra.welcome.startPractising();
  const browser = await openBrowser(folder);
  await fyra.openCapture();
  await dialog.delay('in 10 s');
  await dialog.takeScreen();
  await expect(dialog.waiting()).toContainText(/The picture is taken in \d+ s/);
  expect(await findings(fyra.window)).toEqual([]);
  await dialog.waiting().getByRole('button', { name: 'Do not take it' }).click();
  await expect(dialog.waiting()).toHaveCount(0);
  await expect(editor.editor()).toHaveCount(0);

  await dialog.takeScreen();
  await expect(dialog.waiting()).toBeVisible();
  await fyra.app.passTime(10 * SECOND);
  await expect(editor.canvas()).toBeVisible();
  await browser.close();
});

test('a picture goes to the ticket whose timer runs, or else to the one in view', async ({ launch, folder }) => {
  const fyra = await launch();
  const { captureDialog: dialog, captureEditor: editor } = fyra;
  await fyra.welcome.startPractising();
  const browser = await openBrowser(folder);
  await fyra.queue.open(TICKET);
  await expect(fyra.ticket.pane()).toContainText('S-1054');
  await fyra.openCapture();
  await expect(dialog.dialog()).toContainText('goes to ticket S-1054');
  await dialog.close();
  await fyra.startTimerOn(RUNNING);
  await fyra.openCapture();
  await expect(dialog.dialog()).toContainText('goes to ticket S-1041');
  await dialog.takeScreen();
  await expect(editor.canvas()).toBeVisible();
  await browser.close();
});
