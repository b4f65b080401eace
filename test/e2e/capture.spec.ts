import { annotate, regionOfBrowser } from './support/annotate';
import { findings } from './support/axe';
import { Picture } from './support/png';
import { ticketOnPortal } from './support/portal-bench';
import { openBrowser } from './support/real-browser';
import { expect, test } from './support/test';

const TICKET = 'Kassan i butiken startar inte';
/** What the browser's page shows in one big field; see real-browser.ts. */
const FIELD = { red: 215, green: 239, blue: 224 };

test('the picture that is sent has its address in a banner, an arrow, a box, and nothing where it was redacted', async ({
  launch,
  folder,
}) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  const browser = await openBrowser(folder);
  await fyra.timerBar.capture();
  const region = await regionOfBrowser();
  const regionWidth = region.to.x - region.from.x;
  const regionHeight = region.to.y - region.from.y;
  await fyra.captureDialog.takeRegion(region.from, region.to);
  await expect(fyra.captureEditor.canvas()).toBeVisible();
  await browser.close();

  const original = new Picture(await fyra.captureEditor.originalPicture());
  expect([original.width, original.height]).toEqual([regionWidth, regionHeight]);
  const fieldBefore = original.boundsOf(FIELD);
  expect(fieldBefore?.width).toBeGreaterThan(400);

  await fyra.captureEditor.address().fill(browser.address);
  await annotate(fyra);
  await expect(fyra.captureEditor.shapes()).toHaveCount(3);
  await expect(fyra.captureEditor.banner()).toHaveAttribute('aria-label', /\/odoo\/sales\/42/);
  await fyra.captureEditor.save();
  await fyra.ticket.showTab('Screens');
  await expect(fyra.ticket.screenDumps().first()).toContainText('Sent');

  const ticket = await ticketOnPortal(await fyra.app.practicePortal(), TICKET);
  const [attachment] = await ticket.attachments();
  const sent = new Picture(await ticket.attachmentBytes(attachment?.id ?? 0));
  const bannerHeight = sent.height - regionHeight;
  expect(sent.width).toBe(regionWidth);
  expect(bannerHeight).toBeGreaterThan(20);

  // The banner is not empty: its text is of another colour than its ground.
  const ground = sent.colourAt(1, 1);
  expect(sent.count(ground, { x: 0, y: 0, width: sent.width, height: bannerHeight })).toBeLessThan(
    sent.width * bannerHeight - 200,
  );
  // A part of the field is gone: one solid colour stands there, without a trace of what was beneath.
  const redacted = await fyra.captureEditor.redactedPart();
  const inside = { ...redacted, y: redacted.y + bannerHeight };
  const solid = sent.colourAt(inside.x + 2, inside.y + 2);
  expect(sent.count(solid, inside)).toBe(inside.width * inside.height);
  expect(original.count(FIELD, redacted)).toBe(redacted.width * redacted.height);
  expect(sent.count(FIELD, inside)).toBe(0);

  // The untouched picture can be destroyed; what was sent stays.
  await fyra.ticket.showTab('Screens');
  await fyra.ticket.screenDumps().first().getByRole('button').first().click();
  await fyra.window.getByTestId('shred-original').click();
  await fyra.window.getByTestId('shred-original-yes').click();
  await expect(fyra.captureEditor.editor()).toContainText('It was destroyed.');
  expect((await fyra.captureEditor.read()).originalUrl).toBeNull();
  expect(await findings(fyra.window)).toEqual([]);
  await fyra.window.getByRole('button', { name: 'Show the ticket' }).click();

  // The picture ticks what the customer would have been asked for.
  await fyra.ticket.showTab('Overview');
  await expect(fyra.ticket.pane().locator('[data-check=screen-dump]')).toContainText('there');
  await expect(fyra.ticket.pane().locator('[data-check=reference]')).toContainText('there');
  await expect(fyra.ticket.pane().getByTestId('odoo-record')).toContainText('Sales order 42');
});

test('a window is taken alone, with its title, and without the workbench in front of it', async ({
  launch,
  folder,
}) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  const browser = await openBrowser(folder);
  await fyra.timerBar.capture();
  await fyra.captureDialog.takeWindow(/S00042 - Odoo/);
  await expect(fyra.captureEditor.canvas()).toBeVisible();
  const picture = new Picture(await fyra.captureEditor.originalPicture());
  expect(picture.boundsOf(FIELD)?.width).toBeGreaterThan(400);
  await browser.close();
});

test('a region that is given up leaves nothing behind', async ({ launch, folder }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  const browser = await openBrowser(folder);
  await fyra.timerBar.capture();
  await fyra.captureDialog.cancelRegion();
  await expect(fyra.timerBar.bar()).toBeVisible();
  await browser.close();
  await fyra.captureDialog.close();
  await fyra.ticket.showTab('Screens');
  await expect(fyra.ticket.pane()).toContainText('No screen dumps yet');
});

test('a screen on which nothing can be seen gives a sentence and no picture', async ({ launch }) => {
  // On a bare screen only the workbench is there, and it steps aside: what is left is black.
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  await fyra.timerBar.capture();
  await fyra.captureDialog.takeScreen();
  await expect(fyra.captureDialog.dialog()).toContainText('The picture is entirely black.');
  await fyra.captureDialog.close();
  await fyra.ticket.showTab('Screens');
  await expect(fyra.ticket.pane()).toContainText('No screen dumps yet');
});
