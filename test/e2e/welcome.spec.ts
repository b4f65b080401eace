import { once } from 'node:events';
import { createServer } from 'node:http';
import { findings } from './support/axe';
import { expect, test } from './support/test';

test('a newcomer practises with one click and sees the queue in the order of the terms', async ({ launch }) => {
  const fyra = await launch();
  await expect(fyra.welcome.heading()).toBeVisible();
  await fyra.welcome.startPractising();
  await expect(fyra.queue.rows().first()).toContainText('Escalated');
  const reasons = await fyra.queue.rows().allTextContents();
  const firstOf = (word: string) => reasons.findIndex((text) => text.includes(word));
  expect(firstOf('Escalated')).toBeLessThan(firstOf('Escalation requested'));
  expect(firstOf('Escalation requested')).toBeLessThan(firstOf('Invoicing'));
  expect(firstOf('Invoicing')).toBeLessThan(firstOf('In turn'));

  await fyra.queue.search('webbutiken');
  await expect(fyra.queue.rows()).toHaveCount(1);
});

test('the choice of portal is remembered', async ({ launch }) => {
  const first = await launch();
  await first.welcome.startPractising();
  await expect(first.queue.rows().first()).toBeVisible();
  await first.app.close();
  const second = await launch();
  await expect(second.queue.rows().first()).toBeVisible();
});

test('a real portal is taken into use only after its connection was tested', async ({ launch, portal }) => {
  const fyra = await launch();
  await fyra.welcome.fillIn(portal);
  await expect(fyra.welcome.connectButton()).toBeDisabled();
  await fyra.welcome.test();
  await expect(fyra.welcome.answer()).toBeVisible();
  await fyra.welcome.connectButton().click();
  await expect(fyra.queue.rows().first()).toBeVisible();
});

test('a wrong key, a wrong address and a web page that is no portal each get a sentence that says what to do', async ({
  launch,
  portal,
}) => {
  const fyra = await launch();
  const check = async (at: { address: string; apiKey: string }, sentence: string) => {
    await fyra.welcome.fillIn({ ...portal, ...at });
    await fyra.welcome.test();
    await expect(fyra.window.getByText(sentence)).toBeVisible();
    await expect(fyra.welcome.connectButton()).toBeDisabled();
  };
  await check({ address: portal.address, apiKey: 'wrong' }, 'Odoo does not accept the key.');
  await check({ address: 'http://127.0.0.1:9', apiKey: portal.apiKey }, 'The server does not answer.');
  await check({ address: 'http://portal.example', apiKey: portal.apiKey }, 'The address is not encrypted (http).');

  const website = createServer((_request, response) =>
    response.end('<html><body>Sign in to the network</body></html>'),
  );
  website.listen(0, '127.0.0.1');
  await once(website, 'listening');
  const address = website.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await check({ address: `http://127.0.0.1:${port}`, apiKey: portal.apiKey }, 'The address answers, but not as Odoo.');
  website.close();
});

const DATABASE_LIST = '/web/database/list';

test('the database is filled in where the server has one, chosen among several, and typed where it does not tell', async ({
  launch,
  portal,
  faultProxy,
}) => {
  const fyra = await launch();
  const { window, welcome } = fyra;
  const address = window.getByLabel('Address');
  const answer = (body: unknown) =>
    faultProxy.inject({ kind: 'answer', status: 200, body: JSON.stringify(body) }, { path: DATABASE_LIST });

  await address.fill(faultProxy.address.origin);
  await address.blur();
  await expect(window.getByLabel('Database (optional)')).toHaveValue(portal.database);
  await expect(window.getByText('Filled in: it is the server’s only database.')).toBeVisible();

  answer({ jsonrpc: '2.0', id: null, error: { code: 200, message: 'Odoo Server Error' } });
  await address.fill(`${faultProxy.address.origin}/`);
  await address.blur();
  await expect(window.getByText('The server does not tell which databases it has.', { exact: false })).toBeVisible();
  await expect(window.getByLabel('Database (optional)')).toHaveValue('');

  answer({ jsonrpc: '2.0', id: null, result: ['norr', portal.database] });
  await address.fill(`${faultProxy.address.origin}/odoo`);
  await address.blur();
  const choice = window.getByRole('combobox', { name: 'Database' });
  await expect(choice).toHaveValue('');
  await choice.focus();
  await window.keyboard.press('ArrowDown');
  await window.getByRole('option', { name: portal.database }).click();
  await expect(choice).toHaveValue(portal.database);
  expect(await findings(window)).toEqual([]);
  if (process.env['SHOT']) await window.screenshot({ path: process.env['SHOT'] });

  await window.getByLabel('API key').fill(portal.apiKey);
  await welcome.test();
  await welcome.connectButton().click();
  await expect(fyra.queue.rows().first()).toBeVisible();
  expect(
    faultProxy.received.filter(({ path }) => path === DATABASE_LIST).every(({ headers }) => !headers.authorization),
  ).toBe(true);
});
