import { join } from 'node:path';
import { succeed } from '@core/outcome';
import { toTable } from '@core/tables/table';
import { expect, it } from 'vitest';
import type { AppParts } from '../../../src/main/ipc/parts';
import { listsAccountOf } from '../../../src/main/lists-account';
import { answerTo, ask } from '../../support/ask';
import { expectValue } from '../../support/portal-bench';
import { openTestSession } from '../../support/session';

/** A person who chooses a file with this list. */
function choosing(...lines: readonly string[]): Partial<AppParts> {
  const table = expectValue(toTable(lines.map((line) => line.split(';'))));
  return {
    chooseTableFile: async () => join('somewhere', 'project.task.csv'),
    readTableFile: async () => succeed(table),
    showImportProgress: () => undefined,
  };
}

it('brings tickets in from lists where there is no portal, and says that nothing is sent', async () => {
  const session = await openTestSession({ kind: 'lists' });
  const file = choosing('ID;Title;Stage', '42;Faktura saknas;New');
  const opened = await answerTo(session, 'imports:open', { kind: 'tickets' }, file);
  expect(opened.opened).toMatchObject({ ok: true, table: { guessed: { ticketId: 0, title: 1, stage: 2 } } });
  expect(await answerTo(session, 'queue:list', { view: 'working', search: '' })).toMatchObject({ rows: [] });
  expect(await answerTo(session, 'sync:read', {})).toMatchObject({
    portal: { kind: 'lists', name: '', address: '', userName: 'Maja Lindqvist' },
    connection: { kind: 'without-portal' },
    waitingCount: 0,
  });
  await session.sync.run();
  await session.sync.setOffline(true);
  expect(session.sync.connection()).toEqual({ kind: 'without-portal' });
});

it('brings no tickets in from lists where a portal brings them: they would come twice', async () => {
  const session = await openTestSession();
  const file = choosing('ID;Title;Stage', '42;Faktura saknas;New');
  expect(await ask(session, 'imports:open', { kind: 'tickets' }, file)).toMatchObject({ ok: false });
  const task = { tableId: 'x', kind: 'tickets', columns: { title: 1 } };
  expect(await ask(session, 'imports:preview', task, file)).toMatchObject({ ok: false });
  expect(await ask(session, 'imports:apply', task, file)).toMatchObject({ ok: false });
});

it('comes back to the same file by the same name, however that is typed', () => {
  expect(listsAccountOf('Maja Lindqvist').id).toBe(listsAccountOf(' maja  lindqvist').id);
  expect(listsAccountOf('Maja Lindqvist').id).not.toBe(listsAccountOf('Erik Berg').id);
});

it('is the same person’s file when it is opened again', async () => {
  const first = await openTestSession({ kind: 'lists' });
  await first.close();
  const again = await openTestSession({ kind: 'lists', folder: first.folder });
  const choices = await answerTo(again, 'mapping:read', {});
  expect(choices.groups).toEqual([{ remoteId: 1, name: 'Utan projekt' }]);
});
