import { closeSync, existsSync, openSync, readdirSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { addMs } from '@core/time/instant';
import { expect, it } from 'vitest';
import { backupFolderOf, listBackups } from '../../src/main/db/backups';
import { openWorkbenchDatabase } from '../../src/main/db/open';
import { findNewestWhole, lastChangeOf, readContents, restoreBackup } from '../../src/main/db/restore';
import { answerTo, openWithTicket } from '../support/ask';
import { expectValue } from '../support/portal-bench';
import { openTestSession } from '../support/session';
import { linesOnPortal, messagesOnPortal } from '../support/sync-bench';
import { readElsewhere } from '../support/workbench-file';
import { firstOf } from '../support/workbench-rows';

const DAY = 24 * 60 * 60 * 1000;

/** An app with a described line of 30 minutes and a message that both wait, a backup of that, and its closed file. */
async function backUpThenSend() {
  const { bench, session, ticket } = await openWithTicket();
  await session.sync.setOffline(true);
  const work = { kindOfWork: 'general-user-support', target: { kind: 'ticket', ticketId: ticket.id } };
  const addLine = (description: string) =>
    answerTo(session, 'timesheet:add', {
      ...work,
      date: '2026-11-23',
      time: { kind: 'duration', workedSeconds: 1800 },
      description,
    });
  await addLine('Before the backup');
  await answerTo(session, 'message:write', { ticketId: ticket.id, text: 'Hej!', isInternalNote: false });
  expectValue(await session.backups.make());
  await session.sync.setOffline(false);
  await session.sync.run();
  await session.close();
  const file = join(session.folder, 'workbench.sqlite');
  const [backup] = listBackups(file);
  if (!backup) throw new Error('There is no backup.');
  return { bench, session, ticket, file, backup };
}

function damage(file: string): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(statSync(file).size - 8192, 0xa5), 0, undefined, 8192);
  closeSync(handle);
}

it('says how much a backup holds', async () => {
  const { file, backup } = await backUpThenSend();
  expect(readContents(file, backup.name)).toEqual({ lines: 1, unsent: 2 });
});

it('sends no line and no message twice that was sent after the backup was made', async () => {
  const { bench, session, ticket, file, backup } = await backUpThenSend();
  // An internal note that tells of a line is told again: whoever reads it goes by the line's id.
  const onPortal = async () => [
    await linesOnPortal(bench, ticket),
    (await messagesOnPortal(bench, ticket)).filter(({ isInternalNote }) => !isInternalNote),
  ];
  const before = await onPortal();
  expect(before[0]).toHaveLength(1);
  expect(JSON.stringify(before[1]).match(/Hej!/gu)).toHaveLength(1);
  const { clock } = session;
  expectValue(restoreBackup(file, backup.name, clock.read().wall));
  const open = `SELECT DISTINCT state, sent_at FROM outbox WHERE state <> 'done'`;
  expect(readElsewhere(file, open)).toEqual([{ state: 'in-flight', sent_at: clock.read().wall }]);
  const again = await openTestSession({ folder: session.folder, clock, portal: bench.portal });
  await again.sync.setOffline(false);
  await again.sync.run();
  expect(await onPortal()).toEqual(before);
  expect(readElsewhere(file, open)).toEqual([]);
  expect(again.errors).toEqual([]);
});

it('keeps the file it takes the place of, and can go back to it', async () => {
  const { session, file, backup } = await backUpThenSend();
  const present = readFileSync(file);
  const now = session.clock.read().wall;
  expectValue(restoreBackup(file, backup.name, addMs(now, DAY)));
  const aside = listBackups(file).find(({ kind }) => kind === 'set-aside');
  expect(aside?.madeAt).toBe(addMs(now, DAY));
  expect(readFileSync(join(backupFolderOf(file), String(aside?.name)))).toEqual(present);
  expectValue(restoreBackup(file, String(aside?.name), addMs(now, 2 * DAY)));
  expect(readElsewhere(file, `SELECT count(*) AS n FROM outbox WHERE state <> 'done'`)).toEqual([{ n: 0 }]);
  expect(listBackups(file).filter(({ kind }) => kind === 'set-aside')).toHaveLength(2);
});

it('is told of a damaged file at the start, keeps it with its log, and opens the newest whole backup instead', async () => {
  const { session, file, backup } = await backUpThenSend();
  damage(file);
  const damaged = readFileSync(file);
  expect(openWorkbenchDatabase(file)).toMatchObject({ ok: false, failure: { kind: 'damaged' } });
  expect(readFileSync(file)).toEqual(damaged);
  expect(lastChangeOf(file)).not.toBeNull();
  expect(findNewestWhole(file)).toEqual(backup);
  expectValue(restoreBackup(file, backup.name, session.clock.read().wall));
  const aside = listBackups(file).find(({ kind }) => kind === 'set-aside');
  expect(readFileSync(join(backupFolderOf(file), String(aside?.name)))).toEqual(damaged);
  const opened = expectValue(openWorkbenchDatabase(file));
  await opened.destroy();
});

it('offers no backup that is damaged itself, and moves nothing for one', async () => {
  const { session, file, backup } = await backUpThenSend();
  damage(join(backupFolderOf(file), backup.name));
  const present = readFileSync(file);
  expect(findNewestWhole(file)).toBeNull();
  expect(restoreBackup(file, backup.name, session.clock.read().wall)).toMatchObject({
    ok: false,
    failure: { kind: 'damaged' },
  });
  expect(readFileSync(file)).toEqual(present);
  expect(readdirSync(session.folder)).not.toContain('workbench.sqlite.restored');
});

it.each(['../workbench.sqlite', '/etc/passwd', 'daily-x.sqlite', ''])('never turns %j into a path', async (name) => {
  const { session, file } = await backUpThenSend();
  expect(restoreBackup(file, name, session.clock.read().wall)).toMatchObject({ failure: { kind: 'not-found' } });
});

it('ends a restore at the next start that was cut off between the two files', async () => {
  const { session, file, backup } = await backUpThenSend();
  expectValue(restoreBackup(file, backup.name, session.clock.read().wall));
  renameSync(file, `${file}.restored`);
  const opened = expectValue(openWorkbenchDatabase(file));
  await opened.destroy();
  expect(readElsewhere(file, 'SELECT count(*) AS n FROM timesheet_line')).toEqual([{ n: 1 }]);
  expect(existsSync(`${file}.restored`)).toBe(false);
});

it('writes a change anew that waited in the backup, also over a later one of the same line', async () => {
  const { bench, session, ticket } = await openWithTicket();
  const target = { kind: 'ticket', ticketId: ticket.id };
  const time = (workedSeconds: number) => ({ time: { kind: 'duration', workedSeconds } });
  const line = { target, date: '2026-11-23', ...time(1800), kindOfWork: 'general-user-support', description: 'Moms' };
  await answerTo(session, 'timesheet:add', line);
  await session.sync.run();
  const lineId = firstOf((await answerTo(session, 'ticket:read', { ticketId: ticket.id })).lines).id;
  await session.sync.setOffline(true);
  await answerTo(session, 'timesheet:edit', { lineId, ...time(3600) });
  expectValue(await session.backups.make());
  await session.sync.setOffline(false);
  await answerTo(session, 'timesheet:edit', { lineId, ...time(5400) });
  await session.sync.run();
  expect(await linesOnPortal(bench, ticket)).toMatchObject([{ workedSeconds: 5400 }]);
  await session.close();
  const file = join(session.folder, 'workbench.sqlite');
  expectValue(restoreBackup(file, firstOf(listBackups(file)).name, session.clock.read().wall));
  const again = await openTestSession({ folder: session.folder, clock: session.clock, portal: bench.portal });
  await again.sync.setOffline(false);
  await again.sync.run();
  expect(await linesOnPortal(bench, ticket)).toMatchObject([{ workedSeconds: 3600 }]);
});
