import { findings } from './support/axe';
import { expect, test } from './support/test';

const MINUTE = 60_000;
const RUNNING = 'Kassan i butiken startar inte';
const SAME_MATTER = 'Webbutiken tar inte emot kortbetalning';
const CUSTOMER = 'Fjällvind Sport AB';

test('a call is taken down from the keyboard in its order, with the time since it began', async ({ launch }) => {
  const fyra = await launch();
  const { registerDialog: register, window } = fyra;
  await fyra.practise();
  await fyra.queue.rows().first().waitFor();
  await fyra.startTimerOn(RUNNING);
  await window.keyboard.press('n');
  await register.dialog().waitFor();
  await expect(register.callTime()).toContainText(/is paused/);
  await fyra.app.passTime(6 * MINUTE);
  await expect(register.callTime()).toContainText('6 min');

  // Who calls: the keyboard stands there.
  const type = (text: string) => window.keyboard.type(text);
  const goOn = () => window.keyboard.press('Enter');
  await type('Fjällvind');
  await goOn();
  await expect(register.caller()).toContainText('not solved');
  await goOn();
  await type('Eva Ek');
  await goOn();
  await type('070-123 45 67');
  await goOn();
  await goOn();
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('ArrowRight');
  await goOn();
  await type('Etiketterna skrivs inte ut');
  await goOn();
  await type('Skrivaren blinkar.');
  await goOn();
  await type('S00042, https://fjallvind.example/odoo/deliveries/7');
  await expect(register.dialog().getByTestId('places')).toContainText('Sales order');
  await goOn();
  await type('Bekräftade leveransen');
  await goOn();
  await type('Inget kom ut');
  await goOn();
  await type('En etikett');
  expect(await findings(window)).toEqual([]);
  await window.keyboard.press('Control+Enter');

  await expect(fyra.ticket.heading('Etiketterna skrivs inte ut')).toBeVisible();
  await expect(fyra.timerBar.bar()).toContainText('Etiketterna skrivs inte ut');
  await expect(fyra.timerBar.bar()).toContainText('0:06:');
  const intake = fyra.ticket.pane().getByTestId('intake');
  for (const check of ['reference', 'steps', 'contact']) {
    await expect(intake.locator(`[data-check=${check}]`)).toHaveAttribute('data-there', 'true');
  }
});

test('a call that is not registered is recorded nowhere, and can be taken up again, also after the app was gone', async ({
  launch,
}) => {
  const fyra = await launch();
  const { registerDialog: register, window } = fyra;
  await fyra.practise();
  await register.open();
  await register.dialog().getByRole('textbox', { name: 'Title' }).fill('Något med frakten');
  await fyra.app.passTime(4 * MINUTE);
  await expect(register.callTime()).toContainText('4 min');
  await window.keyboard.press('Escape');
  await expect(register.dialog()).toBeHidden();
  await fyra.undo('Not registered');
  await expect(register.dialog().getByRole('textbox', { name: 'Title' })).toHaveValue('Något med frakten');
  await expect(register.callTime()).toContainText('4 min');

  await fyra.app.kill();
  const again = await launch();
  await again.registerDialog.dialog().waitFor();
  await expect(again.registerDialog.dialog().getByRole('textbox', { name: 'Title' })).toHaveValue('Något med frakten');
  await expect(again.registerDialog.callTime()).toContainText('stands still');
  await again.registerDialog.callTime().getByRole('button', { name: 'Count on' }).click();
  await expect(again.registerDialog.callTime()).toContainText('since');
});

test('a call about a matter that is known carries its time over to that ticket', async ({ launch }) => {
  const fyra = await launch();
  const { registerDialog: register } = fyra;
  await fyra.practise();
  await register.open();
  await fyra.app.passTime(3 * MINUTE);
  await register.write({ title: 'Kortbetalningen fungerar inte', customer: CUSTOMER, description: '' });
  await register.dialog().getByTestId('similar-tickets').getByRole('button').click();
  await expect(register.dialog()).toBeHidden();
  await expect(fyra.ticket.heading(SAME_MATTER)).toBeVisible();
  await expect(fyra.timerBar.bar()).toContainText('0:03:');
});
