import { expect, test } from './support/test';
import { aheadToAfternoon } from './support/working-day';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A ticket of the practice portal of a customer who pays by the hour, with no time on it yet. */
const FRESH_TICKET = 'Kassan i butiken startar inte';

test('a timer runs, pauses, resumes and becomes a timesheet line', async ({ launch }) => {
  // Not at night: work over midnight becomes two lines.
  const fyra = await launch({ clockAheadMs: aheadToAfternoon() });
  await fyra.welcome.startPractising();
  await fyra.queue.open(FRESH_TICKET);
  await fyra.ticket.startTimer();
  await fyra.app.passTime(10 * MINUTE);
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:10:0\d$/);

  await fyra.timerBar.pause();
  await expect(fyra.timerBar.pausedMenu()).toBeVisible();
  await fyra.app.passTime(30 * MINUTE);
  await fyra.timerBar.resume('S-1054');
  await fyra.app.passTime(5 * MINUTE);
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:15:\d\d$/);

  await fyra.timerBar.stop();
  await fyra.stopDialog.describe('Printer rules checked');
  await fyra.stopDialog.save();
  await fyra.ticket.showTab('Time');
  await expect(fyra.ticket.line('Printer rules checked')).toContainText('15 min');
  await expect(fyra.ticket.line('Printer rules checked')).toContainText('Sent');
});

test('warns at 3 h, 3 h 30, 3 h 45 and 4 h, once each, in the window, on the desktop and on the tray, and runs on', async ({
  launch,
}) => {
  const fyra = await launch();
  // Which of them come due while time passes depends on the hour of the day.
  await fyra.choose({ notifyTargets: false });
  await fyra.welcome.startPractising();
  await fyra.queue.open(FRESH_TICKET);
  await fyra.ticket.startTimer();
  await fyra.app.passTime(3 * HOUR - MINUTE);
  expect(await fyra.app.warnings()).toEqual([]);
  expect(await fyra.app.trayIcon()).toBe('running');

  await fyra.app.passTime(2 * MINUTE);
  await expect(fyra.warning()).toContainText('S-1054');
  await expect.poll(() => fyra.app.trayIcon()).toBe('warning');
  await expect.poll(() => fyra.app.shownNotifications()).toEqual(['S-1054: the four-hour rule']);
  await expect.poll(() => fyra.app.trayTooltip()).toMatch(/S-1054 · 3 h 0\d · 5\d min left/);
  await fyra.app.passTime(30 * MINUTE);
  await fyra.app.passTime(15 * MINUTE);
  await fyra.app.passTime(15 * MINUTE);
  await expect(fyra.warning()).toContainText('the limit is reached');
  expect((await fyra.app.warnings()).map(({ thresholdPermille }) => thresholdPermille)).toEqual([750, 875, 938, 1000]);
  await expect.poll(async () => (await fyra.app.shownNotifications()).length).toBe(4);

  await fyra.app.passTime(5 * MINUTE);
  await expect(fyra.timerBar.elapsed()).toHaveText(/^4:0[67]:/);
});

test('a timer stopped without a description keeps its time here until the work is described', async ({ launch }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(FRESH_TICKET);
  await fyra.ticket.startTimer();
  await fyra.app.passTime(7 * MINUTE);
  await fyra.timerBar.stop();
  await fyra.stopDialog.save();
  await fyra.ticket.showTab('Time');
  await expect(fyra.ticket.line('No description')).toContainText('Needs a description');

  await fyra.ticket.describeLine('Label printer replaced');
  await expect(fyra.ticket.line('Label printer replaced')).toContainText('Sent');
});

test('the queue is worked by keyboard alone', async ({ launch }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await expect(fyra.queue.rows().first()).toBeVisible();
  await fyra.window.keyboard.press('/');
  await fyra.window.keyboard.type('kassan i butiken');
  await expect(fyra.queue.rows()).toHaveCount(1);
  await fyra.window.keyboard.press('ArrowDown');
  await expect(fyra.queue.list().getByRole('option', { selected: true })).toContainText('S-1054');
  await fyra.window.keyboard.press('Space');
  await expect(fyra.timerBar.bar()).toContainText('S-1054');
  await fyra.window.keyboard.press('Enter');
  await expect(fyra.ticket.heading(FRESH_TICKET)).toBeVisible();
});
