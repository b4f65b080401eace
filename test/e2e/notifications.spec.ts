import { expect, test } from './support/test';

const FRESH_TICKET = 'Kassan i butiken startar inte';
const MINUTE = 60_000;
const WORKED_TICKET = 'Moms saknas på faktura INV/2026/00042';
const TITLE = 'S-1041: the four-hour rule';

test('a warning on the desktop can be answered with pause or with open, while another program is in front', async ({
  launch,
}) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await expect(fyra.queue.row(WORKED_TICKET)).toBeVisible();
  await fyra.startTimerOn(WORKED_TICKET);
  await fyra.app.minimise();
  await fyra.app.passTime(11 * MINUTE);
  await expect.poll(() => fyra.app.shownNotifications()).toEqual([TITLE]);
  const [warning] = await fyra.app.notifications();
  expect(warning).toMatchObject({ actionIds: ['open', 'pause'], urgency: 'normal' });
  // Where the system shows no buttons a click opens, and the text says so.
  const hasButtons = process.platform !== 'linux';
  expect(warning?.buttons).toEqual(hasButtons ? ['Open', 'Pause'] : []);
  expect(warning?.body.endsWith('Click to open the ticket.')).toBe(!hasButtons);

  await fyra.app.answerNotification(TITLE, 'pause');
  await expect.poll(() => fyra.app.trayIcon()).toBe('paused');
  expect(await fyra.app.isMinimised()).toBe(true);

  await fyra.startTimerOn(WORKED_TICKET);
  await fyra.app.passTime(30 * MINUTE);
  await expect.poll(async () => (await fyra.app.shownNotifications()).length).toBe(2);
  await fyra.app.answerNotification(TITLE, 'open');
  await expect.poll(() => fyra.app.isMinimised()).toBe(false);
  await expect(fyra.ticket.heading(WORKED_TICKET)).toBeVisible();
});

test('circumstances: idle-question: an absence is asked about on the desktop, and a click on it answers nothing', async ({
  launch,
}) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await expect(fyra.queue.row(FRESH_TICKET)).toBeVisible();
  await fyra.startTimerOn(FRESH_TICKET);
  await fyra.app.minimise();
  const floating = await fyra.floatingTimer();
  await fyra.app.hear('lock');
  await fyra.app.passTime(25 * MINUTE);
  await fyra.app.hear('unlock');
  await expect.poll(() => fyra.app.shownNotifications()).toEqual(['S-1054: 25 min of unknown time']);
  await expect(floating.timer()).toContainText('1 question waits for an answer in Fyra');
  await expect(floating.elapsed()).toHaveText(/^0:00:/);

  await fyra.app.answerNotification('S-1054: 25 min of unknown time', 'show');
  await expect.poll(() => fyra.app.isMinimised()).toBe(false);
  await expect(fyra.unknownTime()).toContainText('25');
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:00:/);
});
