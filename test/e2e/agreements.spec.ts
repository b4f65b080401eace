import { AgreementsSection } from './pages/agreements-section';
import { findings } from './support/axe';
import { expect, test } from './support/test';

/** A ticket of the practice portal, of a customer on demand; a colleague has worked on it for 3 h 40. */
const TICKET = 'Plocksedlar skrivs ut i fel ordning';
const CUSTOMER = 'Kolmårdens Trävaror AB';

test('a typed agreement judges the recorded work of its ticket, and undo takes that back', async ({ launch }) => {
  const fyra = await launch();
  const agreements = new AgreementsSection(fyra.window);
  await fyra.practise();
  await fyra.queue.open(TICKET);
  await fyra.ticket.showTab('Time');
  await expect(fyra.ticket.linesOfVerdict('Chargeable')).not.toHaveCount(0);
  const before = await fyra.ticket.charge().innerText();
  expect(before).toMatch(/3\sh\s40\scharged/);

  await fyra.goTo('/settings');
  await agreements.choose(CUSTOMER);
  await expect(agreements.rows()).toHaveCount(1);
  await expect(agreements.rows()).toContainText("Portal's tags");
  await agreements.addMaintenance({ validFrom: '2026-02-01', validUntil: '2026-01-31' });
  await expect(agreements.section()).toContainText('not before the first');
  await agreements.section().getByLabel('Valid until').fill('');
  await agreements.save();
  await expect(agreements.rows()).toHaveCount(2);
  await expect(agreements.rows().last()).toContainText('Does not hold');
  expect(await findings(fyra.window)).toEqual([]);

  await fyra.syncPage.goToQueue();
  await fyra.queue.open(TICKET);
  await expect(fyra.ticket.pane()).toContainText('Maintenance and support');
  await fyra.ticket.showTab('Time');
  await expect(fyra.ticket.linesOfVerdict('Included')).not.toHaveCount(0);
  await expect(fyra.ticket.charge()).not.toHaveText(before);
  await fyra.undo('Recorded time is judged by it.');
  await expect(fyra.ticket.charge()).toHaveText(before);
  await expect(fyra.ticket.linesOfVerdict('Included')).toHaveCount(0);
});
