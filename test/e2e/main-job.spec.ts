import { annotate, regionOfBrowser } from './support/annotate';
import { json2 } from './support/json2';
import { Picture } from './support/png';
import { ticketOnPortal } from './support/portal-bench';
import { openBrowser } from './support/real-browser';
import { expect, test } from './support/test';
import { aheadToAfternoon } from './support/working-day';

const MINUTE = 60_000;

/** A ticket of a customer who pays by the hour that both portals have; a colleague has worked on it for 2 h 50. */
const TICKET = 'Moms saknas på faktura INV/2026/00042';
const DESCRIPTION = 'Rättade skatteregeln så att momsraden kommer med';
const NOTE = 'Här syns felet på fakturan.';

test('offline work stands on the portal once each, also when every first answer is lost after the portal acted', async ({
  portal,
  folder,
  faultProxy,
  connectThroughProxy,
}) => {
  // Not at night: work over midnight becomes two lines.
  const fyra = await connectThroughProxy({ clockAheadMs: aheadToAfternoon() });
  await fyra.queue.search('moms saknas');
  await fyra.queue.open(TICKET);
  await fyra.ticket.startTimer();
  await fyra.app.passTime(45 * MINUTE);
  // 2 h 50 of a colleague and 45 minutes of mine: past 3 h and 3 h 30.
  expect((await fyra.app.warnings()).map(({ thresholdPermille }) => thresholdPermille)).toEqual([750, 875]);
  await fyra.statusBar.switchOffline(true);
  await expect(fyra.statusBar.bar()).toContainText('Offline since');

  const browser = await openBrowser(folder);
  await fyra.timerBar.capture();
  const region = await regionOfBrowser();
  await fyra.captureDialog.takeRegion(region.from, region.to);
  await expect(fyra.captureEditor.canvas()).toBeVisible();
  await browser.close();
  await fyra.captureEditor.address().fill(browser.address);
  await annotate(fyra);
  await fyra.captureEditor.writeMessage(NOTE);
  await fyra.captureEditor.save();

  await fyra.timerBar.stop();
  await fyra.stopDialog.describe(DESCRIPTION);
  await fyra.stopDialog.save();
  await expect(fyra.statusBar.waiting()).toContainText('3 waiting');

  for (const path of ['account.analytic.line/load', 'ir.attachment/load', 'project.task/message_post']) {
    faultProxy.inject({ kind: 'lose-answer' }, { path, times: 1 });
  }
  await fyra.syncPage.open();
  await fyra.statusBar.switchOffline(false);
  await expect(fyra.statusBar.bar()).toContainText('No answer from the portal');
  await expect(async () => {
    await fyra.syncPage.syncNow();
    await expect(fyra.syncPage.emptyOutbox()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await expect(fyra.statusBar.bar()).toContainText('Online');

  const ticket = await ticketOnPortal(portal, TICKET);
  const lines = await ticket.lines(DESCRIPTION);
  const messages = await ticket.messages(NOTE);
  const attachments = await ticket.attachments();
  expect(lines).toHaveLength(1);
  expect(lines[0]?.unit_amount).toBeGreaterThanOrEqual(0.75);
  expect(lines[0]?.unit_amount).toBeLessThan(0.78);
  expect(messages).toHaveLength(1);
  expect(attachments).toHaveLength(1);
  expect(messages[0]?.attachment_ids).toEqual(attachments.map(({ id }) => id));
  expect(messages[0]?.body).toContain(browser.address);
  const sent = new Picture(await ticket.attachmentBytes(attachments[0]?.id ?? 0));
  expect(sent.width).toBe(region.to.x - region.from.x);
  expect(sent.height).toBeGreaterThan(region.to.y - region.from.y);

  // A colleague works on it too: their time is in my meter after the next sync.
  await json2(portal.colleague, 'account.analytic.line', 'load', {
    fields: ['id', 'date', 'name', 'unit_amount', 'task_id/.id'],
    data: [['__import__.e2e_colleague', new Date().toISOString().slice(0, 10), 'Testat i kopia', 1.5, ticket.id]],
  });
  await fyra.syncPage.syncNow();
  await fyra.syncPage.goToQueue();
  await fyra.queue.open(TICKET);
  await fyra.ticket.showTab('Time');
  await expect(fyra.ticket.colleagues()).toContainText('4 h 20');

  // Nothing waits: a further sync changes nothing on the portal.
  expect(await ticket.lines(DESCRIPTION)).toEqual(lines);
  expect(await ticket.messages(NOTE)).toEqual(messages);
});
