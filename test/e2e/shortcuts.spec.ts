import { join } from 'node:path';
import { ShortcutSettings } from './pages/shortcut-settings';
import { takeKeys } from './support/other-program';
import { openBrowser } from './support/real-browser';
import { expect, test } from './support/test';

const FRESH_TICKET = 'Kassan i butiken startar inte';
const WORKED_TICKET = 'Moms saknas på faktura INV/2026/00042';

test('keys that another program has are told of, and can be changed by keyboard alone', async ({ launch, folder }) => {
  const giveBack = await takeKeys('Control+Alt+Shift+P', join(folder, 'other-program'));
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await expect(fyra.queue.rows().first()).toBeVisible();
  await fyra.goTo('/settings');
  const settings = new ShortcutSettings(fyra.window);
  await expect(settings.row('stop')).toContainText('Works in every program');
  await expect(settings.row('toggle')).toContainText('Another program already has these keys.');

  const { keyboard } = fyra.window;
  await settings.button('toggle', 'Change').focus();
  await keyboard.press('Enter');
  await expect(settings.row('toggle')).toContainText('Press the new keys.');
  await keyboard.press('Control+KeyC');
  await expect(settings.row('toggle')).toContainText('Most programs use those keys themselves.');
  // What another action has does not do what it does while keys are recorded: it is told of.
  await keyboard.press('Control+Alt+Shift+KeyS');
  await expect(settings.row('toggle')).toContainText('Another line here has those keys.');
  await keyboard.press('Control+Alt+KeyJ');
  await expect(settings.row('toggle')).toContainText('CtrlAltJ');
  await expect(settings.row('toggle')).toHaveAttribute('data-status', 'registered');

  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(settings.row('toggle')).toHaveAttribute('data-status', 'off');
  await giveBack();
  await settings.button('toggle', 'Restore').press('Enter');
  await expect(settings.row('toggle')).toHaveAttribute('data-status', 'registered');
  await expect(settings.row('toggle')).toContainText('CtrlAltShiftP');
});

test('two actions with the same keys are a conflict, told at the one that does not get them', async ({ launch }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await expect(fyra.queue.rows().first()).toBeVisible();
  await fyra.choose({
    shortcuts: { toggle: 'Alt+F9', stop: 'F9+Alt', switch: '', show: 'Option+F9', capture: 'Control+P' },
  });
  await fyra.goTo('/settings');
  const settings = new ShortcutSettings(fyra.window);
  await expect(settings.row('toggle')).toHaveAttribute('data-status', 'registered');
  await expect(settings.row('stop')).toContainText('These keys cannot be read.');
  await expect(settings.row('switch')).toHaveAttribute('data-status', 'off');
  await expect(settings.row('show')).toContainText('Same keys as “Pause or resume”');
  await expect(settings.row('capture')).toContainText('Most programs use those keys themselves.');
});

test('the keys pause, resume, switch, stop and show, wherever the window is', async ({ launch, folder }) => {
  const fyra = await launch();
  const { app } = fyra;
  await fyra.welcome.startPractising();
  await expect(fyra.queue.row(FRESH_TICKET)).toBeVisible();
  await fyra.goTo('/settings');
  await expect(new ShortcutSettings(fyra.window).row('toggle')).toHaveAttribute('data-status', 'registered');
  await fyra.startTimerOn(FRESH_TICKET);
  await fyra.startTimerOn(WORKED_TICKET);
  await app.minimise();

  await app.pressShortcut('toggle');
  await expect.poll(() => app.trayIcon()).toBe('paused');
  await app.pressShortcut('toggle');
  await expect.poll(() => app.trayTooltip()).toContain('S-1041');
  await expect.poll(() => app.trayIcon()).toBe('running');
  await app.pressShortcut('switch');
  await expect.poll(() => app.trayTooltip()).toContain('S-1054');
  await app.pressShortcut('switch');
  await expect.poll(() => app.trayTooltip()).toContain('S-1041');
  expect(await app.isMinimised()).toBe(true);

  await app.pressShortcut('stop');
  await expect(fyra.stopDialog.dialog()).toBeVisible();
  expect(await app.isMinimised()).toBe(false);
  await fyra.window.keyboard.press('Escape');
  await app.minimise();
  await app.pressShortcut('show');
  await expect.poll(() => app.isMinimised()).toBe(false);
  await app.minimise();
  const browser = await openBrowser(folder);
  const picker = await fyra.captureDialog.pickerOpenedBy(() => app.pressShortcut('capture'));
  await fyra.captureDialog.pressAndClose(picker, 'Escape');
  // Whoever breaks it off stays where they are.
  expect(await app.isMinimised()).toBe(true);
  await browser.close();
});
