import { join } from 'node:path';
import { expect, test } from './support/test';

const MINUTE = 60_000;
const FRESH_TICKET = 'Kassan i butiken startar inte';
const RUNS_ON = 'The timer on S-1054 runs on';

test('closing the window while a timer runs hides it, says so once, and the timer runs on', async ({
  launch,
  folder,
}) => {
  const fyra = await launch();
  // Which of them come due while time passes depends on the hour of the day.
  await fyra.choose({ notifyTargets: false });
  await fyra.welcome.startPractising();
  await fyra.queue.open(FRESH_TICKET);
  await fyra.ticket.startTimer();

  await fyra.app.closeWindow();
  const floating = await fyra.floatingTimer();
  await expect.poll(() => floating.isInSight()).toBe(true);
  expect(await fyra.app.isInSight(fyra.window)).toBe(false);
  await expect.poll(() => fyra.app.shownNotifications()).toEqual([RUNS_ON]);
  await fyra.app.passTime(10 * MINUTE);
  await expect(floating.elapsed()).toHaveText(/^0:10:/);
  await expect.poll(() => fyra.app.trayTooltip()).toMatch(/^S-1054 · 10 min/);

  expect(await fyra.app.startSecondCopy(join(folder, 'user-data'))).toBe(0);
  await expect.poll(() => fyra.app.isInSight(fyra.window)).toBe(true);
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:10:/);
  await expect.poll(() => floating.isInSight()).toBe(false);

  await fyra.app.closeWindow();
  await expect.poll(() => floating.isInSight()).toBe(true);
  expect(await fyra.app.shownNotifications()).toEqual([RUNS_ON]);
});

test('quitting in the tray ends the app also while a timer runs, and pauses it', async ({ launch }) => {
  const first = await launch();
  await first.welcome.startPractising();
  await first.queue.open(FRESH_TICKET);
  await first.ticket.startTimer();
  await first.app.passTime(10 * MINUTE);
  await first.app.closeWindow();
  await first.floatingTimer();
  await first.app.endBy(() => first.app.chooseInTray('Quit'));

  const second = await launch({ clockAheadMs: 60 * MINUTE });
  await second.timerBar.resume('S-1054');
  await expect(second.timerBar.elapsed()).toHaveText(/^0:10:/);
});

test('closing the window without a running timer ends the app, paused timers and the small window or not', async ({
  launch,
}) => {
  const first = await launch();
  await first.welcome.startPractising();
  await expect(first.queue.row(FRESH_TICKET)).toBeVisible();
  await first.app.endBy(() => first.app.closeWindow());

  const second = await launch();
  await expect(second.queue.row(FRESH_TICKET)).toBeVisible();
  await second.choose({ floatingWindow: 'always' });
  await second.startTimerOn(FRESH_TICKET);
  const floating = await second.floatingTimer();
  await floating.button('Pause').click();
  await expect(second.timerBar.pausedMenu()).toBeVisible();
  await second.app.endBy(() => second.app.closeWindow());
});
