import { odooErrorFault, startFaultProxy } from '../support/fault-proxy';
import { ticketOnPortal } from './support/portal-bench';
import { expect, test } from './support/test';

const MINUTE = 60_000;
const TICKET = 'Kassan i butiken startar inte';
const DESCRIPTION = 'Bytte nätverkskabel i kassan';

test('with the portal gone work goes on, and is sent when the portal is back', async ({ launch, portal }) => {
  const proxy = await startFaultProxy(new URL(portal.address));
  const fyra = await launch();
  await fyra.welcome.connect({ ...portal, address: proxy.address.href });
  await expect(fyra.queue.row(TICKET)).toBeVisible();

  proxy.setOffline(true);
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

  proxy.setOffline(false);
  await fyra.syncPage.open();
  await fyra.syncPage.syncNow();
  await expect(fyra.syncPage.emptyOutbox()).toBeVisible();
  await expect(fyra.statusBar.bar()).toContainText('Online');
  expect(await ticket.lines(DESCRIPTION)).toHaveLength(1);
  await proxy.stop();
});

test('a key that is refused pauses the sync and asks for another; the outbox is untouched', async ({
  launch,
  portal,
}) => {
  const proxy = await startFaultProxy(new URL(portal.address));
  const fyra = await launch();
  await fyra.welcome.connect({ ...portal, address: proxy.address.href });
  await expect(fyra.statusBar.bar()).toContainText('Online');
  await fyra.queue.open(TICKET);

  proxy.inject(odooErrorFault(401, 'werkzeug.exceptions.Unauthorized', 'Invalid apikey'), {
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
  await proxy.stop();
});
