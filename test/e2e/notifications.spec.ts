import { json2, type PortalAccess } from './support/json2';
import { ticketOnPortal } from './support/portal-bench';
import { expect, test } from './support/test';
import { aheadToAfternoon, aheadToAfterOpening, aheadToBeforeClosing } from './support/working-day';

const FRESH_TICKET = 'Kassan i butiken startar inte';
const MINUTE = 60_000;
const WORKED_TICKET = 'Moms saknas på faktura INV/2026/00042';
/** Which targets come due while time passes depends on the hour of the day. */
const NO_TARGETS = { notifyTargets: false };
const TITLE = 'S-1041: the four-hour rule';

test('a warning on the desktop can be answered with pause or with open, while another program is in front', async ({
  launch,
}) => {
  const fyra = await launch();
  await fyra.choose(NO_TARGETS);
  await fyra.welcome.startPractising();
  await expect(fyra.queue.row(WORKED_TICKET)).toBeVisible();
  await fyra.startTimerOn(WORKED_TICKET);
  await fyra.app.minimise();
  await fyra.app.passTime(11 * MINUTE);
  await expect.poll(() => fyra.app.shownNotifications()).toEqual([TITLE]);
  const warning = (await fyra.app.notifications()).find(({ title }) => title === TITLE);
  expect(warning).toMatchObject({ actionIds: ['open', 'pause'], urgency: 'normal' });
  // Where the system shows no buttons a click opens, and the text says so.
  const hasButtons = process.platform !== 'linux';
  expect(warning?.buttons).toEqual(hasButtons ? ['Open', 'Pause'] : []);
  expect(warning?.body.endsWith('Click to open the ticket.')).toBe(!hasButtons);

  await fyra.app.answerNotification(TITLE, 'pause');
  await expect.poll(() => fyra.app.trayIcon()).toBe('paused');
  expect(await fyra.app.isMinimised()).toBe(true);

  await fyra.startTimerOn(WORKED_TICKET);
  await fyra.app.passTime(30 * MINUTE);
  await expect.poll(async () => (await fyra.app.shownNotifications()).length).toBe(2);
  await fyra.app.answerNotification(TITLE, 'open');
  await expect.poll(() => fyra.app.isMinimised()).toBe(false);
  await expect(fyra.ticket.heading(WORKED_TICKET)).toBeVisible();
});

test('circumstances: idle-question: an absence is asked about on the desktop, and a click on it answers nothing', async ({
  launch,
}) => {
  const fyra = await launch();
  await fyra.choose(NO_TARGETS);
  await fyra.welcome.startPractising();
  await expect(fyra.queue.row(FRESH_TICKET)).toBeVisible();
  await fyra.startTimerOn(FRESH_TICKET);
  await fyra.app.minimise();
  const floating = await fyra.floatingTimer();
  await fyra.app.hear('lock');
  await fyra.app.passTime(25 * MINUTE);
  await fyra.app.hear('unlock');
  await expect.poll(() => fyra.app.shownNotifications()).toEqual(['S-1054: 25 min of unknown time']);
  await expect(floating.timer()).toContainText('1 question waits for an answer in Fyra');
  await expect(floating.elapsed()).toHaveText(/^0:00:/);

  await fyra.app.answerNotification('S-1054: 25 min of unknown time', 'show');
  await expect.poll(() => fyra.app.isMinimised()).toBe(false);
  await expect(fyra.unknownTime()).toContainText('25');
  await expect(fyra.timerBar.elapsed()).toHaveText(/^0:00:/);
});

/** The office gives the consultant a ticket that has come in. */
async function registerOnPortal(portal: PortalAccess, title: string): Promise<void> {
  const like = await ticketOnPortal(portal, FRESH_TICKET);
  const fields = ['project_id', 'user_ids'];
  const [task] = (await json2(portal, 'project.task', 'read', { ids: [like.id], fields })) as {
    project_id: [number, string];
    user_ids: number[];
  }[];
  const values = { name: title, project_id: task?.project_id[0], user_ids: [[6, 0, task?.user_ids]] };
  await json2(portal, 'project.task', 'create', { vals_list: [values] });
}

async function replyOnPortal(portal: PortalAccess, title: string): Promise<void> {
  const { id } = await ticketOnPortal(portal, title);
  await json2(portal, 'project.task', 'message_post', {
    ids: [id],
    body: 'Det hände igen.',
    message_type: 'comment',
    subtype_xmlid: 'mail.mt_comment',
  });
}

test('what a sync brings is told of together, a single one leads to its ticket, and a mark stands until it is opened', async ({
  launch,
  portal,
}) => {
  const fyra = await launch({ clockAheadMs: aheadToAfternoon() });
  await fyra.choose(NO_TARGETS);
  await fyra.welcome.connect(portal);
  await expect(fyra.queue.row(FRESH_TICKET)).toBeVisible();
  await expect(fyra.statusBar.bar()).toContainText('Online');
  expect(await fyra.app.shownNotifications()).toEqual([]);
  await expect(fyra.queue.unread()).toHaveCount(0);

  await registerOnPortal(portal, 'Etiketter skrivs inte ut');
  await registerOnPortal(portal, 'Fel moms på kvitton');
  await replyOnPortal(portal.colleague, WORKED_TICKET);
  await fyra.sync();
  await expect.poll(() => fyra.app.shownNotifications()).toEqual(['2 new tickets, 1 reply']);
  await expect(fyra.queue.unread(WORKED_TICKET)).toHaveText('New reply:');
  await fyra.queue.search('Fel moms');
  await expect(fyra.queue.unread()).toHaveText(['New ticket:']);
  await fyra.queue.open('Fel moms på kvitton');
  await expect(fyra.queue.unread()).toHaveCount(0);
  await fyra.queue.search('');

  await fyra.app.minimise();
  await replyOnPortal(portal.colleague, FRESH_TICKET);
  await fyra.sync();
  await expect.poll(() => fyra.app.shownNotifications()).toEqual(['2 new tickets, 1 reply', 'S-1054: new reply']);
  expect(await fyra.app.isMinimised()).toBe(true);
  const single = (await fyra.app.notifications()).find(({ title }) => title === 'S-1054: new reply');
  expect(single).toMatchObject({ actionIds: ['open'], urgency: 'normal' });
  await fyra.app.answerNotification('S-1054: new reply', 'open');
  await expect.poll(() => fyra.app.isMinimised()).toBe(false);
  await expect(fyra.ticket.heading(FRESH_TICKET)).toBeVisible();
  await expect(fyra.queue.unread(FRESH_TICKET)).toHaveCount(0);
  await expect(fyra.queue.unread(WORKED_TICKET)).toHaveText('New reply:');
});

test('what comes in the evening is told of when service hours begin, also by another start of the app', async ({
  launch,
  portal,
}) => {
  const evening = await launch({ clockAheadMs: aheadToBeforeClosing(-60 * MINUTE) });
  await evening.choose(NO_TARGETS);
  await evening.welcome.connect(portal);
  await expect(evening.queue.row(FRESH_TICKET)).toBeVisible();
  await expect(evening.statusBar.bar()).toContainText('Online');
  await registerOnPortal(portal, 'Etiketter skrivs inte ut');
  await evening.sync();
  await evening.queue.search('Etiketter');
  await expect(evening.queue.unread()).toHaveText(['New ticket:']);
  await evening.app.passTime(2 * MINUTE);
  expect(await evening.app.shownNotifications()).toEqual([]);
  await evening.app.close();

  const morning = await launch({ clockAheadMs: aheadToAfterOpening(MINUTE) });
  await morning.queue.search('Etiketter');
  await expect(morning.queue.unread()).toHaveText(['New ticket:']);
  await morning.app.passTime(MINUTE);
  await expect.poll(() => morning.app.shownNotifications()).toEqual(['S-1057: new ticket']);
});
