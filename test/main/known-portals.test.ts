import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail, succeed } from '@core/outcome';
import { expect, it } from 'vitest';
import { createKnownPortals } from '../../src/main/known-portals';
import type { PortalAccount } from '../../src/main/platform/settings';
import { pauseTimer } from '../../src/main/usecases/pause-timer';
import { startTimer } from '../../src/main/usecases/start-timer';
import { createHandClock } from '../support/hand-clock';
import { expectFailure, expectValue } from '../support/portal-bench';
import { makeFolder, openWorkbench } from '../support/workbench';
import { connect } from '../support/workbench-file';
import { addLine, addTicket } from '../support/workbench-rows';

const account = (id: string, changes: Partial<PortalAccount> = {}): PortalAccount => ({
  id,
  kind: 'odoo',
  address: 'https://portal.example/',
  database: 'furulund',
  login: '',
  userId: 5,
  userName: 'Maja Lindqvist',
  serverVersion: '19.0',
  keepKey: 'session',
  ticketProfile: 'project-tasks',
  ...changes,
});
const OURS = account('odoo-1');
const OTHER = account('odoo-2', { address: 'https://other.example/' });

/** An app that knows two accounts, of which the first is in use. */
function startApp({ keys = ['odoo-1', 'odoo-2'] }: { keys?: readonly string[] } = {}) {
  const dataFolder = makeFolder();
  const clock = createHandClock();
  const workbench = openWorkbench({ folder: join(dataFolder, 'portals', OURS.id), clock });
  let accounts = [OURS, OTHER];
  let current: PortalAccount | null = OURS;
  const opened: string[] = [];
  let isUnreachable = false;
  const portals = createKnownPortals({
    dataFolder,
    settings: { read: () => ({ accounts }) },
    secrets: { read: (id) => (keys.includes(id) ? 'a key' : null) },
    clock,
    session: () => (current?.id === OURS.id ? { workbench, account: OURS } : null),
    open: async (chosen) => {
      opened.push(chosen.id);
      if (isUnreachable) return fail({ code: 'portal-unreachable', message: '' });
      current = chosen;
      return succeed(null);
    },
    openWithKey: async (chosen, { apiKey }) => {
      opened.push(`${chosen.id} with ${apiKey}`);
      return succeed(null);
    },
    close: async () => {
      current = null;
      await workbench.database.destroy();
    },
    forget: (id) => {
      accounts = accounts.filter((known) => known.id !== id);
    },
  });
  const find = async (id: string) => (await portals.list()).find((known) => known.id === id);
  return {
    portals,
    workbench,
    dataFolder,
    opened,
    find,
    refuse: () => {
      isUnreachable = true;
    },
    known: () => accounts.map(({ id }) => id),
    inUse: () => current?.id ?? null,
  };
}

it('tells of each account who works there, whether its key is kept, and what is not sent', async () => {
  const { portals, workbench } = startApp({ keys: ['odoo-2'] });
  await addLine(workbench, await addTicket(workbench), { workedSeconds: 1800 });
  expect(await portals.list()).toMatchObject([
    {
      id: 'odoo-1',
      name: 'portal.example',
      database: 'furulund',
      isOpen: true,
      hasKey: false,
      unsent: { lines: { count: 1, workedSeconds: 1800 } },
      removalObstacle: 'unsent',
    },
    { id: 'odoo-2', name: 'other.example', isOpen: false, hasKey: true, removalObstacle: null },
  ]);
});

it('leaves nothing beside a file that it only looks into', async () => {
  const { portals, workbench, dataFolder } = startApp();
  await addTicket(workbench);
  await workbench.database.destroy();
  await portals.list();
  expect(readdirSync(join(dataFolder, 'portals', OURS.id))).toEqual(['workbench.sqlite']);
});

it('does not know what a file of another version holds, and lets nobody remove it', async () => {
  const { portals, workbench, find } = startApp();
  await workbench.database.destroy();
  connect(workbench.file).pragma('user_version = 1');
  expect(await find(OURS.id)).toMatchObject({ unsent: null, removalObstacle: 'unreadable' });
  expect(expectFailure(await portals.remove(OURS.id)).kind).toBe('unreadable');
  expect(existsSync(workbench.file)).toBe(true);
});

it('opens another one, and says which timer that paused', async () => {
  const { portals, workbench, opened } = startApp();
  expectValue(await startTimer(workbench, await addTicket(workbench)));
  expect(expectValue(await portals.open(OTHER.id, null))).toEqual({ pausedTicketNumber: 'S-1' });
  expectValue(await portals.open(OTHER.id, { apiKey: 'new', keepKey: 'session' }));
  expect(opened).toEqual(['odoo-2', 'odoo-2 with new']);
});

it('opens none that it does not know, and hands on why one did not open', async () => {
  const { portals, refuse } = startApp();
  expect(expectFailure(await portals.open('odoo-3', null)).code).toBe('not-found');
  refuse();
  expect(expectFailure(await portals.open(OTHER.id, null)).code).toBe('portal-unreachable');
});

it('removes the one in use once everything is sent', async () => {
  const { portals, dataFolder, known, inUse } = startApp();
  expect(expectValue(await portals.remove(OURS.id))).toEqual({ isDeletedLater: false });
  expect(known()).toEqual([OTHER.id]);
  expect(inUse()).toBe(null);
  expect(readdirSync(join(dataFolder, 'portals'))).toEqual([]);
});

it('removes nothing that is neither sent nor in an export', async () => {
  const { portals, workbench, known, inUse } = startApp();
  await addLine(workbench, await addTicket(workbench), { workedSeconds: 1800 });
  expect(expectFailure(await portals.remove(OURS.id)).kind).toBe('unsent');
  // It was asked for and not written: a person closed the dialog, or the disk was full.
  await portals.beginExport(OURS.id);
  expect(expectFailure(await portals.remove(OURS.id)).kind).toBe('unsent');
  expect(known()).toHaveLength(2);
  expect(inUse()).toBe(OURS.id);
  expect(existsSync(workbench.file)).toBe(true);
});

it('removes what is in an export, and not what was recorded since', async () => {
  const { portals, workbench, find } = startApp();
  const ticketId = await addTicket(workbench);
  await addLine(workbench, ticketId, { workedSeconds: 1800 });
  const source = await portals.beginExport(OURS.id);
  source?.noteWritten();
  expect(await find(OURS.id)).toMatchObject({ removalObstacle: null });
  await addLine(workbench, ticketId, { workedSeconds: 600 });
  expect(expectFailure(await portals.remove(OURS.id)).kind).toBe('unsent');
  (await portals.beginExport(OURS.id))?.noteWritten();
  expectValue(await portals.remove(OURS.id));
});

it('takes what was recorded while an export was written for not exported', async () => {
  const { portals, workbench } = startApp();
  const ticketId = await addTicket(workbench);
  const source = await portals.beginExport(OURS.id);
  await addLine(workbench, ticketId, { workedSeconds: 600 });
  source?.noteWritten();
  expect(expectFailure(await portals.remove(OURS.id)).kind).toBe('unsent');
});

it('removes nothing while a timer runs, and what was paused only when it is in an export', async () => {
  const { portals, workbench } = startApp();
  const { timerId } = expectValue(await startTimer(workbench, await addTicket(workbench)));
  (await portals.beginExport(OURS.id))?.noteWritten();
  expect(expectFailure(await portals.remove(OURS.id)).kind).toBe('timer-runs');
  await pauseTimer(workbench, timerId);
  expect(expectFailure(await portals.remove(OURS.id)).kind).toBe('unsent');
  (await portals.beginExport(OURS.id))?.noteWritten();
  expectValue(await portals.remove(OURS.id));
});
