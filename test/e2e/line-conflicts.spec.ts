import { join } from 'node:path';
import Database from 'better-sqlite3';
import { findings } from './support/axe';
import { json2 } from './support/json2';
import { ticketOnPortal } from './support/portal-bench';
import { expect, test } from './support/test';
import { quietWorkingDay } from './support/working-day';

const TICKET = 'Kassan i butiken startar inte';
const TEXTS = ['Bytte kabel', 'Ringde kunden', 'Läste loggen'] as const;

test('lines that the office changed, validated and deleted meanwhile are decided, and the decision taken back', async ({
  folder,
  portal,
  faultProxy,
  connectThroughProxy,
}) => {
  const fyra = await connectThroughProxy();
  const { syncPage, timesheet: sheet } = fyra;
  await sheet.openOn(quietWorkingDay());
  for (const description of TEXTS) {
    await sheet.addLine({ ticket: TICKET, time: '30min', description });
    await expect(sheet.row(description)).toContainText('Sent');
  }
  const onPortal = await ticketOnPortal(portal, TICKET);
  const idOf = async (text: string) => (await onPortal.lines(text))[0]?.id ?? 0;
  const [changed, locked, gone] = [await idOf(TEXTS[0]), await idOf(TEXTS[1]), await idOf(TEXTS[2])];

  faultProxy.setOffline(true);
  for (const description of TEXTS) {
    await sheet.choose(description);
    await sheet.retype('45min');
    await expect(sheet.row(description)).toContainText(/45\smin/);
  }
  await json2(portal, 'account.analytic.line', 'write', { ids: [changed], vals: { unit_amount: 1 } });
  await json2(portal, 'account.analytic.line', 'unlink', { ids: [gone] });
  // Only an approver's hand in the office's own program does this; there is no request for it.
  const file = new Database(join(folder, 'portal.sqlite'));
  file
    .prepare(`UPDATE record SET "values" = json_set("values", '$.validated', json('true')) WHERE id = ?
    AND model = 'account.analytic.line'`)
    .run(locked);
  file.close();
  faultProxy.setOffline(false);

  await syncPage.open();
  await syncPage.syncNow();
  const ofChanged = syncPage.conflict('Yours stands');
  const ofLocked = syncPage.conflict('validated or invoiced');
  const ofGone = syncPage.conflict('deleted on the portal');
  await expect(ofChanged).toContainText(/Before.*30\smin.*Yours.*45\smin.*The portal’s.*1\sh/);
  await expect(ofLocked).toContainText(/Yours.*45\smin.*The portal’s.*30\smin/);
  await expect(ofGone).toContainText(/Yours.*45\smin.*The portal’s.*Deleted/);
  await expect(syncPage.emptyOutbox()).toBeVisible();
  await expect(fyra.statusBar.bar()).toContainText('3 conflicts');
  expect(await findings(fyra.window)).toEqual([]);

  const hoursOf = async (text: string) => (await onPortal.lines(text)).map((line) => line.unit_amount).toSorted();
  await ofLocked.getByRole('button', { name: /^Record the difference, 15\smin/ }).click();
  await expect(ofLocked).toHaveCount(0);
  await expect.poll(() => hoursOf(TEXTS[1])).toEqual([0.25, 0.5]);
  await fyra.undo('15 min stands as a line of its own.');
  await expect(ofLocked).toBeVisible();
  await expect.poll(() => hoursOf(TEXTS[1])).toEqual([0.5]);

  await ofChanged.getByRole('button', { name: /^Use the portal’s instead/ }).click();
  await expect.poll(() => hoursOf(TEXTS[0])).toEqual([1]);
  await ofGone.getByRole('button', { name: /^Send again as a new line/ }).click();
  await expect.poll(() => hoursOf(TEXTS[2])).toEqual([0.75]);
  await ofLocked.getByRole('button', { name: /^Leave the portal’s/ }).click();
  await expect(syncPage.conflicts()).toHaveCount(0);
  await expect(fyra.statusBar.bar()).not.toContainText('conflict');
});
