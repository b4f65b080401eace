import { practiceKeyOf } from '../../src/main/portal/practice/practice-portal';
import type { Workbench } from '../e2e/pages/workbench';
import { annotate, regionOfBrowser } from '../e2e/support/annotate';
import { json2, type PortalAccess } from '../e2e/support/json2';
import { Picture } from '../e2e/support/png';
import { ticketOnPortal } from '../e2e/support/portal-bench';
import { openBrowser } from '../e2e/support/real-browser';
import { expect, test } from '../e2e/support/test';
import { TourGuide } from './tour-guide';

const MINUTE = 60_000;
const TICKET = 'Beställningar från grossisten kommer inte in';
const DESCRIPTION = 'Felsökt varför beställningarna inte kom in och rättat kundens betalningsvillkor';
const NOTE = 'Felet syns i rutan: betalningsvillkoret saknas.';

test('the main job, from the queue to the portal', async ({ launch, folder }) => {
  const guide = new TourGuide();
  let fyra: Workbench = await launch();
  const window = () => fyra.window;

  await guide.step('First start', window, async () => {
    await expect(fyra.welcome.heading()).toBeVisible();
    return 'a first-run page offers the practice portal and a connection to Odoo';
  });

  await guide.step('The queue', window, async () => {
    await fyra.welcome.startPractising();
    await expect(fyra.queue.rows().first()).toContainText('Escalated');
    await expect(fyra.statusBar.bar()).toContainText('Online');
    return `the practice portal's tickets are here, ${await fyra.queue.rows().count()} rows in sight, escalated ones first`;
  });
  const practice = await fyra.app.practicePortal();

  await guide.step('Search and open', window, async () => {
    await fyra.queue.search('grossisten');
    await expect(fyra.queue.rows()).toHaveCount(1);
    await fyra.queue.open(TICKET);
    await expect(fyra.ticket.heading(TICKET)).toBeVisible();
    await fyra.queue.search('');
    return 'one ticket matches "grossisten", and it is open';
  });

  await guide.step('The timer runs', window, async () => {
    await fyra.ticket.startTimer();
    await fyra.app.passTime(47 * MINUTE);
    await expect(fyra.timerBar.elapsed()).toHaveText(/^0:47:/);
    return '47 minutes passed on the timer, the meter counts them';
  });

  await guide.step('Pause and resume', window, async () => {
    await fyra.timerBar.pause();
    await fyra.app.passTime(20 * MINUTE);
    await expect(fyra.timerBar.pausedMenu()).toBeVisible();
    await fyra.ticket.startTimer();
    await expect(fyra.timerBar.elapsed()).toHaveText(/^0:47:/);
    return 'a pause of 20 minutes added nothing';
  });

  await guide.step('The four-hour rule speaks', window, async () => {
    await fyra.app.passTime(134 * MINUTE);
    await expect(fyra.warning()).toContainText('left to the limit');
    expect((await fyra.app.warnings()).map(({ thresholdPermille }) => thresholdPermille)).toEqual([750]);
    await expect.poll(() => fyra.app.trayIcon()).toBe('warning');
    const shown = 'S-1048: the four-hour rule';
    await expect.poll(() => fyra.app.shownNotifications()).toContain(shown);
    return `at 3 h: in the window, on the desktop ("${shown}") and on the tray ("${await fyra.app.trayTooltip()}")`;
  });

  await guide.step('Killed while the timer runs', window, async () => {
    const before = await fyra.timerBar.elapsed().textContent();
    await fyra.app.kill();
    // The steered clock is part of the app: the next start goes on from where this one had moved it.
    fyra = await launch({ clockAheadMs: 201 * MINUTE });
    await expect(fyra.timerBar.elapsed()).toHaveText(/^3:01:/);
    return `before the kill ${before}, after the next start ${await fyra.timerBar.elapsed().textContent()}, still running`;
  });

  await guide.step('Offline', window, async () => {
    await fyra.statusBar.switchOffline(true);
    await expect(fyra.statusBar.bar()).toContainText('Offline since');
    return 'the switch in the status bar holds everything here';
  });

  const browser = await openBrowser(folder);
  await guide.step('A screen dump of a real browser', window, async () => {
    await fyra.queue.open(TICKET);
    await fyra.timerBar.capture();
    const region = await regionOfBrowser();
    await fyra.captureDialog.takeRegion(region.from, region.to);
    await expect(fyra.captureEditor.canvas()).toBeVisible();
    return `a region of ${region.to.x - region.from.x} × ${region.to.y - region.from.y} pixels with the address bar in it`;
  });

  await guide.step('Address arrow box and redaction', window, async () => {
    await fyra.captureEditor.address().fill(browser.address);
    await annotate(fyra);
    return `the address ${browser.address}, an arrow, a box and a redaction stand on the picture`;
  });
  await browser.close();

  await guide.step('Saved to the ticket', window, async () => {
    await fyra.captureEditor.writeMessage(NOTE);
    await fyra.captureEditor.save();
    await fyra.ticket.showTab('Screens');
    await expect(fyra.ticket.screenDumps().first()).toContainText('Waiting to be sent');
    return 'the screen dump is on the ticket and waits to be sent';
  });

  await guide.step('Stop and describe', window, async () => {
    await fyra.timerBar.stop();
    await fyra.stopDialog.describe(DESCRIPTION);
    await fyra.stopDialog.save();
    await fyra.ticket.showTab('Time');
    await expect(fyra.ticket.line(DESCRIPTION)).toContainText('Waiting to be sent');
    return 'the timesheet line is here with its coverage and its charge, and waits';
  });

  await guide.step('What waits', window, async () => {
    await fyra.syncPage.open();
    await expect(fyra.statusBar.waiting()).toContainText('3 waiting');
    const { lines } = await onPortal(await fyra.app.practicePortal());
    expect(lines).toHaveLength(0);
    return 'three operations wait: line, picture, message; the portal has none of them';
  });

  await guide.step('Back online', window, async () => {
    await fyra.statusBar.switchOffline(false);
    await expect(fyra.syncPage.emptyOutbox()).toBeVisible();
    // After the line has left: it would wait here, for these hours leave no room for it.
    await addColleagueHours(await fyra.app.practicePortal(), 1.25);
    await fyra.syncPage.syncNow();
    await expect(fyra.statusBar.bar()).toContainText('Online');
    const { lines, messages, attachments } = await onPortal(await fyra.app.practicePortal());
    expect([lines.length, messages.length, attachments.length]).toEqual([1, 1, 1]);
    return `on the portal once each: a line of ${lines[0]?.unit_amount.toFixed(2)} h, a message, a picture`;
  });

  await guide.step('Colleagues hours arrive', window, async () => {
    await fyra.window.getByRole('link', { name: 'Queue' }).click();
    await fyra.queue.open(TICKET);
    await fyra.ticket.showTab('Time');
    await expect(fyra.ticket.meter()).toContainText('over the limit');
    return "a colleague's 1 h 15 came with the sync, and the meter now stands past the limit";
  });

  await guide.step('The picture that was sent', window, async () => {
    const { ticket, attachments } = await onPortal(await fyra.app.practicePortal());
    const sent = new Picture(await ticket.attachmentBytes(attachments[0]?.id ?? 0));
    await fyra.ticket.showTab('Screens');
    return `${sent.width} × ${sent.height} pixels with the address in a banner above`;
  });

  for (const [language, theme] of [
    ['en', 'dark'],
    ['sv', 'light'],
    ['sv', 'dark'],
  ] as const) {
    await guide.step(`In ${language} ${theme}`, window, async () => {
      await fyra.choose({ language, theme });
      await expect(fyra.window.locator('html')).toHaveAttribute('lang', language);
      return `language ${language}, ${theme} theme`;
    });
  }
  expect(practice.apiKey).not.toBe('');

  async function onPortal(portal: PortalAccess) {
    const ticket = await ticketOnPortal(portal, TICKET);
    return {
      ticket,
      lines: await ticket.lines(DESCRIPTION),
      messages: await ticket.messages(NOTE),
      attachments: await ticket.attachments(),
    };
  }

  async function addColleagueHours(portal: PortalAccess, hours: number): Promise<void> {
    const { id } = await ticketOnPortal(portal, TICKET);
    const colleague = { ...portal, apiKey: practiceKeyOf('oskar', portal.apiKey) };
    await json2(colleague, 'account.analytic.line', 'load', {
      fields: ['id', 'date', 'name', 'unit_amount', 'task_id/.id'],
      data: [['__import__.tour_colleague', new Date().toISOString().slice(0, 10), 'Testat i kopia', hours, id]],
    });
  }
});
