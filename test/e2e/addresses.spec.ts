import { join } from 'node:path';
import type { Workbench } from './pages/workbench';
import { regionOfBrowser } from './support/annotate';
import { openCompanionBrowser } from './support/companion-browser';
import { openBrowser } from './support/real-browser';
import { expect, test } from './support/test';

const MINUTE = 60_000;
const TICKET = 'Kassan i butiken startar inte';
const ORDER = 'https://erp.example/odoo/sales/42';
const OTHER = 'https://erp.example/odoo/crm/7';

const linkTo = (address: string, more = '') => `fyra://capture?v=1&url=${encodeURIComponent(address)}${more}`;

/** Takes a picture of what is on the screen; a browser has to be there. */
async function takeRegion(fyra: Workbench): Promise<void> {
  const { from, to } = await regionOfBrowser();
  await fyra.captureDialog.takeRegion(from, to);
  await expect(fyra.captureEditor.canvas()).toBeVisible();
}

/** Copies a text as a person does, with the keys, in the queue's search box. */
async function copy(fyra: Workbench, text: string): Promise<void> {
  const search = fyra.window.getByRole('searchbox', { name: 'Search tickets' });
  await search.fill(text);
  await search.press('ControlOrMeta+a');
  await search.press('ControlOrMeta+c');
  await search.fill('');
}

test('an address copied just before is filled in with its source; one copied long before is only offered', async ({
  launch,
  folder,
}) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  const browser = await openBrowser(folder);
  await copy(fyra, `${ORDER}?access_token=HEMLIGT`);
  await fyra.timerBar.capture();
  await takeRegion(fyra);
  await expect(fyra.captureEditor.address()).toHaveValue(ORDER);
  await expect(fyra.captureEditor.addressSource()).toHaveText(/^from the clipboard · \d+\ss ago$/);
  await expect(fyra.window.getByTestId('address-cut')).toBeVisible();

  await fyra.captureEditor.address().fill(OTHER);
  await expect(fyra.captureEditor.addressSource()).toHaveText('typed');
  await fyra.captureEditor.takeOtherAddress(/from the clipboard/);
  await expect(fyra.captureEditor.address()).toHaveValue(ORDER);

  await fyra.goTo('/');
  await fyra.app.passTime(3 * MINUTE);
  await fyra.timerBar.capture();
  await takeRegion(fyra);
  // What was copied long ago need not be what the picture shows: that is read in the picture itself.
  const shown = browser.address.replace('http://', '');
  await expect(fyra.captureEditor.address()).toHaveValue(shown, { timeout: 20_000 });
  await expect(fyra.captureEditor.addressSource()).toHaveText(/^read in the picture/);
  await fyra.captureEditor.takeOtherAddress(/from the clipboard · 3\smin ago/);
  await expect(fyra.captureEditor.address()).toHaveValue(ORDER);
  await browser.close();
});

test('a page that a browser hands over is shown and waits; a screen dump is taken with it at a click', async ({
  launch,
  folder,
}) => {
  const userData = join(folder, 'user-data');
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  const browser = await openBrowser(folder);
  await fyra.app.minimise();
  expect(await fyra.app.startSecondCopy(userData, linkTo(OTHER))).toBe(0);
  expect(await fyra.app.startSecondCopy(userData, linkTo(ORDER, '&title=S00042%20-%20Odoo&selection=Kund'))).toBe(0);
  await expect(fyra.handOver()).toContainText(`S00042 - Odoo ${ORDER}`);
  expect(await fyra.app.isMinimised()).toBe(true);
  await fyra.app.restore();
  await expect(fyra.handOver()).toHaveCount(1);

  await fyra.handOver().getByRole('button', { name: 'Take a screen dump with it' }).click();
  await expect(fyra.handOver()).toBeHidden();
  await takeRegion(fyra);
  await expect(fyra.captureEditor.address()).toHaveValue(ORDER);
  await expect(fyra.captureEditor.addressSource()).toHaveText(/^from the browser · /);
  await expect(fyra.window.getByTestId('title-field')).toHaveValue('S00042 - Odoo');
  await expect(fyra.window.getByTestId('message-field')).toHaveValue('“Kund”');

  // What comes while a person writes changes nothing before it is asked for.
  await fyra.captureEditor.address().fill('https://erp.example/web');
  await fyra.app.startSecondCopy(userData, linkTo(OTHER));
  await expect(fyra.handOver()).toContainText(OTHER);
  await expect(fyra.captureEditor.address()).toHaveValue('https://erp.example/web');
  await fyra.handOver().getByRole('button', { name: 'Use for the open screen dump' }).click();
  await expect(fyra.captureEditor.address()).toHaveValue(OTHER);
  await fyra.undo('The address was replaced.');
  await expect(fyra.captureEditor.address()).toHaveValue('https://erp.example/web');
  await browser.close();
});

test('a link that says more than it may is refused as a whole, in one sentence, and does nothing', async ({
  launch,
  folder,
}) => {
  const userData = join(folder, 'user-data');
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await expect(fyra.queue.rows().first()).toBeVisible();
  const place = fyra.window.url();
  for (const [link, reason] of [
    [linkTo(ORDER, `&title=${'a'.repeat(2_048)}`), 'It was too long.'],
    [linkTo(ORDER).replace('capture', 'settings'), 'It did not come from the companion in the browser.'],
    [linkTo(ORDER, '&server=https%3A%2F%2Fevil.example'), 'It held something that no link may set.'],
    [linkTo(ORDER, '&key=abc'), 'It held something that no link may set.'],
    [linkTo('javascript:alert(1)'), 'It held no web address.'],
    [linkTo(ORDER, `&url=${encodeURIComponent(OTHER)}`), 'It held the same thing twice.'],
  ] as const) {
    await fyra.app.startSecondCopy(userData, link);
    await expect(fyra.refusedLink()).toContainText(`A link to Fyra was refused and did nothing. ${reason}`);
    await expect(fyra.handOver()).toHaveCount(0);
    await fyra.refusedLink().getByRole('button', { name: 'Dismiss' }).click();
    await expect(fyra.refusedLink()).toBeHidden();
  }
  expect(fyra.window.url()).toBe(place);
});

test('a link that starts the app is there when the window is', async ({ launch }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.app.close();
  const again = await launch({ links: [linkTo(ORDER)] });
  await expect(again.handOver()).toContainText(ORDER);
});

test("the extension's button hands over the page in the browser with what is selected on it", async ({
  launch,
  folder,
}) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  const browser = await openCompanionBrowser(folder, '/web#id=42&model=sale.order&view_type=form');
  const link = await browser.pressButton();
  expect(link).toBe(
    `fyra://capture?v=1&url=${encodeURIComponent(browser.address)}&title=S00042%20-%20Odoo&selection=Betalningsvillkor`,
  );
  expect(await fyra.app.startSecondCopy(join(folder, 'user-data'), link)).toBe(0);
  await expect(fyra.handOver()).toContainText(browser.address);
  await fyra.handOver().getByRole('button', { name: 'Take a screen dump with it' }).click();
  await takeRegion(fyra);
  await expect(fyra.captureEditor.address()).toHaveValue(browser.address);
  await browser.close();
});
