import { openBrowser } from './support/real-browser';
import { expect, test } from './support/test';

const MINUTE = 60_000;

/** A customer's ticket with no time on it yet, and one on which a colleague has worked for 2 h 50. */
const FRESH_TICKET = 'Kassan i butiken startar inte';
const WORKED_TICKET = 'Moms saknas på faktura INV/2026/00042';

test('the small window stands in for the main one, with the same figures, and never takes the keyboard', async ({
  launch,
}) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(FRESH_TICKET);
  await fyra.ticket.startTimer();
  await fyra.app.passTime(47 * MINUTE);
  expect(fyra.app.electron.windows()).toHaveLength(1);

  await fyra.app.minimise();
  const floating = await fyra.floatingTimer();
  await expect.poll(() => floating.isInSight()).toBe(true);
  expect(await fyra.app.hasKeyboard(floating.window)).toBe(false);
  await expect(floating.timer()).toContainText(`S-1054${FRESH_TICKET}`);
  await expect(floating.elapsed()).toHaveText(/^0:47:/);
  await expect(floating.meter()).toContainText(/47.min of 4.h · 3.h.13 left/);

  await floating.button('Pause').click();
  await expect(floating.timer()).toContainText('Paused');
  const paused = await floating.elapsed().textContent();
  await fyra.app.passTime(10 * MINUTE);
  await expect(floating.elapsed()).toHaveText(paused ?? '');
  await floating.button('Resume').click();
  await fyra.app.passTime(5 * MINUTE);
  await expect(floating.elapsed()).toHaveText(/^0:52:/);

  await floating.button('Show Fyra').click();
  await expect.poll(() => floating.isInSight()).toBe(false);
  expect(await fyra.app.isInSight(fyra.window)).toBe(true);
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:52:/);
});

test('it warns in words as the bar does, at a threshold and at the limit', async ({ launch }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(WORKED_TICKET);
  await fyra.ticket.startTimer();
  await fyra.app.minimise();
  const floating = await fyra.floatingTimer();
  await expect(floating.meter()).toHaveAttribute('data-level', 'calm');

  await fyra.app.passTime(11 * MINUTE);
  await expect(floating.meter()).toContainText('Nearing the limit');
  await expect(floating.meter()).toContainText('59 min left');
  await fyra.app.passTime(70 * MINUTE);
  await expect(floating.meter()).toHaveAttribute('data-level', 'reached');
  await expect(floating.meter()).toContainText('11 min over the limit');
});

test('it switches to another timer by keyboard alone', async ({ launch }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await expect(fyra.queue.row(FRESH_TICKET)).toBeVisible();
  await fyra.startTimerOn(FRESH_TICKET);
  await fyra.app.passTime(5 * MINUTE);
  await fyra.startTimerOn(WORKED_TICKET);
  await fyra.app.minimise();
  const floating = await fyra.floatingTimer();
  await expect(floating.timer()).toContainText('S-1041');
  const lowEdge = async () => {
    const { y, height } = await fyra.app.boundsOf(floating.window);
    return y + height;
  };
  const workArea = await fyra.app.workArea();
  const inTheCorner = workArea.y + workArea.height - 16;
  await expect.poll(lowEdge).toBe(inTheCorner);

  await floating.switchButton().focus();
  await floating.window.keyboard.press('Enter');
  await expect(floating.others()).toHaveCount(1);
  await expect(floating.others()).toBeFocused();
  // It has grown by the list, upwards: it stands at the lower edge of the screen.
  await expect.poll(() => floating.isWhole()).toBe(true);
  await expect.poll(lowEdge).toBe(inTheCorner);

  await floating.window.keyboard.press('Escape');
  await expect(floating.others()).toHaveCount(0);
  await expect(floating.switchButton()).toBeFocused();
  await floating.window.keyboard.press('Enter');
  await expect(floating.others()).toBeFocused();
  await floating.window.keyboard.press('Enter');
  await expect(floating.timer()).toContainText('S-1054');
  await expect(floating.elapsed()).toHaveText(/^0:05:/);
  await expect.poll(() => fyra.app.trayTooltip()).toContain('S-1054');
});

test('stop and screen dump go on in the main window', async ({ launch, folder }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(FRESH_TICKET);
  await fyra.ticket.startTimer();
  await fyra.app.minimise();
  const floating = await fyra.floatingTimer();

  await floating.button('Stop …').click();
  await expect(fyra.stopDialog.dialog()).toBeVisible();
  await expect.poll(() => floating.isInSight()).toBe(false);
  await fyra.window.keyboard.press('Escape');
  await expect(fyra.stopDialog.dialog()).toBeHidden();

  await fyra.app.minimise();
  await expect.poll(() => floating.isInSight()).toBe(true);
  const browser = await openBrowser(folder);
  const picker = await fyra.captureDialog.pickerOpenedBy(() => floating.button('Take screen dump').click());
  await fyra.captureDialog.drawOn(picker, { x: 20, y: 20 }, { x: 420, y: 320 });
  await expect(fyra.captureEditor.canvas()).toBeVisible();
  await browser.close();
  await expect.poll(() => floating.isInSight()).toBe(false);
});

test('it stands where it was put, and in the corner when that place is gone', async ({ launch }) => {
  const first = await launch();
  await first.welcome.startPractising();
  await first.queue.open(FRESH_TICKET);
  await first.ticket.startTimer();
  await first.app.minimise();
  const floating = await first.floatingTimer();
  await expect.poll(() => floating.isInSight()).toBe(true);
  await first.app.move(floating.window, 200, 150);
  await first.app.close();

  const second = await launch();
  await expect(second.timerBar.pausedMenu()).toBeVisible();
  await second.app.minimise();
  const again = await second.floatingTimer();
  await expect.poll(() => again.isInSight()).toBe(true);
  await expect.poll(() => second.app.boundsOf(again.window)).toMatchObject({ x: 200, y: 150 });

  // As far away as a display that has been taken off.
  await second.app.move(again.window, 20_000, 150);
  await again.button('Show Fyra').click();
  await expect.poll(() => again.isInSight()).toBe(false);
  await second.app.minimise();
  await expect.poll(() => again.isInSight()).toBe(true);
  const workArea = await second.app.workArea();
  const rightEdge = async () => {
    const { x, width } = await second.app.boundsOf(again.window);
    return x + width;
  };
  await expect.poll(rightEdge).toBe(workArea.x + workArea.width - 16);
});

test('it is there always or never when that is chosen, and never before a timer was started', async ({ launch }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await expect(fyra.queue.row(FRESH_TICKET)).toBeVisible();
  await fyra.choose({ floatingWindow: 'always' });
  expect(fyra.app.electron.windows()).toHaveLength(1);
  await fyra.startTimerOn(FRESH_TICKET);
  const floating = await fyra.floatingTimer();
  await expect.poll(() => floating.isInSight()).toBe(true);
  expect(await fyra.app.isInSight(fyra.window)).toBe(true);

  await fyra.choose({ floatingWindow: 'never' });
  await expect.poll(() => floating.isInSight()).toBe(false);
  await fyra.app.minimise();
  expect(await floating.isInSight()).toBe(false);
});
