import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { type Migration, migrate } from '../../../src/main/db/migrate';
import { makeFolder } from '../../support/workbench';
import { connect } from '../../support/workbench-file';

const FIRST: Migration = { version: 1, sql: 'CREATE TABLE note (text TEXT NOT NULL) STRICT;' };
const SECOND: Migration = { version: 2, sql: 'ALTER TABLE note ADD COLUMN author TEXT;' };
const FAILING: Migration = { version: 3, sql: 'ALTER TABLE note ADD COLUMN colour TEXT; ALTER TABLE nowhere ADD x;' };

/** A file of version 1 that holds something. */
function makeOldFile() {
  const folder = makeFolder();
  const file = join(folder, 'workbench.sqlite');
  const database = connect(file);
  database.pragma('journal_mode = WAL');
  migrate(database, [FIRST]);
  database.exec(`INSERT INTO note (text) VALUES ('kept')`);
  return { folder, file, database, backups: join(folder, 'backups') };
}

function versionOf(database: Database.Database): unknown {
  return database.pragma('user_version', { simple: true });
}

describe('migrating a file', () => {
  it('brings an old file up and keeps what it holds', () => {
    const { database } = makeOldFile();
    expect(migrate(database, [FIRST, SECOND])).toEqual({ ok: true, value: { from: 1, to: 2 } });
    expect(versionOf(database)).toBe(2);
    expect(database.prepare('SELECT * FROM note').all()).toEqual([{ text: 'kept', author: null }]);
  });

  it('changes nothing in a file that is up to date, and copies nothing', () => {
    const { database, backups } = makeOldFile();
    expect(migrate(database, [FIRST])).toEqual({ ok: true, value: { from: 1, to: 1 } });
    expect(existsSync(backups)).toBe(false);
  });

  it('refuses a file of a newer version', () => {
    const { database } = makeOldFile();
    database.pragma('user_version = 9');
    expect(migrate(database, [FIRST, SECOND])).toEqual({ ok: false, failure: { kind: 'file-is-newer', version: 9 } });
    expect(versionOf(database)).toBe(9);
  });

  it('makes a copy first that opens and holds what the file held', () => {
    const { database, backups } = makeOldFile();
    migrate(database, [FIRST, SECOND]);
    expect(readdirSync(backups)).toEqual(['before-version-1.sqlite']);
    const copy = connect(join(backups, 'before-version-1.sqlite'));
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(versionOf(copy)).toBe(1);
    expect(copy.prepare('SELECT * FROM note').all()).toEqual([{ text: 'kept' }]);
  });

  it('makes no copy of a new file, which holds nothing', () => {
    const folder = makeFolder();
    migrate(connect(join(folder, 'workbench.sqlite')), [FIRST, SECOND]);
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });

  it('takes no step when the copy cannot be made', () => {
    const { database, backups } = makeOldFile();
    writeFileSync(backups, 'a file where the folder should be');
    expect(migrate(database, [FIRST, SECOND])).toMatchObject({ ok: false, failure: { kind: 'backup-failed' } });
    expect(versionOf(database)).toBe(1);
    expect(database.prepare('SELECT * FROM note').all()).toEqual([{ text: 'kept' }]);
  });

  it('replaces what an interrupted or earlier copy left behind', () => {
    const { file, database, backups } = makeOldFile();
    expect(migrate(database, [FIRST, { ...FAILING, version: 2 }])).toMatchObject({ ok: false });
    writeFileSync(join(backups, 'before-version-1.sqlite.unverified'), 'half a copy');
    const again = connect(file);
    again.exec(`INSERT INTO note (text) VALUES ('since then')`);
    expect(migrate(again, [FIRST, SECOND]).ok).toBe(true);
    expect(readdirSync(backups)).toEqual(['before-version-1.sqlite']);
    const copy = connect(join(backups, 'before-version-1.sqlite'));
    expect(copy.prepare('SELECT text FROM note').pluck().all()).toEqual(['kept', 'since then']);
  });
});

describe('a migration step that fails', () => {
  it('leaves the file as it was before that step', () => {
    const { database } = makeOldFile();
    expect(migrate(database, [FIRST, SECOND, FAILING])).toMatchObject({
      ok: false,
      failure: { kind: 'step-failed', version: 3 },
    });
    expect(versionOf(database)).toBe(2);
    expect(database.prepare('SELECT * FROM note').all()).toEqual([{ text: 'kept', author: null }]);
  });

  it('leaves a file that opens again and goes on once the step is mended', () => {
    const { file, database } = makeOldFile();
    expect(migrate(database, [FIRST, { ...FAILING, version: 2 }]).ok).toBe(false);
    database.close();
    const reopened = connect(file);
    expect(reopened.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(migrate(reopened, [FIRST, SECOND])).toEqual({ ok: true, value: { from: 1, to: 2 } });
    expect(reopened.prepare('SELECT text FROM note').pluck().all()).toEqual(['kept']);
  });
});
