import { openBrowser } from './support/real-browser';
import { expect, test } from './support/test';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const FRESH_TICKET = 'Kassan i butiken startar inte';
const WORKED_TICKET = 'Moms saknas på faktura INV/2026/00042';
const ALWAYS = ['Show Fyra', 'Take a screen dump', 'Quit'];

test('the tray follows the timer, and its menu pauses, resumes, switches, stops and starts again', async ({
  launch,
}) => {
  const fyra = await launch();
  const { app } = fyra;
  await fyra.welcome.startPractising();
  await expect(fyra.queue.row(FRESH_TICKET)).toBeVisible();
  expect(await app.trayIcon()).toBe('idle');
  expect(await app.trayMenu()).toEqual(['Fyra – no timer is running', ...ALWAYS]);

  await fyra.startTimerOn(FRESH_TICKET);
  await expect.poll(() => app.trayIcon()).toBe('running');
  expect(await app.trayMenu()).toEqual(['S-1054 · 0 min · 4 h 00 left', 'Pause S-1054', 'Stop S-1054 …', ...ALWAYS]);

  await app.chooseInTray('Pause S-1054');
  await expect(fyra.timerBar.pausedMenu()).toBeVisible();
  await expect.poll(() => app.trayIcon()).toBe('paused');
  await expect.poll(() => app.trayMenu()).toContain(`Resume S-1054 ${FRESH_TICKET}`);

  await fyra.startTimerOn(WORKED_TICKET);
  await expect.poll(() => app.trayMenu()).toContain(`Switch to S-1054 ${FRESH_TICKET}`);
  await app.chooseInTray(`Switch to S-1054 ${FRESH_TICKET}`);
  await expect(fyra.timerBar.bar()).toContainText('S-1054');
  await expect.poll(() => app.trayMenu()).toContain(`Switch to S-1041 ${WORKED_TICKET}`);

  await app.chooseInTray('Stop S-1054 …');
  await fyra.stopDialog.describe('Kassan startad om');
  await fyra.stopDialog.save();
  await expect.poll(() => app.trayMenu()).toContain(`Start on S-1054 ${FRESH_TICKET}`);
  await app.chooseInTray(`Start on S-1054 ${FRESH_TICKET}`);
  await expect(fyra.timerBar.bar()).toContainText('S-1054');
});

test('the tray shows a warning and the limit, each with a picture of its own', async ({ launch }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(FRESH_TICKET);
  await fyra.ticket.startTimer();
  await fyra.app.passTime(3 * HOUR + MINUTE);
  await expect.poll(() => fyra.app.trayIcon()).toBe('warning');
  await fyra.app.passTime(HOUR);
  await expect.poll(() => fyra.app.trayIcon()).toBe('limit');
  expect(await fyra.app.trayTooltip()).toMatch(/^S-1054 · 4 h 0\d · limit reached$/);
});

test('a screen dump from the tray is a region at once, and the workbench comes up with the picture', async ({
  launch,
  folder,
}) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await expect(fyra.queue.row(FRESH_TICKET)).toBeVisible();
  await fyra.app.minimise();
  const browser = await openBrowser(folder);
  const picker = await fyra.captureDialog.pickerOpenedBy(() => fyra.app.chooseInTray('Take a screen dump'));
  expect(await fyra.app.isMinimised()).toBe(true);
  await fyra.captureDialog.drawOn(picker, { x: 20, y: 20 }, { x: 320, y: 220 });
  await expect(fyra.captureEditor.canvas()).toBeVisible();
  await browser.close();
  expect(await fyra.app.isInSight(fyra.window)).toBe(true);
});
