import { findings } from './support/axe';
import { encoded, give, plainPng } from './support/picture-files';
import { Picture } from './support/png';
import { ticketOnPortal } from './support/portal-bench';
import { expect, test } from './support/test';

const TICKET = 'Kassan i butiken startar inte';
const SOLID = { red: 0x1f, green: 0x24, blue: 0x28 };

test('pictures in order with their words become one message on the portal, redacted as they are drawn', async ({
  launch,
}) => {
  const fyra = await launch();
  const { window, captureEditor: editor } = fyra;
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  await give(window, 'drop', `[data-ticket-id]:has-text("${TICKET}")`, [
    { name: 'ett.png', bytes: plainPng(400, 300) },
    { name: 'tva.png', bytes: plainPng(500, 300) },
    { name: 'tre.webp', bytes: await encoded(window, 'image/webp', 300, 200) },
  ]);
  await expect(window.getByText('3 pictures were added.')).toBeVisible();
  await fyra.ticket.showTab('Screens');
  await window.getByRole('button', { name: 'tva' }).first().click();
  await editor.draw('Redact', { x: 0.2, y: 0.3 }, { x: 0.5, y: 0.6 });
  await expect.poll(() => editor.keptKinds()).toEqual(['redaction']);
  await fyra.goTo('/');
  await fyra.queue.open(TICKET);
  await fyra.ticket.showTab('Screens');
  await window.getByRole('button', { name: 'Steps to reproduce' }).click();

  const steps = window.getByTestId('step');
  await expect(steps).toHaveCount(3);
  const caption = (number: number) => window.getByLabel(`What is done in step ${number}`);
  await caption(1).fill('Öppna kassan');
  await caption(2).fill('Välj kund');
  await caption(3).fill('Tryck på Betala');
  await caption(3).press('Alt+ArrowUp');
  await expect(caption(2)).toHaveValue('Tryck på Betala');
  await steps.nth(0).locator('[draggable="true"]').dragTo(steps.nth(2));
  await expect(caption(3)).toHaveValue('Öppna kassan');
  await window.getByRole('button', { name: 'Leave step 1 out' }).click();
  await expect(steps).toHaveCount(2);
  await window.getByRole('button', { name: /^Add / }).click();
  await expect(caption(3)).not.toHaveValue('Öppna kassan');
  await caption(3).fill('Välj kund igen');
  await window.getByLabel('What happened (optional)').fill('Ett fel kom.');
  expect(await findings(window)).toEqual([]);

  // It is there again after looking elsewhere.
  await fyra.goTo('/sync');
  await window.goBack();
  await expect(window.getByLabel('What happened (optional)')).toHaveValue('Ett fel kom.');
  const captions = [await caption(1).inputValue(), await caption(2).inputValue(), await caption(3).inputValue()];

  await window.getByTestId('steps-send').click();
  await expect(window.getByText('The steps are on their way to S-1054, as one message.')).toBeVisible();
  const ticket = await ticketOnPortal(await fyra.app.practicePortal(), TICKET);
  await expect.poll(async () => (await ticket.attachments()).length).toBe(3);
  await expect.poll(async () => (await ticket.messages('Ett fel kom.')).length).toBe(1);
  const [message] = await ticket.messages('Ett fel kom.');
  const places = captions.map((words) => message?.body.indexOf(words) ?? -1);
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  const widths: number[] = [];
  let redacted = 0;
  for (const { id } of await ticket.attachments()) {
    const picture = new Picture(await ticket.attachmentBytes(id));
    widths.push(picture.width);
    redacted += picture.count(SOLID) > 10_000 ? 1 : 0;
  }
  expect(widths.sort((a, b) => a - b)).toEqual([300, 400, 500]);
  expect(redacted).toBe(1);
});
