import { findings } from './support/axe';
import { expect, test } from './support/test';

test('the first Ctrl+K opens the palette like every later one, and Escape gives the keyboard back', async ({
  launch,
}) => {
  const fyra = await launch();
  await fyra.practise();
  const { window, queue, ticket } = fyra;
  const words = window.getByPlaceholder('Search command or ticket');
  await expect(queue.rows().first()).toBeVisible();
  await queue.searchBox().focus();
  for (const time of ['first', 'second']) {
    await window.keyboard.press('Control+k');
    await expect(words, time).toBeFocused();
    if (time === 'first') expect(await findings(window)).toEqual([]);
    await window.keyboard.press('Escape');
    await expect(words, time).toBeHidden();
    await expect(queue.searchBox(), time).toBeFocused();
  }
  await window.keyboard.press('Control+k');
  await words.fill('kassan i butiken');
  await expect(window.getByRole('button', { name: /Kassan i butiken startar inte/ })).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(ticket.pane()).toHaveAccessibleName('S-1054 Kassan i butiken startar inte');
});
