import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findings } from './support/axe';
import { expect, test } from './support/test';

const TICKET = 'Kassan i butiken startar inte';
const PRACTICE = 'Practice portal';
const MINUTE = 60_000;

test('another portal shows nothing of the one before, and each is gone back to with one click and its time', async ({
  launch,
  portal,
  faultProxy,
}) => {
  const fyra = await launch();
  const { window, portals, queue } = fyra;
  await fyra.practise();
  await queue.open(TICKET);
  await fyra.startTimerOn(TICKET);
  await fyra.app.passTime(10 * MINUTE);

  await portals.openSettings();
  await expect(window.getByText('is paused when you open another portal')).toBeVisible();
  await portals.connectAnother();
  await expect(fyra.welcome.heading()).toBeVisible();
  await expect(window.getByText('was paused. Its time is kept')).toBeVisible();
  await expect(portals.unsent(PRACTICE)).toContainText('1 paused timer');
  expect(await findings(window)).toEqual([]);

  // The first sync of the other one brings nothing: whatever shows now is of the one before.
  faultProxy.inject({ kind: 'lose-request' }, { path: '/project.task/search_read', times: 1_000 });
  await fyra.welcome.connect({ ...portal, address: faultProxy.address.href });
  await expect(fyra.statusBar.bar().locator('[data-connection="unreachable"]')).toBeVisible();
  await expect(fyra.statusBar.bar()).toContainText(faultProxy.address.host);
  await expect(queue.rows()).toHaveCount(0);
  await expect(window.getByRole('heading', { name: 'No tickets have come yet' })).toBeVisible();
  await expect(window.getByText(TICKET)).toHaveCount(0);
  await expect(fyra.timerBar.bar()).not.toContainText('S-');
  await fyra.app.passTime(10 * MINUTE);

  await portals.openSettings();
  await portals.open(PRACTICE);
  await expect(queue.row(TICKET)).toBeVisible();
  await fyra.statusBar.bar().getByText(PRACTICE).waitFor();
  await expect(fyra.timerBar.bar()).toContainText('1 paused');
  await expect(fyra.unknownTime()).toHaveText('');
  await fyra.timerBar.resume('S-1054');
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:10:/);

  // Its key is known as long as the app runs.
  faultProxy.clear();
  await portals.openSettings();
  await portals.open(faultProxy.address.host);
  await expect(fyra.statusBar.bar()).toContainText(faultProxy.address.host);
  await expect(queue.row(TICKET)).toBeVisible();
});

test('a portal is removed once what was not sent is in an export, and practising begins anew', async ({
  launch,
  portal,
  folder,
}) => {
  const fyra = await launch();
  const { window, portals } = fyra;
  const name = new URL(portal.address).host;
  const kept = () => readdirSync(join(folder, 'user-data', 'portals'));
  await fyra.welcome.connect(portal);
  await expect(fyra.queue.row(TICKET)).toBeVisible();
  await fyra.statusBar.switchOffline(true);
  await fyra.writeLineOn(TICKET, await fyra.today(), 30 * 60);

  await portals.openSettings();
  await portals.askToRemove(name);
  const dialog = portals.dialog();
  await expect(dialog.getByTestId('unsent-work')).toContainText('30 min in 1 line');
  await expect(portals.sure()).toBeDisabled();
  expect(await findings(window)).toEqual([]);
  const written = join(folder, 'export');
  await fyra.app.answerSaveDialog(written);
  await portals.export();
  await expect(dialog.getByText(`Everything is written to ${written}`)).toBeVisible();
  expect(readFileSync(join(written, 'tables', 'timesheet_line.json'), 'utf8')).toContain('1800');
  await expect(portals.removeButton()).toBeDisabled();
  await portals.sure().check();
  await portals.removeButton().click();
  await expect(fyra.welcome.heading()).toBeVisible();
  await expect(window.getByText(`${name} is removed`)).toBeVisible();
  expect(kept()).toEqual([]);
  expect(existsSync(written)).toBe(true);

  await fyra.welcome.startPractising();
  await fyra.statusBar.switchOffline(false);
  await expect(fyra.queue.row(TICKET)).toBeVisible();
  await portals.openSettings();
  await portals.askToRemove(PRACTICE);
  await portals.sure().check();
  await portals.removeButton().click();
  await expect(fyra.welcome.heading()).toBeVisible();
  expect(kept()).toEqual([]);
  expect(existsSync(join(folder, 'user-data', 'practice'))).toBe(false);
  await fyra.welcome.startPractising();
  await expect(fyra.queue.row(TICKET)).toBeVisible();
});
