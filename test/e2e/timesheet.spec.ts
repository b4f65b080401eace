import { json2 } from './support/json2';
import { ticketOnPortal } from './support/portal-bench';
import { expect, test } from './support/test';
import { aheadToAfternoon, quietWorkingDay } from './support/working-day';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A ticket of the practice portal of a customer who pays by the hour, with no time on it yet. */
const TICKET = 'Kassan i butiken startar inte';
const NUMBER = 'S-1054';

test('a line typed as people say it is sent, and a change of it changes the same line on the portal', async ({
  launch,
}) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  const sheet = fyra.timesheet;
  await sheet.openOn(quietWorkingDay());
  await sheet.startLine({ ticket: TICKET, time: '90', description: 'Bytte kabel i kassan' });
  await expect(sheet.reading()).toContainText('Minutes or hours? Do you mean:');
  await sheet.time().fill('9:15');
  await expect(sheet.reading()).toContainText('9 h 15');
  await sheet.time().fill('0915-1045');
  await expect(sheet.reading()).toContainText('09:15–10:45, 1 h 30');
  await sheet.save();
  const row = sheet.row('Bytte kabel i kassan');
  await expect(row).toContainText('09:15–10:45');
  await expect(row).toContainText('Chargeable');
  await expect(row).toContainText('Sent');
  await expect(sheet.total('day', 'worked')).toHaveText(/^1\sh\s30$/);
  await expect(sheet.total('day', 'notYetSent')).toHaveText(/^0\smin$/);

  const ticket = await ticketOnPortal(await fyra.app.practicePortal(), TICKET);
  const [sent, ...others] = await ticket.lines('Bytte kabel i kassan');
  expect([sent?.unit_amount, others.length]).toEqual([1.5, 0]);

  await sheet.choose('Bytte kabel i kassan');
  await sheet.retype('9:15-10');
  await expect(row).toContainText('45 min');
  await expect
    .poll(async () => (await ticket.lines('Bytte kabel i kassan')).map((line) => line.unit_amount))
    .toEqual([0.75]);
  expect((await ticket.lines('Bytte kabel i kassan')).map(({ id }) => id)).toEqual([sent?.id]);
  await expect(row).toContainText('Sent');
});

test('an overlap is refused with a cut, which can be taken', async ({ launch }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  const sheet = fyra.timesheet;
  await sheet.openOn(quietWorkingDay());
  await sheet.addLine({ ticket: TICKET, time: '9-10', description: 'Första' });
  await sheet.startLine({ ticket: TICKET, time: '9:30-11', description: 'Andra' });
  await expect(sheet.overlap()).toContainText(`That time is taken: ${NUMBER} 09:00–10:00.`);
  await expect(sheet.overlap()).toContainText('What is left is 10:00–11:00');
  await sheet.press('Control+Enter');
  await expect(sheet.form()).toBeVisible();
  await sheet.takeCut();
  await expect(sheet.row('Andra')).toContainText('10:00–11:00');
  await expect(sheet.row('Första')).toContainText('09:00–10:00');

  await sheet.startLine({ ticket: TICKET, time: '9:15-9:45', description: 'Tredje' });
  await expect(sheet.overlap()).toContainText('Nothing is left of it.');
});

test('a line is split, merged again, and both are taken back, by keyboard alone', async ({ launch }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  const sheet = fyra.timesheet;
  await sheet.openOn(quietWorkingDay());
  await sheet.addLine({ ticket: TICKET, time: '9-11', description: 'Felsökning' });
  await sheet.choose('Felsökning');
  await sheet.splitAt('10');
  await expect(sheet.rows()).toHaveCount(2);
  await expect(sheet.rows().first()).toContainText('09:00–10:00');
  await expect(sheet.rows().last()).toContainText('10:00–11:00');
  await expect(sheet.undoButton()).toHaveAccessibleName('Undo split');

  await sheet.choose('09:00–10:00');
  await sheet.press('Shift+ArrowDown');
  await expect(sheet.action('Merge')).toBeEnabled();
  await sheet.press('m');
  await expect(sheet.rows()).toHaveCount(1);
  await expect(sheet.rows()).toContainText('09:00–11:00');
  await expect(sheet.undoButton()).toHaveAccessibleName('Undo merge');

  await sheet.press('Control+z');
  await expect(sheet.rows()).toHaveCount(2);
  await expect(sheet.redoButton()).toHaveAccessibleName('Redo merge');
  await sheet.press('Control+z');
  await expect(sheet.rows()).toHaveCount(1);
  await sheet.press('Control+Shift+z');
  await expect(sheet.rows()).toHaveCount(2);
  await expect(sheet.total('day', 'worked')).toHaveText(/^2\sh$/);
});

test('a sent line that is deleted is gone on the portal, and comes back as a new one when that is taken back', async ({
  launch,
}) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  const sheet = fyra.timesheet;
  await sheet.openOn(quietWorkingDay());
  await sheet.addLine({ ticket: TICKET, time: '1,5h', description: 'Utan klockslag' });
  await expect(sheet.row('Utan klockslag')).toContainText('Sent');
  const ticket = await ticketOnPortal(await fyra.app.practicePortal(), TICKET);
  const [first] = await ticket.lines('Utan klockslag');

  await sheet.choose('Utan klockslag');
  await sheet.press('Delete');
  await expect(sheet.rows()).toHaveCount(0);
  await expect.poll(() => ticket.lines('Utan klockslag')).toEqual([]);
  await fyra.undo('The line is deleted.');
  await expect(sheet.row('Utan klockslag')).toContainText('Sent');
  const back = await ticket.lines('Utan klockslag');
  expect(back.map((line) => line.unit_amount)).toEqual([1.5]);
  expect(back[0]?.id).not.toBe(first?.id);
});

test('a line that the office deletes on the portal stays here, is marked, and can be sent again', async ({
  launch,
}) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  const sheet = fyra.timesheet;
  const day = quietWorkingDay();
  await sheet.openOn(day);
  await sheet.addLine({ ticket: TICKET, time: '1,5h', description: 'Bortrensad' });
  await expect(sheet.row('Bortrensad')).toContainText('Sent');
  const portal = await fyra.app.practicePortal();
  const ticket = await ticketOnPortal(portal, TICKET);
  const [first] = await ticket.lines('Bortrensad');
  await json2(portal, 'account.analytic.line', 'unlink', { ids: [first?.id] });

  // The ids are compared once a day.
  await fyra.app.setClockBy(25 * HOUR);
  await fyra.syncPage.open();
  await fyra.syncPage.syncNow();
  await sheet.openOn(day);
  await expect(sheet.row('Bortrensad')).toContainText('No longer on the portal');
  await expect(sheet.notes()).toContainText('1 line is no longer on the portal');

  await sheet.choose('Bortrensad');
  await sheet.action('Send again').click();
  await expect(sheet.row('Bortrensad')).toContainText('Sent');
  await expect(sheet.rows()).toHaveCount(1);
  expect((await ticket.lines('Bortrensad')).map((line) => line.unit_amount)).toEqual([1.5]);
});

test('unknown time is answered from the list, an answer can be taken back, and its parts get answers of their own', async ({
  launch,
}) => {
  const ahead = aheadToAfternoon();
  const first = await launch({ clockAheadMs: ahead });
  await first.welcome.startPractising();
  await first.queue.open(TICKET);
  await first.ticket.startTimer();
  await first.app.passTime(20 * MINUTE);
  await expect(first.timerBar.elapsed()).toHaveText(/^0:20:/);
  await first.app.kill();

  const fyra = await launch({ clockAheadMs: ahead + 2 * HOUR });
  const sheet = fyra.timesheet;
  await sheet.open();
  await expect(sheet.undecided()).toHaveCount(1);
  await expect(sheet.undecided()).toContainText(NUMBER);
  await expect(sheet.undecided()).toContainText('1 h 40');

  await sheet.undecided().getByRole('button', { name: 'Do not count' }).click();
  await expect(sheet.undecided()).toHaveCount(0);
  await fyra.undo('does not count');
  await expect(sheet.undecided()).toHaveCount(1);

  await sheet.undecided().getByRole('button', { name: 'Split …' }).click();
  await sheet.undecided().getByRole('textbox', { name: 'Time to split at' }).fill('15:00');
  await sheet.undecided().getByRole('button', { name: 'Split here' }).click();
  await expect(sheet.undecided()).toHaveCount(2);

  await sheet.undecided().first().getByRole('button', { name: 'Another ticket …' }).click();
  await sheet.undecided().first().getByRole('combobox').fill('Moms saknas');
  await fyra.window.getByRole('option').filter({ hasText: 'Moms saknas' }).click();
  await sheet.undecided().first().getByRole('button', { name: 'Move the time there' }).click();
  await expect(sheet.undecided()).toHaveCount(1);
  await expect(sheet.row('Moms saknas')).toContainText('–15:00');
  await sheet.undecided().getByRole('button', { name: 'Count as work' }).click();
  await expect(sheet.undecided()).toHaveCount(0);
});

test('time without a ticket is never charged, gaps are offered, and the sums of day and week say so', async ({
  launch,
}) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  const sheet = fyra.timesheet;
  await sheet.openOn(quietWorkingDay());
  await sheet.addLine({ activity: 'Meeting', time: '8-8:30', description: 'Morgonmöte' });
  await sheet.addLine({ ticket: TICKET, time: '9:00-9:22', description: 'Kort hjälp' });
  const meeting = sheet.row('Morgonmöte');
  await expect(meeting).toContainText('Meeting');
  await expect(meeting).toContainText('Not charged');

  // 22 minutes are charged as the minimum of 30.
  for (const of of ['day', 'week'] as const) {
    await expect(sheet.total(of, 'worked')).toHaveText(/^52\smin$/);
    await expect(sheet.total(of, 'charged')).toHaveText(/^30\smin$/);
    await expect(sheet.total(of, 'notCharged')).toHaveText(/^30\smin$/);
  }
  await expect(sheet.notes()).toContainText(/22\smin chargeable work → 30\smin charged: minimum charge/);

  await sheet.gaps().first().click();
  await expect(sheet.time()).toHaveValue('08:30–09:00');
  await sheet.press('Escape');
  await expect(sheet.form()).toBeHidden();

  await sheet.show('Week');
  await expect(sheet.axis().getByRole('button', { name: /Meeting.*08:00–08:30.*Not charged/ })).toBeVisible();
});

test('a day off without work has the whole timeline when it is shown alone, and little of it in its week', async ({
  launch,
}) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  const sheet = fyra.timesheet;
  const saturday = '2026-01-10';
  await sheet.openOn(saturday);
  expect(await sheet.shareOfAxis(saturday)).toBeGreaterThan(0.99);
  await sheet.show('Week');
  await expect.poll(() => sheet.shareOfAxis(saturday)).toBeLessThan(0.1);
});
