import { join } from 'node:path';
import { startPracticePortal } from '../../src/main/portal/practice/practice-portal';
import { findings } from './support/axe';
import { json2 } from './support/json2';
import { expect, test } from './support/test';

test('what a stage means is tried, used and taken back', async ({ launch, portal }) => {
  const fyra = await launch();
  await fyra.welcome.connect(portal);
  await expect(fyra.statusBar.bar()).toContainText('Online');
  const { mapping } = fyra;
  await mapping.open();
  await mapping.letStageMean('Ny', 'Waiting for customer');
  await mapping.try();
  await expect(mapping.trial()).toContainText('tickets would be brought');
  await expect(mapping.trial()).toContainText(/Ny: \d+ tickets, Waiting for customer/);
  expect(await findings(fyra.window)).toEqual([]);
  await mapping.use();
  await fyra.syncPage.goToQueue();
  await expect(fyra.window.getByRole('tab', { name: /^Waiting/ })).not.toContainText(/Waiting 3$/);
  await fyra.undo('The portal’s tickets are read this way from now on.');
  await expect(fyra.window.getByRole('tab', { name: /^Waiting/ })).toContainText('3');
});

test('on a server with a helpdesk its tickets can be chosen, worked on and answered', async ({ launch, folder }) => {
  const practice = await startPracticePortal({
    file: join(folder, 'helpdesk.sqlite'),
    now: Date.now,
    apiKey: 'key-of-the-consultant-in-this-test',
    helpdesk: 'oca',
  });
  const portal = { address: practice.url.href, database: practice.database, apiKey: practice.apiKey };
  const [userId] = (await json2(portal, 'res.users', 'search', {
    domain: [['login', '=', 'maja@furulund.example']],
  })) as number[];
  const [teamId] = (await json2(portal, 'helpdesk.ticket.team', 'search', {
    domain: [['name', '=', 'Support']],
  })) as number[];
  const vals_list = [
    { name: 'Kvittoskrivaren står still', description: '<p>Den blinkar.</p>', user_id: userId, team_id: teamId },
  ];
  await json2(portal, 'helpdesk.ticket', 'create', { vals_list });

  const fyra = await launch();
  await fyra.welcome.connect(portal, { profile: 'Helpdesk (Odoo Community Association)' });
  await fyra.queue.open('Kvittoskrivaren står still');
  await expect(fyra.ticket.heading('Kvittoskrivaren står still')).toContainText('HT00001');
  await expect(fyra.queue.rows()).toHaveCount(1);
  await fyra.ticket.moveTo('Väntar på kund');
  await fyra.ticket.writeNote('Kunden letar efter kabeln');
  await fyra.syncPage.open();
  await expect(fyra.syncPage.emptyOutbox()).toBeVisible();
  const read = { domain: [['model', '=', 'helpdesk.ticket']], fields: ['body'] };
  const messages = (await json2(portal, 'mail.message', 'search_read', read)) as { body: string }[];
  expect(messages.filter(({ body }) => body.includes('Kunden letar efter kabeln'))).toHaveLength(1);
  await practice.stop();
});
