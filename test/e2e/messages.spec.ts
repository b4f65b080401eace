import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findings } from './support/axe';
import { putMessages } from './support/messages-in-file';
import { give, plainPng } from './support/picture-files';
import { ticketOnPortal } from './support/portal-bench';
import { expect, test } from './support/test';

const TICKET = 'Webbutiken tar inte emot kortbetalning';

test('a reply written offline from a template, with a picture in it, is on the portal as clean HTML', async ({
  portal,
  faultProxy,
  connectThroughProxy,
}) => {
  const fyra = await connectThroughProxy();
  const { ticket, window } = fyra;
  await fyra.queue.open(TICKET);
  await expect(fyra.statusBar.bar()).toContainText('Online');
  faultProxy.setOffline(true);

  await ticket.writeToCustomer();
  await ticket.chooseTemplate('Passed on to Odoo SA');
  const text = ticket.compose().getByRole('textbox', { name: 'Text' });
  await expect(text).toHaveValue(
    /^Hej .+!\n\nVi har undersökt ert ärende \S+, ”Webbutiken tar inte emot kortbetalning”/,
  );
  await expect(text).toHaveValue(/\{partner\}$/);

  // What waits to be filled in is asked about, and is selected to be typed over.
  await window.keyboard.press('Control+Enter');
  await expect(ticket.compose().getByRole('alert')).toContainText('{referens} and {partner}');
  expect(await findings(window)).toEqual([]);
  expect(await ticket.message('Vi har undersökt').count()).toBe(0);
  await window.keyboard.type('Partnern AB');
  await ticket.compose().getByRole('button', { name: 'Next' }).click();
  await window.keyboard.type('4711');
  await window.keyboard.press('Control+Home');
  await window.keyboard.press('Shift+End');
  await window.keyboard.press('Control+B');
  await expect(text).toHaveValue(/^\*\*Hej .+!\*\*\n/);
  await window.keyboard.press('Control+End');
  await give(window, 'paste', 'form textarea', [{ name: 'image.png', bytes: plainPng(60, 40) }]);
  await expect(text).toHaveValue(/!\[\]\(picture:[0-9a-f-]{36}\)$/);

  await ticket.compose().getByRole('button', { name: 'Preview' }).click();
  const preview = ticket.compose().getByRole('region', { name: 'Preview' });
  await expect(preview.locator('strong').first()).toContainText('Hej');
  await expect(preview.locator('img')).toHaveJSProperty('naturalWidth', 60);
  expect(await findings(window)).toEqual([]);
  await ticket.compose().getByRole('button', { name: 'Send to customer' }).click();
  await expect(ticket.message('Vi har undersökt')).toContainText('Waiting to be sent');
  await expect(ticket.message('Vi har undersökt')).toHaveAttribute('data-kind', 'reply');
  await expect(text).toHaveValue('');

  faultProxy.setOffline(false);
  await fyra.syncPage.open();
  await fyra.syncPage.syncNow();
  await expect(fyra.syncPage.emptyOutbox()).toBeVisible();
  const onPortal = await ticketOnPortal(portal, TICKET);
  const [message, ...others] = await onPortal.messages('Vi har undersökt');
  expect(others).toEqual([]);
  expect(message?.body).toMatch(/^<p><strong>Hej [^<]+!<\/strong><\/p><p>Vi har undersökt/);
  expect(message?.body).toContain('<p><strong>Referens hos Odoo SA:</strong> 4711</p>');
  expect(message?.body).toMatch(/Partnern AB<\/p><p><em>Bild: \S+\.png<\/em><\/p>$/);
  expect(message?.attachment_ids).toHaveLength(1);
});

/** Where pictures of the customer’s would be fetched from, if anything were: it hears of every attempt. */
async function listen(): Promise<{ server: Server; host: string; attempts: () => number }> {
  let attempts = 0;
  const server = createServer((_request, response) => response.end());
  server.on('connection', () => {
    attempts += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, host: `127.0.0.1:${(server.address() as AddressInfo).port}`, attempts: () => attempts };
}

/** Ways in which HTML has run or loaded something, each with a word to know it by. */
const hostile = (host: string): readonly string[] =>
  [
    '<script>window.wasRun = 1</script>',
    '<img src="x" onerror="window.wasRun = 1">',
    `<img src="http://${host}/1"><img srcset="http://${host}/2 1x"><img src="//${host}/3">`,
    `<picture><source srcset="http://${host}/4"><img src="http://${host}/5"></picture>`,
    `<svg onload="window.wasRun = 1"><image href="http://${host}/6"/><use href="http://${host}/7#a"/></svg>`,
    `<div style="background: url(http://${host}/8)" background="http://${host}/9">x</div><style>@import "http://${host}/10"; *{display:none}</style>`,
    `<link rel="stylesheet" href="http://${host}/11"><meta http-equiv="refresh" content="0;url=http://${host}/12"><base href="http://${host}/">`,
    `<iframe src="http://${host}/13" srcdoc="<script>parent.wasRun = 1</script>"></iframe><object data="http://${host}/14"></object><embed src="http://${host}/15">`,
    `<video src="http://${host}/16" poster="http://${host}/17" autoplay></video><audio src="http://${host}/18" autoplay></audio>`,
    `<form action="http://${host}/19"><input name="a" autofocus onfocus="window.wasRun = 1"><button>x</button></form>`,
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=window.wasRun=1&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=window.wasRun=1>"></noscript>',
    '<details open ontoggle="window.wasRun = 1"><summary>x</summary></details><marquee onstart="window.wasRun = 1">x</marquee>',
    '<a href="javascript:window.wasRun=1" id="script-link">skript</a> <a href="data:text/html,x">data</a> <a href="  jAvAsCrIpT&#58;window.wasRun=1">mer</a>',
    '<template><img src=x onerror="window.wasRun=1"></template><div id="root" class="x"><a id="fyra" name="fyra">x</a></div>',
  ].map((html, index) => `<p>Mejl nummer ${index + 1}.</p>${html}`);

test('nothing in a message runs or loads anything, and a person sees where its links and pictures lead', async ({
  launch,
  folder,
}) => {
  const { server, host, attempts } = await listen();
  const fyra = await launch();
  const { ticket, window } = fyra;
  await fyra.practise();
  await expect(fyra.queue.row(TICKET)).toBeVisible();
  const files = await (await ticketOnPortal(await fyra.app.practicePortal(), TICKET)).attachments();
  const onPortal = files.find(({ mimetype }) => mimetype === 'image/png');
  putMessages(folder, TICKET, [
    {
      html: `<p>Se <a href="https://evil.example/x">https://bank.example/</a> och <a href="https://shop.example/1">ordern</a>.</p>
        <p><img src="https://${host}/logo.png" alt="Logotyp"><img src="http://pictures.example/pixel.gif"><img src="/web/image/${onPortal?.id}" alt="Kassan"></p>
        <div class="gmail_quote"><p>Tidigare skrev Maja.</p></div>`,
    },
    { html: '<p>Kunden är otålig.</p>', author: 'Oskar Bergström', isNote: true, minutesAgo: 1 },
    ...hostile(host).map((html, index) => ({ html, minutesAgo: 2 + index })),
  ]);
  await fyra.queue.open(TICKET);
  await ticket.showTab('Messages');
  for (const [index] of hostile(host).entries()) {
    await expect(ticket.message(`Mejl nummer ${index + 1}.`)).toBeVisible();
  }
  const letter = ticket.message('ordern');
  await expect(letter).toHaveAttribute('data-kind', 'customer');
  await expect(letter.getByText('→ leads to evil.example, not where it says')).toBeVisible();
  await expect(letter.getByText('→ shop.example')).toBeVisible();
  await expect(letter.getByText(`Picture from ${host}, not loaded: Logotyp.`)).toBeVisible();
  await expect(letter.getByText('Tidigare skrev Maja.')).toBeHidden();
  await letter.getByText('Earlier messages in the e-mail').press('Enter');
  await expect(letter.getByText('Tidigare skrev Maja.')).toBeVisible();
  expect(
    await ticket.pane().locator('article a[href], article [style*="url"], article iframe, article form').count(),
  ).toBe(0);

  // Links open in the browser, by keyboard too, and those that would run something are none.
  await fyra.app.noteOpenedAddresses();
  await letter.getByRole('link', { name: 'ordern' }).press('Enter');
  await ticket.message('Mejl nummer 14.').getByText('skript').click();
  expect(await fyra.app.openedAddresses()).toEqual(['https://shop.example/1']);

  // Asked for, they are fetched by the main process, and not from everywhere; the portal's are files of the ticket.
  await expect(letter.getByText('Picture on the portal, not loaded: Kassan.')).toBeVisible();
  await letter.getByRole('button', { name: 'Load 3 pictures' }).press('Enter');
  await expect(letter.getByRole('img', { name: 'Kassan' })).toHaveJSProperty('naturalWidth', 480);
  await expect(letter.getByText('Its address leads into a private network')).toBeVisible();
  await expect(letter.getByText('Its address is not encrypted')).toBeVisible();
  expect(await findings(window)).toEqual([]);

  await ticket
    .pane()
    .getByText(/^Internal notes \(1\)$/)
    .click();
  await expect(ticket.message('Kunden är otålig.')).toHaveAttribute('data-kind', 'note');
  await expect(letter).toBeHidden();

  expect(await window.evaluate(() => 'wasRun' in window)).toBe(false);
  expect(attempts()).toBe(0);
  server.close();
});
