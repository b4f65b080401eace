import type { Workbench } from './pages/workbench';
import { ticketOnPortal } from './support/portal-bench';
import { expect, test } from './support/test';
import { aheadToAfternoon } from './support/working-day';

const MINUTE = 60_000;
/** How long a sync may take on a machine that has much else to do. */
const SYNC = { timeout: 30_000 };

/** A ticket of the practice portal of a Swedish customer who pays by the hour; a colleague has worked on it for 3 h 40. */
const TICKET = 'Plocksedlar skrivs ut i fel ordning';
const NUMBER = 'S-1045';
const DESCRIPTION = 'Sorteringen rättad i plocksedeln';

/** Works past the limit (by day: work over midnight becomes two lines): 20 of these 25 minutes are approved. */
async function workPastLimit(fyra: Workbench): Promise<void> {
  await fyra.welcome.startPractising();
  await fyra.queue.open(TICKET);
  await fyra.ticket.showTab('Time');
  await fyra.ticket.startTimer();
  await fyra.app.passTime(25 * MINUTE);
  await expect(fyra.warning()).toContainText(`${NUMBER}: the limit is reached`);
}

async function stopAndDescribe(fyra: Workbench, description: string): Promise<void> {
  await fyra.timerBar.stop();
  await fyra.stopDialog.describe(description);
  await fyra.stopDialog.save();
  await expect(fyra.stopDialog.dialog()).toBeHidden();
  await expect(fyra.ticket.line(description)).toBeVisible();
}

/** The hours that the practice portal holds for lines of this text. */
async function hoursOnPortal(fyra: Workbench, description: string): Promise<number[]> {
  const ticket = await ticketOnPortal(await fyra.app.practicePortal(), TICKET);
  return (await ticket.lines(description)).map(({ unit_amount }) => Math.round(unit_amount * 60));
}

test('at the limit the customer is asked: the drafted message, as it was left, arrives on the ticket', async ({
  launch,
}) => {
  const fyra = await launch({ clockAheadMs: aheadToAfternoon() });
  await workPastLimit(fyra);
  expect((await fyra.app.warnings()).map(({ thresholdPermille }) => thresholdPermille)).toEqual([938, 1000]);
  await fyra.warning().getByRole('button', { name: 'Decide' }).click();
  await expect(fyra.limitDialog.choices()).toHaveCount(4);
  await expect(fyra.limitDialog.message()).toHaveValue(/Uppskattning: mindre än 10 timmar totalt/);
  await fyra.limitDialog.estimate('Less than 20 h');
  const drafted = await fyra.limitDialog.message().inputValue();
  expect(drafted).toContain(`Det gäller ert ärende ${NUMBER}, ”${TICKET}”.`);
  expect(drafted).toContain('upp till 20 h totalt');
  await fyra.limitDialog.message().fill(`${drafted}\n\nRing mig gärna om något är oklart.`);
  await fyra.limitDialog.send();
  await expect(fyra.limitDialog.dialog()).toBeHidden();

  await expect(fyra.ticket.decision()).toContainText('The customer has been asked');
  await expect(fyra.ticket.history()).toContainText(['Estimate: less than 20 h']);
  const ticket = await ticketOnPortal(await fyra.app.practicePortal(), TICKET);
  await expect.poll(async () => (await ticket.messages('Ring mig gärna om något är oklart.')).length).toBe(1);
  await fyra.ticket.showTab('Messages');
  await expect(fyra.ticket.message('mindre än 20 timmar')).toContainText('To the customer');
});

test('a question that was not sent yet is taken back with the decision', async ({ launch }) => {
  const fyra = await launch({ clockAheadMs: aheadToAfternoon() });
  await workPastLimit(fyra);
  await fyra.statusBar.switchOffline(true);
  await fyra.timerBar.decide();
  await fyra.limitDialog.send();
  await expect(fyra.ticket.decision()).toContainText('The customer has been asked');
  await fyra.undo('The question on S-1045 is in the outbox.');
  await expect(fyra.ticket.decision()).toBeHidden();
  await expect(fyra.ticket.history()).toHaveCount(0);
  await expect(fyra.statusBar.waiting()).toContainText('0 waiting');
});

test('time past the limit waits here and is sent when the customer has approved it, also after a restart', async ({
  launch,
}) => {
  const first = await launch({ clockAheadMs: aheadToAfternoon() });
  await workPastLimit(first);
  await stopAndDescribe(first, DESCRIPTION);
  await expect(first.ticket.line(DESCRIPTION)).toContainText('5 min of it is past the limit');
  await expect(first.ticket.unapproved()).toContainText('5 min is unapproved and waits here');
  await expect(first.ticket.charge()).toContainText('4 h charged (held at the limit)');
  // What follows is past the limit as a whole: the portal does not get to see it.
  await first.ticket.startTimer();
  await first.app.passTime(12 * MINUTE);
  await stopAndDescribe(first, 'Testat med lagret');
  await expect(first.ticket.line('Testat med lagret')).toContainText('Held back here');
  await expect.poll(() => hoursOnPortal(first, DESCRIPTION), SYNC).toEqual([20]);
  expect(await hoursOnPortal(first, 'Testat med lagret')).toEqual([]);
  await first.app.close();

  const second = await launch({ clockAheadMs: aheadToAfternoon() + 60 * MINUTE });
  await second.queue.open(TICKET);
  await second.ticket.showTab('Time');
  await expect(second.ticket.unapproved()).toContainText('17 min is unapproved and waits here');
  await second.openLimitDialog();
  await second.limitDialog.approve('Mikael Stenberg', 'Telephone', '10 h');
  await expect(second.ticket.unapproved()).toBeHidden();
  await expect(second.ticket.limit()).toContainText('The limit is 10 h: approved by Mikael Stenberg');
  await expect(second.ticket.history()).toContainText(['Mikael Stenberg approved 10 h in total']);
  await expect.poll(() => hoursOnPortal(second, 'Testat med lagret'), SYNC).toEqual([12]);
  await expect.poll(() => hoursOnPortal(second, DESCRIPTION), SYNC).toEqual([25]);
});

test('an approval that was written down by mistake is taken back, and stays in the history struck through', async ({
  launch,
}) => {
  const fyra = await launch({ clockAheadMs: aheadToAfternoon() });
  await workPastLimit(fyra);
  await fyra.statusBar.switchOffline(true);
  await stopAndDescribe(fyra, DESCRIPTION);
  await fyra.openLimitDialog();
  await fyra.limitDialog.approve('Mikael Stenberg', 'E-mail', '20 h');
  await expect(fyra.ticket.limit()).toContainText('The limit is 20 h');
  await fyra.undo('The approval on S-1045 is saved.');
  await expect(fyra.ticket.history()).toContainText(['Withdrawn']);
  await expect(fyra.ticket.limit()).toContainText('The limit is 4 h');
  await expect(fyra.ticket.unapproved()).toContainText('5 min is unapproved');
});

test('work that goes on as not charged becomes a line of its own, which the customer sees and does not pay', async ({
  launch,
}) => {
  const first = await launch({ clockAheadMs: aheadToAfternoon() });
  await workPastLimit(first);
  await stopAndDescribe(first, DESCRIPTION);
  await first.openLimitDialog();
  await first.limitDialog.continueNotCharged();
  await expect(first.ticket.decision()).toContainText('Time past the limit is not charged');
  await expect(first.ticket.unapproved()).toBeHidden();
  const notCharged = first.ticket.linesOfVerdict('Not charged');
  await expect(notCharged).toContainText('5 min');
  await expect(notCharged).toContainText('our own decision not to charge');
  await expect.poll(async () => (await hoursOnPortal(first, DESCRIPTION)).sort((a, b) => a - b), SYNC).toEqual([5, 20]);
  await first.app.close();

  const second = await launch({ clockAheadMs: aheadToAfternoon() + 60 * MINUTE });
  await second.queue.open(TICKET);
  await second.ticket.showTab('Time');
  await expect(second.ticket.decision()).toContainText('Time past the limit is not charged');
  await expect(second.ticket.linesOfVerdict('Not charged')).toHaveCount(1);
  await expect(second.ticket.charge()).toContainText('4 h worked → 4 h charged');
});

test('stopping for now is noted, opens the form that stops the timer, and lets what is past the limit wait', async ({
  launch,
}) => {
  const fyra = await launch({ clockAheadMs: aheadToAfternoon() });
  await workPastLimit(fyra);
  await fyra.timerBar.decide();
  await fyra.limitDialog.stop();
  await expect(fyra.stopDialog.dialog().getByTestId('added-charge')).toContainText('5 min is past the limit');
  await fyra.stopDialog.describe(DESCRIPTION);
  await fyra.stopDialog.save();
  await expect(fyra.ticket.decision()).toContainText('Work stops for now');
  await expect(fyra.ticket.unapproved()).toContainText('5 min is unapproved');
  await expect.poll(() => hoursOnPortal(fyra, DESCRIPTION), SYNC).toEqual([20]);
});
