import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findings } from './support/axe';
import { LOOKS } from './support/looks';
import { expect, test } from './support/test';

const TICKET = 'Webbutiken tar inte emot kortbetalning';
const LOG = 'webhook.log';
const PICTURE = 'betalning – skärmbild.png';

test('files are listed when asked for, saved and shown, and are there without the portal once downloaded', async ({
  folder,
  faultProxy,
  connectThroughProxy,
}) => {
  test.skip(process.env['FYRA_ODOO_URL'] !== undefined, 'The files are those of the practice portal.');
  const askedForFiles = () =>
    faultProxy.received.filter(({ path }) => path.endsWith('/ir.attachment/search_read')).length;
  const fyra = await connectThroughProxy();
  const { ticket, window } = fyra;
  await fyra.queue.open(TICKET);
  await ticket.showTab('Messages');
  expect(askedForFiles()).toBe(0);

  // By keyboard: the section, then what can be done with a file.
  const section = ticket.attachments();
  await section.getByRole('button', { name: 'Attachments' }).focus();
  await window.keyboard.press('Enter');
  await expect(ticket.attachment(LOG)).toContainText(/\d+\sB · .* · .*/);
  await expect(section.getByText(/As listed on the portal/)).toBeVisible();

  // A download that does not come on can be given up, and begun again.
  faultProxy.inject({ kind: 'hang' }, { path: '/ir.attachment/search_read' });
  await section.getByRole('button', { name: `Save as … ${LOG}` }).press('Enter');
  await expect(ticket.attachment(LOG)).toContainText(/0\sB of \d+\sB/);
  expect(await findings(window)).toEqual([]);
  await section.getByRole('button', { name: `Cancel the download of ${LOG}` }).click();
  await expect(section.getByRole('button', { name: `Save as … ${LOG}` })).toBeVisible();
  await expect(section.getByRole('alert')).toHaveCount(0);

  const file = join(folder, 'saved.log');
  await fyra.app.answerSaveDialog(file);
  await section.getByRole('button', { name: `Save as … ${LOG}` }).press('Enter');
  await expect(ticket.attachment(LOG)).toContainText(`${LOG} is saved.`);
  expect(readFileSync(file, 'utf8')).toContain('403 Forbidden');
  expect(await fyra.app.proposedFileName()).toBe(LOG);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  await expect(ticket.attachment(LOG)).toContainText('On this computer');
  await expect(ticket.attachment(PICTURE)).not.toContainText('On this computer');

  faultProxy.setOffline(true);
  await section.getByRole('button', { name: `Open ${PICTURE}` }).click();
  await expect(ticket.attachment(PICTURE)).toContainText('The portal does not answer.');
  await section.getByRole('button', { name: 'Read again' }).click();
  await expect(section.getByText('The files could not be listed')).toBeVisible();
  await expect(ticket.attachment(LOG)).toBeVisible();
  expect(await findings(window)).toEqual([]);
  faultProxy.setOffline(false);

  await section.getByRole('button', { name: `Open ${PICTURE}` }).click();
  const shown = window.getByRole('dialog', { name: PICTURE }).getByTestId('preview');
  await expect(shown).toHaveJSProperty('naturalWidth', 480);
  expect(await findings(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await expect(shown).toBeHidden();

  // What was downloaded opens without the portal.
  faultProxy.setOffline(true);
  await section.getByRole('button', { name: `Open ${PICTURE}` }).click();
  await expect(shown).toHaveJSProperty('naturalWidth', 480);
  await window.keyboard.press('Escape');
  await expect(shown).toBeHidden();
});

for (const { language, theme } of LOOKS) {
  test(`axe finds nothing in the files of a ticket, ${theme}, ${language}`, async ({ launch }) => {
    const fyra = await launch();
    const { ticket, window } = fyra;
    await fyra.choose({ language, theme });
    await expect(window.locator('html')).toHaveAttribute('lang', language);
    await fyra.practise();
    await fyra.queue.open(TICKET);
    await ticket
      .tabs()
      .filter({ hasText: /^(Messages|Meddelanden)/ })
      .click();
    await ticket.attachments().getByRole('button', { expanded: false }).click();
    await expect(ticket.attachment(LOG)).toBeVisible();
    const picture = ticket.attachment(PICTURE).getByRole('button').first();
    await picture.click();
    await expect(window.getByTestId('preview')).toHaveJSProperty('naturalWidth', 480);
    expect(await findings(window), 'preview').toEqual([]);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
    expect(await findings(window), 'list').toEqual([]);
  });
}
