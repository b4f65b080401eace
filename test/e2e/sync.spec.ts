import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { odooErrorFault } from '../support/fault';
import { findings } from './support/axe';
import { ticketOnPortal } from './support/portal-bench';
import { expect, test } from './support/test';
import { aheadToAfternoon } from './support/working-day';

const MINUTE = 60_000;
const TICKET = 'Kassan i butiken startar inte';
const DESCRIPTION = 'Bytte nätverkskabel i kassan';

test('with the portal gone work goes on, and is sent when the portal is back', async ({
  portal,
  faultProxy,
  connectThroughProxy,
}) => {
  // Not at night: work over midnight becomes two lines.
  const fyra = await connectThroughProxy({ clockAheadMs: aheadToAfternoon() });
  await expect(fyra.queue.row(TICKET)).toBeVisible();

  faultProxy.setOffline(true);
  await fyra.queue.open(TICKET);
  await fyra.ticket.startTimer();
  await fyra.app.passTime(12 * MINUTE);
  await fyra.timerBar.stop();
  await fyra.stopDialog.describe(DESCRIPTION);
  await fyra.stopDialog.save();
  await expect(fyra.statusBar.bar()).toContainText('No answer from the portal since');
  await expect(fyra.statusBar.waiting()).toContainText('1 waiting');
  const ticket = await ticketOnPortal(portal, TICKET);
  expect(await ticket.lines(DESCRIPTION)).toEqual([]);

  faultProxy.setOffline(false);
  await fyra.syncPage.open();
  await fyra.syncPage.syncNow();
  await expect(fyra.syncPage.emptyOutbox()).toBeVisible();
  await expect(fyra.statusBar.bar()).toContainText('Online');
  expect(await ticket.lines(DESCRIPTION)).toHaveLength(1);
});

test('a key that is refused pauses the sync and asks for another; the outbox is untouched', async ({
  portal,
  faultProxy,
  connectThroughProxy,
}) => {
  const fyra = await connectThroughProxy();
  await expect(fyra.statusBar.bar()).toContainText('Online');
  await fyra.queue.open(TICKET);

  faultProxy.inject(odooErrorFault(401, 'werkzeug.exceptions.Unauthorized', 'Invalid apikey'), {
    path: 'project.task/message_post',
    times: 1,
  });
  await fyra.ticket.writeNote('Kunden ringer tillbaka i eftermiddag');
  await expect(fyra.statusBar.bar()).toContainText('Key refused since');
  await expect(fyra.statusBar.waiting()).toContainText('1 waiting');

  await fyra.syncPage.open();
  await fyra.syncPage.useKey(portal.apiKey);
  await expect(fyra.syncPage.emptyOutbox()).toBeVisible();
  const ticket = await ticketOnPortal(portal, TICKET);
  expect(await ticket.messages('Kunden ringer tillbaka')).toHaveLength(1);
});

test('what the portal refuses is kept, exported, given up, taken up again and sent in the end', async ({
  portal,
  folder,
  faultProxy,
  connectThroughProxy,
}) => {
  const fyra = await connectThroughProxy();
  await expect(fyra.statusBar.bar()).toContainText('Online');
  await fyra.queue.open(TICKET);
  faultProxy.inject(odooErrorFault(422, 'odoo.exceptions.UserError', 'Perioden är stängd'), {
    path: 'project.task/message_post',
  });
  await fyra.ticket.writeNote('Kunden ringer tillbaka i eftermiddag');
  await fyra.syncPage.open();
  const { syncPage } = fyra;
  await expect(syncPage.parked()).toContainText('Perioden är stängd');
  await expect(syncPage.lastRuns()).toContainText('1 needs you');
  expect(await findings(fyra.window)).toEqual([]);

  await syncPage.action('Message on', 'Fix').click();
  await expect(fyra.window.getByRole('tab', { name: /^Messages/ })).toHaveAttribute('aria-selected', 'true');
  await syncPage.open();

  const file = join(folder, 'note.json');
  await fyra.app.answerSaveDialog(file);
  await syncPage.action('Message on', 'Export').click();
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ portalSaid: 'Perioden är stängd' });

  await syncPage.action('Message on', 'Give up').click();
  await expect(syncPage.givenUp()).toContainText('Message on');
  await expect(syncPage.parked()).toBeHidden();
  await expect(fyra.statusBar.bar()).not.toContainText('needs you');
  expect(await findings(fyra.window)).toEqual([]);
  await syncPage.copyDiagnosis();
  const copied = await fyra.app.clipboardText();
  expect(copied).toContain('post-message parked');
  for (const secret of [portal.apiKey, 'Kunden', 'Perioden', '127.0.0.1']) expect(copied).not.toContain(secret);

  await syncPage.action('Message on', 'Take up again').click();
  await syncPage.action('Message on', 'Try again').click();
  await expect(syncPage.emptyOutbox()).toBeVisible();
  const ticket = await ticketOnPortal(portal, TICKET);
  expect(await ticket.messages('Kunden ringer tillbaka')).toHaveLength(1);
});
