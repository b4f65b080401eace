import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AgreementsSection } from './pages/agreements-section';
import { HandlingDialog } from './pages/handling-dialog';
import { LinkDialog } from './pages/link-dialog';
import type { Workbench } from './pages/workbench';
import { json2 } from './support/json2';
import { lookAround } from './support/look-around';
import { ticketOnPortal } from './support/portal-bench';
import { expect, test } from './support/test';
import { aheadToMorning } from './support/working-day';

const MINUTE = 60_000;

/** Tickets of the practice portal. */
const CASH_DESK = 'Kassan i butiken startar inte';
const YARN = 'Garnnystan säljs i fel enhet';
const PRODUCTION = 'Produktionsmiljön är borta efter omstart';
const PRICE_LIST = 'Price list is not applied to web orders';
const BILL = 'Leverantörsfaktura BILL/2026/00081 bokas på fel konto';
const MANUFACTURING = 'Tillverkningsorder WH/MO/00055 går inte att klarmarkera';
const PICKING = 'Plocksedlar skrivs ut i fel ordning';
const STOCK = 'Fråga om rapport för lagersaldo';
/** Tickets that begin this day. */
const LABELS = 'Etiketter skrivs inte ut';
const VAT_CODE = 'Momskod saknas på leverantören';

/** What is worked on this day, in minutes. */
const WORKED = {
  cashDesk: 22,
  labels: 15,
  production: 20,
  training: 40,
  bill: 35,
  vatCode: 10,
  bugAnalysis: 12,
  picking: 25,
  pickingAfterApproval: 10,
  meeting: 30,
} as const;
const ALL_WORKED = 219;
/** 30 for the 22 and 30 for the 10 by the minimum charge of a ticket, then 40, 35 and, approved, 25 and 10. */
const CHARGED = /^2\sh\s50$/;
/** Users of two customers with maintenance and support, and the analysis of a bug for one of them: 15, 20 and 12. */
const INCLUDED = /^47\smin$/;
const NOT_CHARGED = /^30\smin$/;

async function workOn(fyra: Workbench, minutes: number, description: string): Promise<void> {
  await fyra.app.passTime(minutes * MINUTE);
  await fyra.timerBar.stop();
  await fyra.stopDialog.describe(description);
  await fyra.stopDialog.save();
  await expect(fyra.stopDialog.dialog()).toBeHidden();
}

test('a day of a consultant, from the queue to the report', async ({ launch, folder }, testInfo) => {
  test.setTimeout(600_000);
  const fyra = await launch({ clockAheadMs: aheadToMorning() });
  const { ticket, window, registerDialog, timesheet, reports, queue } = fyra;
  const look = lookAround(fyra, testInfo);
  const handling = new HandlingDialog(window);
  await fyra.welcome.startPractising();

  await test.step('the queue stands in the order of the terms', async () => {
    await expect(queue.rows().nth(0)).toContainText('Escalated');
    await expect(queue.rows().nth(1)).toContainText('Escalated');
    await expect(queue.rows().nth(2)).toContainText('Escalation requested');
    await expect(queue.rows().nth(4)).toContainText('Invoicing');
    await look('queue');
  });

  await test.step('a time-critical ticket: what is missing is asked for, and the minimum is charged', async () => {
    await queue.open(CASH_DESK);
    const intake = ticket.pane().getByTestId('intake');
    await expect(intake.locator('[data-check=steps]')).toContainText('missing');
    await look('overview');
    await intake.getByText('Question to the customer about what is missing').click();
    await intake.getByRole('button', { name: 'Use as reply' }).click();
    await expect(ticket.compose().getByRole('textbox', { name: 'Text' })).toHaveValue(/^Hej Amira Haddad!/);
    await look('messages');
    await ticket.compose().getByRole('button', { name: 'Send to customer' }).click();
    await expect(ticket.message('Amira Haddad').first()).toBeVisible();
    await ticket.startTimer();
    await workOn(fyra, WORKED.cashDesk, 'Startat om kassan och bytt skrivarkö');
    await ticket.showTab('Time');
    await expect(ticket.charge()).toContainText(/22\smin worked → 30\smin charged \(minimum charge\)/);
    await look('time');
  });

  await test.step('a customer calls about a ticket: it is escalated, accepted and confirmed', async () => {
    await queue.open(YARN);
    await ticket.showTab('Overview');
    const escalation = ticket.pane().getByTestId('escalation');
    await escalation.getByRole('button', { name: 'Escalate …' }).click();
    await look('escalate');
    await handling.escalate('Brita Olofsson', 'Allt garn säljs per styck i butiken.');
    await escalation.getByRole('button', { name: 'Accept …' }).click();
    await handling.accept('Vi arbetar till 18.');
    await expect(handling.confirmation()).toHaveValue(/Ärendet är eskalerat/);
    await look('confirm');
    await handling.sendConfirmation();
    await expect(escalation).toContainText('Accepted');
  });

  await test.step('a customer calls without a ticket: the timer runs from the first word', async () => {
    await registerDialog.open();
    await registerDialog.write({
      title: LABELS,
      customer: 'Norrskenets Cykel AB',
      description: 'Skrivaren på lagret blinkar.',
    });
    await look('call');
    await fyra.app.passTime(5 * MINUTE);
    await registerDialog.submit();
    await expect(ticket.heading(LABELS)).toBeVisible();
    await expect(fyra.timerBar.elapsed()).toHaveText(/^0:05:/);
    await workOn(fyra, WORKED.labels - 5, 'Hjälpt till att välja rätt skrivare');
    await ticket.showTab('Time');
    await expect(ticket.linesOfVerdict('Included')).toHaveCount(1);
  });

  await test.step('two agreements are typed, and the terms judge by them', async () => {
    await fyra.goTo('/settings');
    const agreements = new AgreementsSection(window);
    for (const customer of ['Gutarnas Ullspinneri AB', 'Harbour Lamps Nordic AB']) {
      await agreements.choose(customer);
      await agreements.addMaintenance({ validFrom: '2026-01-01' });
      await expect(agreements.rows()).toHaveCount(2);
    }
    await look('agreements');
    await timesheet.open();
    await timesheet.addLine({
      ticket: PRODUCTION,
      time: `${WORKED.production}min`,
      description: 'Startat om tjänsten',
    });
    await timesheet.addLine({
      ticket: PRICE_LIST,
      time: `${WORKED.training}min`,
      description: 'Training in price lists',
      kind: 'Training or customisation',
    });
    await fyra.syncPage.goToQueue();
    await queue.open(PRODUCTION);
    await ticket.showTab('Coverage');
    await expect(ticket.pane()).toContainText(
      'General User Support is included at no additional charge for customers with a valid Maintenance and Support Agreement',
    );
    await look('coverage');
    await queue.open(PRICE_LIST);
    await ticket.showTab('Time');
    await expect(ticket.linesOfVerdict('Always separate')).toHaveCount(1);
  });

  await test.step('a ticket that holds two matters is split', async () => {
    const dialog = new LinkDialog(window);
    await queue.open(BILL);
    await fyra.writeLineOn(BILL, await fyra.today(), WORKED.bill * 60, 'Rättat kontot på leverantören');
    await fyra.writeLineOn(BILL, await fyra.today(), WORKED.vatCode * 60, 'Letat efter momskoden');
    await ticket.linkMenu('Split off a part …');
    await dialog.line('Letat efter momskoden').check();
    await look('split');
    await dialog.splitOff(VAT_CODE);
    await expect(ticket.heading(VAT_CODE)).toBeVisible();
    await expect(ticket.pane().getByTestId('split-sum')).toContainText(/35\smin.*30\smin.*1\sh\s05/);
    await look('part');
  });

  await test.step('a bug that Odoo SA corrects is passed on', async () => {
    await queue.open(MANUFACTURING);
    await ticket.showTab('Coverage');
    const guide = ticket.pane().getByTestId('bug-guide');
    await guide.getByRole('radio', { name: 'Odoo Enterprise' }).check();
    await guide.getByText('Yes', { exact: true }).click();
    await expect(guide.getByTestId('bug-verdict')).toContainText('The fault is corrected by: Odoo SA');
    const odooCase = ticket.pane().getByTestId('odoo-case');
    await odooCase.getByLabel('Odoo SA’s case number').fill('4711001');
    await odooCase.getByLabel('Odoo SA’s case number').press('Enter');
    await expect(odooCase).toContainText('Odoo SA has not replied yet.');
    await look('bug');
    await timesheet.open();
    await timesheet.addLine({
      ticket: MANUFACTURING,
      time: `${WORKED.bugAnalysis}min`,
      description: 'Återskapat felet på runbot',
      kind: 'Bug analysis and reporting',
    });
  });

  await test.step('at the limit an estimate is sent, approved and worked on', async () => {
    await fyra.syncPage.goToQueue();
    await queue.open(PICKING);
    await ticket.startTimer();
    await fyra.app.passTime(WORKED.picking * MINUTE);
    await expect(fyra.warning()).toContainText('the limit is reached');
    await fyra.openLimitDialog();
    await fyra.limitDialog.estimate('Less than 20 h');
    await look('estimate');
    await fyra.limitDialog.send();
    await expect(fyra.limitDialog.dialog()).toBeHidden();
    await ticket.showTab('Time');
    await expect(ticket.decision()).toContainText('The customer has been asked');
    await fyra.openLimitDialog();
    await fyra.limitDialog.approve('Mikael Stenberg', 'Telephone', '20 h');
    await expect(ticket.limit()).toContainText('The limit is 20 h: approved by Mikael Stenberg');
    await expect(fyra.warning()).toHaveCount(0);
    await workOn(fyra, WORKED.pickingAfterApproval, 'Sorteringen rättad i plocksedeln');
    await expect(ticket.unapproved()).toBeHidden();
  });

  await test.step('one ticket is answered and followed up, one is solved, and a meeting has no ticket', async () => {
    await queue.open(STOCK);
    await ticket.writeToCustomer();
    await ticket.compose().getByRole('textbox', { name: 'Text' }).fill('Rapporten finns under Lager.');
    await ticket.compose().getByRole('button', { name: 'Send to customer' }).click();
    await ticket.moveTo('Väntar på kund');
    await fyra.command('Follow up');
    await handling.followUpNextWorkingDay();
    await expect(queue.row(STOCK)).toHaveCount(0);
    await queue.open(LABELS);
    await ticket.moveTo('Löst');
    await expect(queue.row(LABELS)).toHaveCount(0);
    await timesheet.open();
    await timesheet.addLine({ activity: 'Meeting', time: `${WORKED.meeting}min`, description: 'Planering' });
  });

  await test.step('the timesheet adds up, and the portal has the same', async () => {
    await expect(timesheet.total('day', 'charged')).toHaveText(CHARGED);
    await expect(timesheet.total('day', 'included')).toHaveText(INCLUDED);
    await expect(timesheet.total('day', 'notCharged')).toHaveText(NOT_CHARGED);
    await expect(timesheet.total('day', 'unapproved')).toHaveText(/^0\smin$/);
    await look('timesheet');
    await fyra.syncPage.open();
    await fyra.syncPage.syncNow();
    await expect(fyra.syncPage.emptyOutbox()).toBeVisible();
    await look('sync');
    const portal = await fyra.app.practicePortal();
    const lines = (await json2(portal, 'account.analytic.line', 'search_read', {
      domain: [
        ['date', '=', await fyra.today()],
        ['employee_id.user_id.name', '=', 'Maja Lindqvist'],
      ],
      fields: ['unit_amount'],
    })) as { unit_amount: number }[];
    const minutes = Math.round(lines.reduce((sum, { unit_amount }) => sum + unit_amount * 60, 0));
    // The keys that stop a timer take their seconds.
    expect(minutes - ALL_WORKED).toBeGreaterThanOrEqual(0);
    expect(minutes - ALL_WORKED).toBeLessThanOrEqual(1);
    const picking = await ticketOnPortal(portal, PICKING);
    expect(await picking.messages('20 timmar')).not.toHaveLength(0);
  });

  await test.step('the reports say it by customer, and go out as a file', async () => {
    await fyra.goTo('/reports');
    await reports.groupBy('By customer');
    await expect(reports.table('Hours by customer').getByRole('row', { name: /^Vätterns Båtvarv AB/ })).toContainText(
      /45\smin/,
    );
    await look('reports');
    const file = join(folder, 'report.csv');
    await fyra.app.answerSaveDialog(file);
    await reports.exportAs('CSV');
    await expect.poll(() => readIfThere(file)).toContain('Kolmårdens Trävaror AB');
    await fyra.goTo('/');
    await queue.open(BILL);
    await ticket.showTab('Time');
    const work = join(folder, 'work.csv');
    await fyra.app.answerSaveDialog(work);
    await ticket.pane().getByRole('button', { name: 'Work report for the customer' }).click();
    await window.getByRole('menuitem', { name: /^CSV/ }).first().click();
    await expect.poll(() => readIfThere(work)).toContain('Rättat kontot på leverantören');
    expect(readIfThere(work)).not.toContain('momskoden');
  });
});

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
