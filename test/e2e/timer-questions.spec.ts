import { expect, test } from './support/test';
import { aheadToAfternoon, aheadToBeforeClosing } from './support/working-day';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Tickets of the practice portal with no time of mine on them. */
const TICKET = 'Kassan i butiken startar inte';
const NUMBER = 'S-1054';
const OTHER_TICKET = 'Momsrapporten stämmer inte med huvudboken';

test('a lock for longer than the threshold is told while it lasts, asked about once, and its answer can be taken back', async ({
  launch,
}) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  await fyra.ticket.startTimer();
  await fyra.app.passTime(10 * MINUTE);
  await fyra.app.hear('lock');
  await fyra.app.passTime(20 * MINUTE);
  await expect(fyra.timerBar.away()).toContainText(/Away since \d\d:\d\d, not counted/);
  await expect(fyra.unknownTime()).toContainText('The screen has been locked since');
  await expect(fyra.questions.answers()).toHaveCount(0);

  await fyra.app.hear('unlock');
  await expect(fyra.unknownTime()).toContainText(`20 min on ${NUMBER}`);
  await expect(fyra.questions.answers()).toHaveCount(1);
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:10:/);
  await fyra.questions.answer('Count as work');
  await expect(fyra.questions.answers()).toHaveCount(0);
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:30:/);

  await fyra.undo('20 min on S-1054 counts as work.');
  await expect(fyra.questions.answers()).toHaveCount(1);
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:10:/);
  await fyra.questions.answer('Do not count');
  await expect(fyra.questions.answers()).toHaveCount(0);
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:10:/);
});

test('a lock shorter than the threshold is work, and nobody is asked', async ({ launch }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  await fyra.ticket.startTimer();
  await fyra.app.hear('lock');
  await fyra.app.passTime(3 * MINUTE);
  await fyra.app.hear('unlock');
  await fyra.app.passTime(5 * MINUTE);
  // A machine that has much else to do can let the app miss some beats, which is no lock.
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:0[78]:/);
  await expect(fyra.unknownTime()).not.toContainText('The screen was locked');
});

test('sleep that runs on from no input is one question, and the time of a call is given to another ticket', async ({
  launch,
}) => {
  // Not at night: work over midnight becomes two lines.
  const fyra = await launch({ clockAheadMs: aheadToAfternoon() });
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  await fyra.ticket.startTimer();
  await fyra.app.passTime(10 * MINUTE);
  await fyra.app.hear('lock');
  await fyra.app.passTime(6 * MINUTE);
  await fyra.app.hear('suspend');
  await fyra.app.passTime(HOUR);
  await fyra.app.hear('wake');
  await fyra.app.hear('unlock');
  await expect(fyra.questions.answers()).toHaveCount(1);
  await expect(fyra.unknownTime()).toContainText(`1 h 06 on ${NUMBER}`);

  await fyra.questions.giveTo(OTHER_TICKET);
  await expect(fyra.questions.answers()).toHaveCount(0);
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:10:/);
  await fyra.queue.open(OTHER_TICKET);
  await fyra.ticket.showTab('Time');
  await expect(fyra.ticket.line('No description')).toContainText('1 h 06');

  await fyra.undo('is now a line on S-1050.');
  await expect(fyra.ticket.line('No description')).toHaveCount(0);
  await expect(fyra.questions.answers()).toHaveCount(1);
});

test('an absence is split at a time, and each part gets its answer', async ({ launch }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  await fyra.ticket.startTimer();
  await fyra.app.passTime(5 * MINUTE);
  await fyra.app.hear('lock');
  await fyra.app.passTime(30 * MINUTE);
  await fyra.app.hear('unlock');
  await expect(fyra.questions.answers()).toHaveCount(1);
  const [, from = '', until = ''] =
    /(\d\d:\d\d)–(\d\d:\d\d)/.exec((await fyra.unknownTime().textContent()) ?? '') ?? [];
  expect(from).not.toBe(until);
  await fyra.questions.splitAt(until);
  await expect(fyra.questions.answers()).toHaveCount(2);
  await fyra.questions.answer('Count as work');
  await expect(fyra.questions.answers()).toHaveCount(1);
  await fyra.questions.answer('Do not count');
  await expect(fyra.questions.answers()).toHaveCount(0);
  // The first part is all of it up to the last full minute.
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:3[45]:/);
});

test('of many questions the banner asks the latest and leads to the timesheet for the rest', async ({ launch }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  await fyra.ticket.startTimer();
  for (const minutes of [10, 20, 30]) {
    await fyra.app.passTime(MINUTE);
    await fyra.app.hear('lock');
    await fyra.app.passTime(minutes * MINUTE);
    await fyra.app.hear('unlock');
  }
  await expect(fyra.questions.answers()).toHaveCount(1);
  await expect(fyra.unknownTime()).toContainText(`30 min on ${NUMBER}`);
  await expect(fyra.unknownTime()).toContainText('2 more questions');
  await fyra.unknownTime().getByRole('button', { name: 'Open timesheet' }).click();
  await expect(fyra.window).toHaveURL(/#\/timesheet/);
});

test('a timer that runs past the service hours is asked about, and ended at the last activity', async ({ launch }) => {
  const fyra = await launch({ clockAheadMs: aheadToBeforeClosing(30 * MINUTE) });
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  await fyra.ticket.startTimer();
  await fyra.app.passTime(80 * MINUTE);
  await expect(fyra.questions.overrun()).toBeHidden();
  await fyra.app.setIdleSeconds(240);
  await fyra.app.passTime(15 * MINUTE);
  await expect(fyra.questions.overrun()).toContainText(`The timer on ${NUMBER} has run past the service hours.`);
  await fyra.questions
    .overrun()
    .getByRole('button', { name: /^End at .* 18:5\d$/ })
    .click();
  await expect(fyra.questions.overrun()).toBeHidden();
  await expect(fyra.timerBar.pausedMenu()).toBeVisible();

  // Taken back it is a question like any other.
  await fyra.undo('is paused as of');
  await expect(fyra.unknownTime()).toContainText('The timer went on after you stopped working.');
});

test('somebody who was still working is not asked again for a while', async ({ launch }) => {
  const fyra = await launch({ clockAheadMs: aheadToBeforeClosing(10 * MINUTE) });
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  await fyra.ticket.startTimer();
  await fyra.app.passTime(75 * MINUTE);
  await fyra.questions.overrun().getByRole('button', { name: 'Still working' }).click();
  await expect(fyra.questions.overrun()).toBeHidden();
  await fyra.app.passTime(30 * MINUTE);
  await expect(fyra.timerBar.elapsed()).toHaveText(/^1:45:/);
  await expect(fyra.questions.overrun()).toBeHidden();
});

test('work on a ticket without a timer is noticed, and the timer starts from when it began', async ({ launch }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  await expect(fyra.ticket.heading(TICKET)).toBeVisible();
  await fyra.app.passTime(3 * MINUTE);
  await fyra.ticket.showTab('Messages');
  await fyra.ticket.pane().getByRole('textbox').fill('Vi tittar på kassan.');
  await fyra.app.passTime(3 * MINUTE);
  await expect(fyra.questions.nudge()).toBeHidden();
  await fyra.queue.open(OTHER_TICKET);
  await expect(fyra.ticket.heading(OTHER_TICKET)).toBeVisible();
  await fyra.queue.open(TICKET);
  await expect(fyra.questions.nudge()).toContainText(`You have worked on ${NUMBER} since`);
  await fyra.questions
    .nudge()
    .getByRole('button', { name: /^Start from/ })
    .click();
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:06:/);
  await expect(fyra.questions.nudge()).toBeHidden();
});

test('a timer starts from ten minutes ago, and never before the end of what is recorded', async ({ launch }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(OTHER_TICKET);
  await (await fyra.ticket.earlierStarts()).filter({ hasText: '10 min ago' }).click();
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:10:/);
  await fyra.timerBar.stop();
  await fyra.stopDialog.describe('Stämt av mot huvudboken');
  await fyra.stopDialog.save();
  await expect(fyra.timerBar.elapsed()).toBeHidden();

  await fyra.app.passTime(7 * MINUTE);
  await fyra.queue.open(TICKET);
  const choices = await fyra.ticket.earlierStarts();
  await expect(choices.filter({ hasText: /^5\s?min ago/ })).not.toContainText('where recorded work ends');
  await expect(choices.filter({ hasText: '30 min ago' })).toContainText('where recorded work ends');
  await choices.filter({ hasText: '30 min ago' }).click();
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:07:/);
});

test('one key goes back to the timer that was paused last', async ({ launch }) => {
  const fyra = await launch();
  await fyra.welcome.startPractising();
  await fyra.queue.open(OTHER_TICKET);
  await fyra.ticket.startTimer();
  await fyra.app.passTime(2 * MINUTE);
  await fyra.queue.open(TICKET);
  await fyra.ticket.startTimer();
  await expect(fyra.timerBar.bar()).toContainText(NUMBER);
  await fyra.window.keyboard.press('s');
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:02:/);
  await fyra.window.keyboard.press('s');
  await expect(fyra.timerBar.bar()).toContainText(NUMBER);
});
