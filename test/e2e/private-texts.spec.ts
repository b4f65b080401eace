import { regionOfBrowser } from './support/annotate';
import { Picture } from './support/png';
import { ticketOnPortal } from './support/portal-bench';
import { readWords } from './support/read-words';
import { openBrowser } from './support/real-browser';
import { expect, test } from './support/test';

const TICKET = 'Kassan i butiken startar inte';
const SECRETS = [
  'anna.lind@exempel.se',
  '070-123 45 67',
  '811218-9876',
  'SE45 5000 0000 0583 9825 7466',
  '4111 1111 1111 1111',
];
const page = `<!doctype html><meta charset="utf-8"><title>Anna Lind - Odoo</title>
<style>body { margin: 24px; background: #fff; color: #212529; font: 20px/2 "Liberation Sans", sans-serif }</style>
<h1>Kontakt</h1>
${SECRETS.map((secret, index) => `<div>Rad ${index + 1}: ${secret}</div>`).join('')}`;

const together = (words: readonly string[]) => words.join(' ');

test('what is private is proposed, and once redacted nobody reads it in what is sent', async ({ launch, folder }) => {
  const fyra = await launch();
  const { captureEditor } = fyra;
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  const browser = await openBrowser(folder, '/odoo/contacts/7', page);
  await fyra.timerBar.capture();
  const region = await regionOfBrowser();
  await fyra.captureDialog.takeRegion(region.from, region.to);
  await expect(captureEditor.canvas()).toBeVisible();
  await browser.close();

  await expect(captureEditor.privateTexts()).toHaveText(
    [
      'Redact e-mail address 1',
      'Redact phone number 1',
      'Redact personal identity number 1',
      'Redact account number 1',
      'Redact card number 1',
    ],
    { timeout: 30_000 },
  );
  const before = together(await readWords(await captureEditor.originalPicture()));
  for (const secret of SECRETS) expect(before).toContain(secret);

  // One is left as it is, and proposed no more; what is redacted and taken back is proposed again.
  await captureEditor.editor().getByRole('button', { name: 'Leave phone number 1 as it is' }).click();
  await expect(captureEditor.privateTexts()).toHaveCount(4);
  await captureEditor.redactAllPrivateTexts();
  await expect(captureEditor.privateTexts()).toHaveCount(0);
  await expect(captureEditor.shapes()).toHaveCount(4);
  await captureEditor.press('Control+z');
  await expect(captureEditor.privateTexts()).toHaveCount(4);
  await captureEditor.press('Control+y');
  await expect(captureEditor.shapes()).toHaveCount(4);
  // One of them in the look of a blur: it hides as much.
  await captureEditor.shapes().first().getByTestId('shape-row').click();
  await captureEditor.editor().getByTestId('redaction-blur').click();

  await captureEditor.save();
  await fyra.ticket.showTab('Screens');
  await expect(fyra.ticket.screenDumps().first()).toContainText('Sent');
  const ticket = await ticketOnPortal(await fyra.app.practicePortal(), TICKET);
  const [attachment] = await ticket.attachments();
  const sent = await ticket.attachmentBytes(attachment?.id ?? 0);
  expect(new Picture(sent).width).toBe(region.to.x - region.from.x);
  const words = together(await readWords(sent));
  // The recognition works on what is sent, too.
  expect(words).toContain('070-123 45 67');
  for (const secret of SECRETS.filter((text) => !text.startsWith('070'))) {
    for (const part of secret.split(' ')) expect(words).not.toContain(part);
  }
});
