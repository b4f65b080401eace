import { LinkDialog } from './pages/link-dialog';
import type { Workbench } from './pages/workbench';
import { findings } from './support/axe';
import { ticketOnPortal } from './support/portal-bench';
import { expect, test } from './support/test';

const TICKET = 'Garnnystan säljs i fel enhet';
const OTHER_CUSTOMERS = 'Fråga om rapport för lagersaldo';
const DUPLICATE = 'Garnnystan visas i fel enhet';

test('a part of a ticket is split off with its line, taken back, and split off for good', async ({
  launch,
  portal,
}) => {
  const fyra = await launch();
  await fyra.welcome.connect(portal);
  await fyra.queue.open(TICKET);
  const { ticket, window } = fyra;
  const dialog = new LinkDialog(window);
  await fyra.statusBar.switchOffline(true);
  await fyra.writeLineOn(TICKET, await fyra.today(), 1200, 'Kvittoskrivaren');
  await expect(ticket.tabs().filter({ hasText: 'Time' })).toContainText(/\d/);

  await window.keyboard.press('p');
  await expect(dialog.split().getByRole('textbox', { name: 'Title of the part' })).toBeFocused();
  await dialog.line('Kvittoskrivaren').check();
  await expect(dialog.split()).toContainText('20 min goes to the new ticket.');
  expect(await findings(window)).toEqual([]);
  await dialog.splitOff('Kvittoskrivaren skriver dubbelt');
  await expect(ticket.heading('Kvittoskrivaren skriver dubbelt')).toContainText('N-1');
  await expect(ticket.pane().getByTestId('split')).toContainText('The first ticket');
  await expect(ticket.pane().getByTestId('split-sum')).toContainText('N-1 30 min');
  expect(await findings(window)).toEqual([]);
  await fyra.undo('N-1 was split from S-1039.');
  await expect(ticket.heading(TICKET)).toBeVisible();
  await expect(ticket.pane().getByTestId('split')).toHaveCount(0);
  await expect(fyra.queue.row('Kvittoskrivaren skriver dubbelt')).toHaveCount(0);

  await ticket.linkMenu('Split off a part …');
  await dialog.line('Kvittoskrivaren').check();
  await dialog.splitOff('Kvittoskrivaren skriver dubbelt');
  await fyra.statusBar.switchOffline(false);
  await expect(ticket.heading('Kvittoskrivaren skriver dubbelt')).toContainText(/S-\d+/);
  const onPortal = await ticketOnPortal(portal, 'Kvittoskrivaren skriver dubbelt');
  await expect.poll(async () => (await onPortal.lines('Kvittoskrivaren')).length).toBe(1);
  await expect.poll(async () => (await onPortal.messages('Split from')).length).toBe(1);
  const first = await ticketOnPortal(portal, TICKET);
  await expect.poll(async () => (await first.messages(`Split: S-${onPortal.id}`)).length).toBe(1);
  // What the portal has cannot be unmade: merging it back is offered.
  await fyra.undo('N-1 was split from S-1039.');
  await expect(dialog.candidate(TICKET)).toBeChecked();
  await expect(dialog.preview()).toContainText('Move my line (20 min)');
  await dialog.cancel();
  // The way back is there, on both.
  await fyra.queue.open('Kvittoskrivaren skriver dubbelt');
  await ticket.pane().getByTestId('split').getByRole('button', { name: TICKET }).click();
  await expect(ticket.heading(TICKET)).toBeVisible();
  await expect(ticket.pane().getByTestId('split')).toContainText('Kvittoskrivaren skriver dubbelt');
});

test('a duplicate is merged into the ticket that is kept, never into another customer’s, and taken back', async ({
  launch,
  portal,
}) => {
  const fyra = await launch();
  await fyra.welcome.connect(portal);
  const { ticket, window } = fyra;
  const dialog = new LinkDialog(window);
  await registerDuplicate(fyra);
  await fyra.writeLineOn(DUPLICATE, await fyra.today(), 1200, 'Samtal');

  await window.keyboard.press('m');
  await expect(dialog.candidate(TICKET)).toBeFocused();
  await dialog.search(OTHER_CUSTOMERS);
  await expect(dialog.refusal()).toContainText('is of another customer');
  await dialog.candidate(TICKET).check();
  await expect(dialog.preview()).toContainText('Move my line (20 min)');
  expect(await findings(window)).toEqual([]);
  await dialog.cancel();

  // The same from what is perhaps the same matter.
  await ticket.pane().getByTestId('similar').getByRole('button', { name: 'Merge …' }).click();
  await expect(dialog.preview()).toContainText('is solved');
  await dialog.submit();
  await expect(ticket.heading(TICKET)).toBeVisible();
  await expect(ticket.pane().getByTestId('duplicates')).toContainText(DUPLICATE);
  const kept = await ticketOnPortal(portal, TICKET);
  await expect.poll(async () => (await kept.lines('Samtal')).length).toBe(1);
  await expect.poll(async () => (await kept.messages(`${DUPLICATE} goes on here`)).length).toBe(1);
  expect(await findings(window)).toEqual([]);

  await ticket.pane().getByTestId('duplicates').getByRole('button', { name: DUPLICATE }).click();
  const banner = ticket.pane().getByTestId('duplicate-banner');
  await expect(banner).toContainText(`Duplicate of S-${kept.id} ${TICKET}.`);
  expect(await findings(window)).toEqual([]);
  await banner.getByRole('button', { name: 'Undo the merge' }).click();
  await expect(banner).toHaveCount(0);
  const duplicate = await ticketOnPortal(portal, DUPLICATE);
  await expect.poll(async () => (await duplicate.lines('Samtal')).length).toBe(1);
  await expect.poll(async () => (await kept.messages('The merge was taken back')).length).toBe(1);
});

test('of two chosen tickets the earlier one is proposed as kept, and a running timer is in the way', async ({
  launch,
  portal,
}) => {
  const fyra = await launch();
  await fyra.welcome.connect(portal);
  const { queue, ticket, window } = fyra;
  const dialog = new LinkDialog(window);
  await registerDuplicate(fyra);
  await fyra.startTimerOn(DUPLICATE);
  await queue.row(TICKET).click({ modifiers: ['Control'] });
  await queue.row(DUPLICATE).click({ modifiers: ['Control'] });
  await queue.chosenBar().getByRole('button', { name: 'Merge …' }).click();
  await expect(dialog.candidate(TICKET)).toBeChecked();
  await expect(dialog.refusal()).toContainText('A timer runs on');
  expect(await findings(window)).toEqual([]);
  await dialog.refusal().getByRole('button', { name: 'Stop the timer' }).click();
  await expect(fyra.stopDialog.dialog()).toBeVisible();
  await expect(ticket.pane()).toBeVisible();
});

/** A ticket of the same customer about the same matter, in view. */
async function registerDuplicate(fyra: Workbench): Promise<void> {
  const register = fyra.registerDialog;
  await register.open();
  await register.write({ title: DUPLICATE, customer: 'Gutarnas Ullspinneri AB', description: '' });
  await register.timer().uncheck();
  await register.submit();
  await expect(fyra.ticket.heading(DUPLICATE)).toBeVisible();
}
