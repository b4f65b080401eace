import { findings } from './support/axe';
import { json2 } from './support/json2';
import { ticketOnPortal } from './support/portal-bench';
import { expect, test } from './support/test';

const TICKET = 'Kassan i butiken startar inte';

test('a ticket is moved, renamed and handed over, and each of it can be taken back', async ({ launch, portal }) => {
  const fyra = await launch();
  await fyra.welcome.connect(portal);
  await fyra.queue.open(TICKET);
  const { ticket, window } = fyra;
  const onPortal = await ticketOnPortal(portal, TICKET);
  const read = async () => {
    const named = { ids: [onPortal.id], fields: ['name', 'stage_id', 'user_ids', 'priority'] };
    const [row] = (await json2(portal, 'project.task', 'read', named)) as Record<string, unknown>[];
    return row;
  };

  await ticket.moveTo('Väntar på kund');
  await expect(ticket.stage()).toContainText('Väntar på kund');
  await expect.poll(async () => (await read())?.['stage_id']).toContain('Väntar på kund');
  await fyra.undo('S-1054: Väntar på kund');
  await expect(ticket.stage()).not.toContainText('Väntar på kund');
  await expect.poll(async () => (await read())?.['stage_id']).not.toContain('Väntar på kund');

  await ticket.rename('Kassan i Lund startar inte');
  await expect(ticket.heading('Kassan i Lund startar inte')).toBeVisible();
  await expect(fyra.queue.row('Kassan i Lund startar inte')).toBeVisible();
  await expect.poll(async () => (await read())?.['name']).toBe('Kassan i Lund startar inte');
  await window.keyboard.press('Control+z');
  await expect(ticket.heading(TICKET)).toBeVisible();

  // It is escalated, and starred for that.
  await expect(ticket.star()).toHaveAttribute('aria-pressed', 'true');
  await ticket.star().click();
  await expect(ticket.star()).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(async () => (await read())?.['priority']).toBe('0');

  expect(await findings(window)).toEqual([]);
  await ticket.handOver('Oskar Berg', 'Kunden väntar på svar i dag.');
  await expect(ticket.assignee()).toContainText('Oskar Berg');
  await expect(fyra.queue.row(TICKET)).toHaveCount(0);
  await fyra.undo('S-1054 is handed to Oskar Berg.');
  await expect(fyra.queue.row(TICKET)).toBeVisible();
  await expect.poll(async () => (await onPortal.messages('Kunden väntar på svar')).length).toBe(1);
});

test('a ticket that is registered without the portal can be worked on at once, and is there once afterwards', async ({
  portal,
  faultProxy,
  connectThroughProxy,
}) => {
  const fyra = await connectThroughProxy();
  await expect(fyra.statusBar.bar()).toContainText('Online');
  faultProxy.setOffline(true);

  const { registerDialog } = fyra;
  await registerDialog.open();
  await registerDialog.write({
    title: 'Etiketter skrivs inte ut',
    customer: 'Norrskenets Cykel AB',
    description: 'Kunden ringde.\n\nSkrivaren blinkar.',
  });
  expect(await findings(fyra.window)).toEqual([]);
  await registerDialog.timer().uncheck();
  await registerDialog.submit();
  await expect(fyra.ticket.heading('Etiketter skrivs inte ut')).toContainText('N-1');
  await fyra.undo('N-1 is registered');
  await expect(fyra.queue.row('Etiketter skrivs inte ut')).toHaveCount(0);

  await fyra.window.keyboard.press('n');
  await registerDialog.write({
    title: 'Etiketter skrivs inte ut',
    customer: 'Norrskenets Cykel AB',
    description: 'Kunden ringde.',
  });
  await fyra.window.keyboard.press('Control+Enter');
  await expect(fyra.ticket.heading('Etiketter skrivs inte ut')).toContainText('N-1');
  await expect(fyra.timerBar.bar()).toContainText('N-1');
  await fyra.ticket.writeNote('Skrivaren står i lagret');
  await fyra.syncPage.open();
  await expect(fyra.syncPage.entry('New ticket N-1')).toBeVisible();

  faultProxy.setOffline(false);
  await fyra.syncPage.syncNow();
  await expect(fyra.syncPage.emptyOutbox()).toBeVisible();
  const onPortal = await ticketOnPortal(portal, 'Etiketter skrivs inte ut');
  expect(await onPortal.messages('Skrivaren står i lagret')).toHaveLength(1);
  await fyra.syncPage.goToQueue();
  await expect(fyra.ticket.heading('Etiketter skrivs inte ut')).toContainText(`S-${onPortal.id}`);
});

test('what both sides changed is shown side by side, decided, and the decision taken back', async ({
  portal,
  faultProxy,
  connectThroughProxy,
}) => {
  const fyra = await connectThroughProxy();
  await expect(fyra.statusBar.bar()).toContainText('Online');
  await fyra.queue.open(TICKET);
  const { syncPage, ticket } = fyra;
  const onPortal = await ticketOnPortal(portal, TICKET);
  const stageIds = (await json2(portal, 'project.task.type', 'search', {
    domain: [['name', '=', 'Löst']],
  })) as number[];
  faultProxy.setOffline(true);
  await ticket.rename('Kassan i Lund startar inte');
  await ticket.moveTo('Väntar på kund');
  const vals = { name: 'Kassan i Malmö startar inte', stage_id: stageIds[0] };
  await json2(portal.colleague, 'project.task', 'write', { ids: [onPortal.id], vals });
  faultProxy.setOffline(false);

  await syncPage.open();
  await syncPage.syncNow();
  await expect(syncPage.conflict('Title')).toContainText('Kassan i Lund startar inte');
  await expect(syncPage.conflict('Title')).toContainText('Kassan i Malmö startar inte');
  await expect(syncPage.conflict('Title')).toContainText(TICKET);
  await expect(syncPage.conflict('Stage')).toContainText('Väntar på kund');
  await expect(syncPage.conflict('Stage')).toContainText('Löst');
  await expect(syncPage.emptyOutbox()).toBeVisible();
  expect(await findings(fyra.window)).toEqual([]);

  await expect(fyra.statusBar.bar()).toContainText('2 conflicts');
  await syncPage
    .conflict('Stage')
    .getByRole('button', { name: /^Leave it/ })
    .click();
  await expect(syncPage.conflict('Stage')).toHaveCount(0);
  await syncPage
    .conflict('Title')
    .getByRole('button', { name: /^Keep yours/ })
    .click();
  await expect(syncPage.conflicts()).toHaveCount(0);
  await expect(fyra.statusBar.bar()).not.toContainText('conflict');
  await expect.poll(async () => (await read(portal, onPortal.id))?.['name']).toBe('Kassan i Lund startar inte');

  await fyra.undo('Yours is sent to the portal.');
  await expect(syncPage.conflict('Title')).toBeVisible();
  await expect.poll(async () => (await read(portal, onPortal.id))?.['name']).toBe('Kassan i Malmö startar inte');
});

async function read(portal: Parameters<typeof json2>[0], id: number): Promise<Record<string, unknown> | undefined> {
  const rows = (await json2(portal, 'project.task', 'read', { ids: [id], fields: ['name'] })) as Record<
    string,
    unknown
  >[];
  return rows[0];
}
