import { expect } from '@playwright/test';
import { AgreementsSection } from './pages/agreements-section';
import { HandlingDialog } from './pages/handling-dialog';
import { LinkDialog } from './pages/link-dialog';
import { PART, WORK } from './support/consultants-day';
import { DayAtWork, test } from './support/day-at-work';
import { checkReports, checkTimesheet } from './support/day-sums';
import { lookAround } from './support/look-around';
import { ticketOnPortal } from './support/portal-bench';

test('a day of a consultant, from the queue to the report', async ({
  launch,
  portal,
  portalClock,
  folder,
}, testInfo) => {
  test.setTimeout(600_000);
  const fyra = await launch({ clockAheadMs: portalClock.aheadMs });
  const { queue, registerDialog, ticket, timerBar, window } = fyra;
  const look = lookAround(fyra, testInfo);
  const day = new DayAtWork(fyra, portal, portalClock, look);
  const handling = new HandlingDialog(window);
  const pane = ticket.pane();

  await test.step('the queue stands in the order of the terms', async () => {
    await fyra.welcome.connect(portal);
    const why = (place: number) => queue.rows().nth(place).locator('[title]').first();
    await expect(queue.rows().first()).toContainText(WORK.webshop.ticket);
    await expect(queue.rows().nth(1)).toContainText(WORK.till.ticket);
    await expect(why(0)).toHaveAttribute('title', /^Escalated: accepted /);
    await expect(why(1)).toHaveAttribute('title', /^Escalated: accepted /);
    await expect(why(2)).toHaveAttribute('title', /^Escalation requested .*, not decided yet/);
    await expect(why(3)).toHaveAttribute('title', /^Escalation requested .*, not decided yet/);
    await expect(why(4)).toHaveAttribute('title', /^Time-critical: .* · registered /);
    await look('queue');
  });

  await test.step('the webshop: what is missing is asked for, and the work is charged', async () => {
    await day.open(WORK.webshop.ticket);
    const intake = pane.getByTestId('intake');
    await expect(intake.locator('[data-check=screen-dump]')).toContainText('missing');
    await look('ticket-overview');
    await intake.getByText('Question to the customer about what is missing').click();
    await intake.getByRole('button', { name: 'Use as reply' }).click();
    await expect(ticket.compose().getByRole('textbox')).toHaveValue(/en skärmbild där webbadressen syns/);
    await look('ticket-messages');
    await ticket.compose().getByRole('button', { name: 'Send to customer' }).click();
    const onPortal = await ticketOnPortal(portal, WORK.webshop.ticket);
    await expect.poll(async () => (await onPortal.messages('en skärmbild där webbadressen syns')).length).toBe(1);
    await day.work(WORK.webshop, async () => {
      await timerBar.stop();
      await look('stop');
      await window.keyboard.press('Escape');
    });
    await expect(ticket.charge()).toContainText(/1\sh\s03\sworked → 1\sh\s03\scharged/);
    await ticket.showTab('Screens');
    await look('ticket-screens');
  });

  await test.step('the till: less than the minimum is charged as the minimum', async () => {
    await day.open(WORK.till.ticket);
    await day.work(WORK.till);
    await expect(ticket.charge()).toContainText(/22\smin worked → 30\smin charged \(minimum charge\)/);
  });

  await test.step('a customer calls about a ticket: it is escalated, accepted and confirmed', async () => {
    await day.open(WORK.manufacturing.ticket);
    const escalation = pane.getByTestId('escalation');
    await escalation.getByRole('button', { name: 'Escalate …' }).click();
    await look('escalate');
    await handling.escalate('Elin Wahlgren', 'Ordern ska levereras i dag.');
    await escalation.getByRole('button', { name: 'Accept …' }).click();
    await look('accept');
    await handling.accept('Inget arbete efter 18.');
    await expect(handling.confirmation()).toHaveValue(/^Hej Elin Wahlgren!.*Ärendet är eskalerat/s);
    await look('confirm');
    await handling.sendConfirmation();
    await expect(escalation).toContainText('Accepted');
    const onPortal = await ticketOnPortal(portal, WORK.manufacturing.ticket);
    await expect.poll(async () => (await onPortal.messages('Ärendet är eskalerat')).length).toBe(1);
    await day.work(WORK.manufacturing);
    await day.expectSentence(WORK.manufacturing, 'General User Support is included at no additional charge');
  });

  await test.step('a customer calls without a ticket: it is registered with the time of the call', async () => {
    const { minutes, ticket: title } = WORK.labels;
    await fyra.app.withClockHeld(async () => {
      await registerDialog.open();
      await day.passMinutes(5);
      await expect(registerDialog.callTime()).toContainText(/5\smin/);
      await registerDialog.write({ title, customer: 'Gutarnas Ullspinneri AB', description: 'Skrivaren blinkar.' });
      await look('register');
      await registerDialog.submit();
      await expect(timerBar.bar()).toContainText(title);
      await day.passMinutes(minutes - 5);
      await day.stop(WORK.labels);
    });
    await day.expectJudged(WORK.labels);
    await expect(ticket.heading(title)).toContainText(/S-\d+/);
  });

  await test.step('two agreements are typed in, and say what is charged', async () => {
    const agreements = new AgreementsSection(window);
    await fyra.goTo('/settings');
    await agreements.choose('Harbour Lamps Nordic AB');
    await agreements.add('Maintenance and support', '2026-01-01');
    await expect(agreements.rows()).toHaveCount(2);
    await agreements.choose('Vätterns Båtvarv AB');
    await agreements.add('Patch agreement', '2026-01-01');
    await expect(agreements.rows()).toHaveCount(2);
    await agreements.section().scrollIntoViewIfNeeded();
    await look('settings-agreements');
    await fyra.syncPage.goToQueue();

    await day.open(WORK.prices.ticket);
    await day.work(WORK.prices);
    await day.expectSentence(WORK.prices, 'General User Support is included at no additional charge');
    await day.open(WORK.server.ticket);
    await day.work(WORK.server);
    await day.expectSentence(WORK.server, 'Technical Support for your server environment is included');
    await day.work(WORK.bills);
    await day.expectSentence(WORK.bills, 'Application and user support is charged "On Demand".');
    await day.work(WORK.training);
    await day.expectSentence(WORK.training, 'Underhållsavgift täcker inte tid eller material relaterat till');
    await expect(ticket.charge()).toContainText(/56\smin worked → 56\smin charged/);
    await look('ticket-time');
  });

  await test.step('a bug is passed to Odoo SA', async () => {
    await day.open(WORK.bug.ticket);
    await day.work(WORK.bug);
    await ticket.showTab('Coverage');
    const guide = pane.getByTestId('bug-guide');
    await guide.getByRole('radio', { name: 'Odoo Enterprise' }).check();
    await guide.getByText('Yes', { exact: true }).click();
    await expect(guide.getByTestId('bug-verdict')).toContainText('The fault is corrected by: Odoo SA');
    await look('ticket-coverage');
    const odooCase = pane.getByTestId('odoo-case');
    await odooCase.getByLabel('Odoo SA’s case number').fill('4711023');
    await odooCase.getByLabel('Odoo SA’s case number').press('Enter');
    await expect(odooCase).toContainText('Odoo SA has not replied yet.');
    await odooCase.getByLabel('Last reply').fill(await fyra.today());
    await expect(odooCase.getByRole('combobox', { name: 'State' })).toHaveValue('Odoo has replied');
    await expect(odooCase).toContainText('in 7 days');
    await odooCase.scrollIntoViewIfNeeded();
    await look('odoo-case');
    await ticket.writeNote('Anmält till Odoo SA, ärende 4711023.');
    const onPortal = await ticketOnPortal(portal, WORK.bug.ticket);
    await expect.poll(async () => (await onPortal.messages('ärende 4711023')).length).toBe(1);
  });

  await test.step('a ticket near its limit: the customer is asked, and says yes', async () => {
    const { limitDialog } = fyra;
    await day.open(WORK.packingUntilLimit.ticket);
    await ticket.showTab('Time');
    await day.work(WORK.packingUntilLimit, async () => {
      await expect(fyra.warning()).toContainText('S-1045: the limit is reached');
      await look('warning');
      await fyra.warning().getByRole('button', { name: 'Decide' }).click();
      await limitDialog.estimate('Less than 20 h');
      await look('limit-ask');
      await limitDialog.send();
      await expect(limitDialog.dialog()).toBeHidden();
    });
    await expect(ticket.unapproved()).toContainText(/5\smin is unapproved and waits here/);
    const onPortal = await ticketOnPortal(portal, WORK.packingUntilLimit.ticket);
    await expect.poll(async () => (await onPortal.messages('mindre än 20 timmar')).length).toBe(1);

    await fyra.openLimitDialog();
    await limitDialog.choose('Approval received');
    await look('limit-approval');
    await limitDialog.approve('Mikael Stenberg', 'Telephone', '20 h');
    await expect(fyra.warning()).toHaveCount(0);
    await expect(ticket.unapproved()).toBeHidden();
    await day.work(WORK.packingApproved);
    await expect(ticket.limit()).toContainText(/The limit is 20\sh: approved by Mikael Stenberg/);
    await expect(ticket.charge()).toContainText(/4\sh\s25\sworked → 4\sh\s25\scharged/);
    await look('limit-history');
  });

  await test.step('an answered ticket waits for its customer until a day; another is solved', async () => {
    await day.open(WORK.stock.ticket);
    await day.work(WORK.stock);
    await ticket.writeToCustomer();
    await ticket.compose().getByRole('textbox').fill('Rapporten finns under Lager, Rapportering. Räcker det så?');
    await ticket.compose().getByRole('button', { name: 'Send to customer' }).click();
    await ticket.moveTo('Väntar på kund');
    await ticket.showTab('Overview');
    await pane.getByRole('button', { name: 'Follow up …' }).click();
    await look('follow-up');
    await handling.followUpNextWorkingDay();
    await queue.showView('Waiting');
    // The day of its follow-up and its target both stand beside the customer, and end before the button of the timer.
    const row = queue.row(WORK.stock.ticket);
    await expect(row).toContainText(/Follow-up \w+ \d+ \w+/);
    const due = await row.getByText(/^due in/).boundingBox();
    const toggle = await row.locator('[data-timer-toggle]').boundingBox();
    expect((due?.x ?? 0) + (due?.width ?? 0)).toBeLessThanOrEqual(toggle?.x ?? 0);
    await look('waiting');
    await queue.showView('Working');

    await day.open(WORK.newUser.ticket);
    await day.work(WORK.newUser);
    await ticket.moveTo('Löst');
    await queue.showView('Solved');
    await expect(queue.row(WORK.newUser.ticket)).toBeVisible();
    await queue.showView('Working');
    await expect(queue.row(WORK.newUser.ticket)).toHaveCount(0);
  });

  await test.step('a ticket that holds two matters is split', async () => {
    const split = new LinkDialog(window);
    await day.open(WORK.freight.ticket);
    await day.work(WORK.freight);
    await day.work(WORK.address);
    await expect(ticket.charge()).toContainText(/35\smin worked → 35\smin charged/);
    await ticket.linkMenu('Split off a part …');
    await split.line(WORK.address.description).check();
    await look('split');
    await split.splitOff(PART);
    await expect(pane.getByTestId('split-sum')).toContainText(/30\smin.*30\smin.*1\sh/);
    await look('split-parts');
    const part = await ticketOnPortal(portal, PART);
    await expect.poll(async () => (await part.lines(WORK.address.description)).length).toBe(1);
  });

  await test.step('the timesheet adds up, here and on the portal', () => checkTimesheet(day));
  await test.step('the reports add up, in the window and in the file', () => checkReports(day, folder));
});
