import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { currentVersion } from '../../../src/main/db/migrate';
import { openWorkbenchDatabase } from '../../../src/main/db/open';
import { makeFolder, openWorkbench } from '../../support/workbench';
import { connect } from '../../support/workbench-file';

/** The digest of every file in a folder. */
function digestsIn(folder: string): Record<string, string> {
  const digestOf = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return Object.fromEntries(readdirSync(folder).map((name) => [name, digestOf(name)]));
}

/** A newer app that has this folder's file open. */
function openWithNewerApp(folder: string) {
  const newer = connect(join(folder, 'workbench.sqlite'));
  newer.pragma('journal_mode = WAL');
  newer.exec('CREATE TABLE of_the_future (id INTEGER PRIMARY KEY) STRICT');
  newer.pragma(`user_version = ${currentVersion + 1}`);
  return newer;
}

describe('the connection to a workbench file', () => {
  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
  ])('has %s set to %s', async (name, value) => {
    const { database } = openWorkbench();
    const { rows } = await sql<Record<string, unknown>>`SELECT * FROM ${sql.raw(`pragma_${name}`)}`.execute(database);
    expect(Object.values(rows[0] ?? {})).toEqual([value]);
  });

  it('refuses a row that points to nothing', async () => {
    const { database } = openWorkbench();
    const orphan = sql`INSERT INTO customer_agreement (customer_id, kind) VALUES ('nobody', 'patch')`;
    await expect(orphan.execute(database)).rejects.toThrow('FOREIGN KEY');
  });

  it('makes the folder and the tables of a new file', async () => {
    const file = join(makeFolder(), 'portals', 'practice', 'workbench.sqlite');
    const opened = openWorkbenchDatabase(file);
    if (opened.ok) onTestFinished(() => opened.value.destroy());
    expect(opened.ok).toBe(true);
    expect(connect(file).pragma('user_version', { simple: true })).toBe(currentVersion);
  });
});

describe('a file that cannot be used', () => {
  it('is refused and left byte for byte when a newer app wrote it', () => {
    const folder = makeFolder();
    openWithNewerApp(folder).close();
    const before = digestsIn(folder);
    expect(openWorkbenchDatabase(join(folder, 'workbench.sqlite'))).toEqual({
      ok: false,
      failure: { kind: 'file-is-newer', version: currentVersion + 1 },
    });
    expect(digestsIn(folder)).toMatchObject(before);
  });

  it('is left byte for byte also when the newer app was killed', () => {
    const [running, left] = [makeFolder(), makeFolder()];
    openWithNewerApp(running);
    // What a killed app leaves: the file, and the log of what it had not moved into the file yet.
    for (const name of ['workbench.sqlite', 'workbench.sqlite-wal'])
      copyFileSync(join(running, name), join(left, name));
    const before = digestsIn(left);
    const opened = openWorkbenchDatabase(join(left, 'workbench.sqlite'));
    expect(opened).toMatchObject({ ok: false, failure: { kind: 'file-is-newer' } });
    expect(digestsIn(left)).toMatchObject(before);
  });

  it('is named damaged when it is no database, and left as it is', () => {
    const file = join(makeFolder(), 'workbench.sqlite');
    const text = 'This was a database once. '.repeat(100);
    writeFileSync(file, text);
    expect(openWorkbenchDatabase(file)).toMatchObject({ ok: false, failure: { kind: 'damaged' } });
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('is named unreadable when its folder cannot be made', () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'in-the-way'), '');
    const opened = openWorkbenchDatabase(join(folder, 'in-the-way', 'workbench.sqlite'));
    expect(opened).toMatchObject({ ok: false, failure: { kind: 'unreadable' } });
  });
});
