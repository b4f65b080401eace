import { findings } from './support/axe';
import { expect, test } from './support/test';

test('several tickets are chosen and changed by keyboard, and go back together', async ({ launch }) => {
  const fyra = await launch();
  await fyra.practise();
  const { queue, window } = fyra;
  await expect(queue.rows().first()).toBeVisible();
  // What is due counts down meanwhile: which tickets there are, in which order, is what comes back.
  const before = await queue.numbers();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('x');
  await window.keyboard.press('Shift+ArrowDown');
  await expect(queue.chosen()).toHaveCount(2);
  await expect(queue.chosenBar()).toContainText('2 tickets chosen');
  expect(await findings(window)).toEqual([]);
  await queue.moveChosenTo('Väntar på kund');
  await expect(queue.chosenBar()).toBeHidden();
  await queue.showView('Waiting');
  await expect(queue.row('Kassan i butiken startar inte')).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(queue.row('Kassan i butiken startar inte')).toHaveCount(0);
  await queue.showView('Working');
  await expect.poll(() => queue.numbers()).toEqual(before);
});

test('words find a ticket in what is written on it, and a filter is saved, used and removed', async ({ launch }) => {
  const fyra = await launch();
  await fyra.practise();
  const { queue, window } = fyra;
  await expect(queue.rows().first()).toBeVisible();
  await queue.search('medicines');
  await expect(queue.rows()).toHaveCount(1);
  await expect(queue.rows().first()).toContainText('Description:');
  await expect(queue.marks()).toHaveText(['medicines']);
  expect(await findings(window)).toEqual([]);
  await window.getByRole('button', { name: 'Clear search' }).click();
  await expect(queue.searchBox()).toHaveValue('');
  await expect(queue.searchBox()).toBeFocused();

  await window.keyboard.press('Escape');
  await window.keyboard.press('f');
  await queue.filters().getByLabel('Time-critical only').check();
  await queue.filters().getByLabel('Name of this filter').fill('Bråttom');
  await window.keyboard.press('Enter');
  await expect(queue.filters().getByRole('button', { name: 'Bråttom', exact: true })).toBeVisible();
  expect(await findings(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Clear filter' }).click();
  await expect(queue.rows().filter({ hasText: 'In turn' })).not.toHaveCount(0);
  await window.getByRole('button', { name: 'Filter', exact: true }).click();
  await queue.filters().getByRole('button', { name: 'Bråttom', exact: true }).click();
  await expect(queue.rows().filter({ hasText: 'In turn' })).toHaveCount(0);
  await window.keyboard.press('f');
  await queue.filters().getByRole('button', { name: 'Remove Bråttom' }).click();
  await expect(queue.filters().getByRole('button', { name: 'Bråttom', exact: true })).toHaveCount(0);
  await fyra.undo('The filter Bråttom was removed.');
  await window.getByRole('button', { name: 'Filter', exact: true }).click();
  await expect(queue.filters().getByRole('button', { name: 'Bråttom', exact: true })).toBeVisible();
});

test('a ticket that is opened far down the list by keyboard is scrolled to', async ({ launch }) => {
  const fyra = await launch();
  await fyra.practise();
  const { queue, window } = fyra;
  await expect(queue.rows().first()).toBeVisible();
  await queue.showView('All');
  await queue.rows().first().click();
  await window.keyboard.press('End');
  await expect.poll(() => queue.scrolledPx()).toBeGreaterThan(0);
  await expect(queue.rows().last()).toBeInViewport();
});
