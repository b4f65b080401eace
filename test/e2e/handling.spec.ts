import { HandlingDialog } from './pages/handling-dialog';
import { findings } from './support/axe';
import { ticketOnPortal } from './support/portal-bench';
import { expect, test } from './support/test';

const TICKET = 'Garnnystan säljs i fel enhet';

test('a ticket is escalated, accepted, confirmed and moved to second line', async ({ launch, portal }) => {
  const fyra = await launch();
  await fyra.welcome.connect(portal);
  await fyra.queue.open(TICKET);
  const { ticket, window } = fyra;
  const handling = new HandlingDialog(window);
  const escalation = ticket.pane().getByTestId('escalation');
  const onPortal = await ticketOnPortal(portal, TICKET);
  const placeInQueue = async () => {
    const rows = await fyra.queue.rows().allInnerTexts();
    return rows.findIndex((text) => text.includes(TICKET));
  };
  const before = await placeInQueue();

  await escalation.getByRole('button', { name: 'Escalate …' }).click();
  await handling.escalate('Anna Berg', 'Allt garn säljs per styck i butiken.');
  await expect(escalation).toContainText('Requested');
  await expect.poll(placeInQueue).toBeLessThan(before);

  await escalation.getByRole('button', { name: 'Accept …' }).click();
  await handling.accept('Vi arbetar till 20 om det behövs.');
  await expect(handling.confirmation()).toHaveValue(/^Hej Anna Berg!.*Ärendet är eskalerat/s);
  await expect(handling.confirmation()).toBeFocused();
  expect(await findings(window)).toEqual([]);
  await handling.sendConfirmation();
  await expect(escalation).toContainText('Accepted');
  // Two others were accepted before.
  await expect.poll(placeInQueue).toBe(2);
  await expect.poll(async () => (await onPortal.messages('Ärendet är eskalerat')).length).toBe(1);
  await expect.poll(async () => (await onPortal.messages('The escalation was accepted')).length).toBe(1);

  const target = ticket.pane().getByTestId('target');
  await expect(target).toContainText('past the target');
  await fyra.command('second line');
  await handling.giveReason(/ to second line$/, 'Enheten sitter i en anpassning.');
  await expect(ticket.pane().getByTestId('support-line')).toHaveText('Second line');
  await expect(target).toContainText('of working time left');
  await expect(ticket.pane().getByRole('list', { name: 'History' })).toContainText('Enheten sitter i en anpassning.');
  expect(await findings(window)).toEqual([]);
  await fyra.undo('S-1039 is in second line.');
  await expect(target).toContainText('past the target');
});
