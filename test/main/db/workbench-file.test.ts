import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../src/main/db/migrate';
import { migration0001 } from '../../../src/main/db/migrations/0001-workbench';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { makeFolder, openWorkbench } from '../../support/workbench';
import { connect, readElsewhere } from '../../support/workbench-file';
import { addTicket } from '../../support/workbench-rows';

/** A file with a running timer, and another connection to it. */
async function makeFileWithTimer() {
  const workbench = openWorkbench();
  await startTimer(workbench, await addTicket(workbench));
  return { workbench, other: connect(workbench.file) };
}

describe('the workbench file itself', () => {
  it('declares the type of every column of every table', () => {
    const { file } = openWorkbench();
    const tables = readElsewhere(
      file,
      `SELECT name, strict FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'`,
    );
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  it('refuses a value of another type', async () => {
    const { other } = await makeFileWithTimer();
    expect(() => other.exec(`UPDATE ticket SET remote_id = 'forty-two'`)).toThrow('INTEGER');
    expect(() => other.exec(`UPDATE heartbeat SET wall = 'noon'`)).toThrow('INTEGER');
  });

  it('refuses to change what a timer has logged', async () => {
    const { workbench, other } = await makeFileWithTimer();
    const before = readElsewhere(workbench.file, 'SELECT * FROM timer_event');
    expect(() => other.exec(`UPDATE timer_event SET event = '{}'`)).toThrow('only appended to');
    expect(() => other.exec('DELETE FROM timer_event')).toThrow('only appended to');
    expect(readElsewhere(workbench.file, 'SELECT * FROM timer_event')).toEqual(before);
  });

  it('refuses a second running timer', async () => {
    const { workbench, other } = await makeFileWithTimer();
    const ticketId = await addTicket(workbench);
    const insert = other.prepare(`INSERT INTO timer VALUES (?, ?, 'general-user-support', ?)`);
    insert.run('another', ticketId, 'paused');
    expect(() => insert.run('a-third', ticketId, 'running')).toThrow('UNIQUE');
    expect(() => other.exec(`UPDATE timer SET state = 'running' WHERE id = 'another'`)).toThrow('UNIQUE');
  });

  it('holds one operation for each thing that is sent', async () => {
    const { other } = await makeFileWithTimer();
    const insert = other.prepare(
      `INSERT INTO outbox (id, kind, subject_id, operation, state, attempts, next_attempt_at, created_at)
       VALUES (?, 'post-message', 'the message', '{}', 'waiting', 0, 0, 0)`,
    );
    insert.run('first');
    expect(() => insert.run('second')).toThrow('UNIQUE');
  });

  it('of the first version is brought up to date with everything in it', async () => {
    const folder = makeFolder();
    const old = connect(join(folder, 'workbench.sqlite'));
    expect(migrate(old, [migration0001]).ok).toBe(true);
    old.exec(`INSERT INTO sync_cursor (model, changed_at) VALUES ('message', 42)`);
    old.close();
    const { database } = openWorkbench({ folder });
    expect(await database.selectFrom('syncCursor').selectAll().execute()).toEqual([
      { model: 'message', changedAt: 42 },
    ]);
    expect(await database.selectFrom('ticketWithoutHistory').selectAll().execute()).toEqual([]);
  });

  it('is opened again with everything in it', async () => {
    const folder = makeFolder();
    const first = openWorkbench({ folder });
    await startTimer(first, await addTicket(first));
    await first.database.destroy();
    const second = openWorkbench({ folder });
    expect(await second.database.selectFrom('timer').select('state').execute()).toEqual([{ state: 'running' }]);
  });
});
