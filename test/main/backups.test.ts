import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { addMs, instantFromEpochMs } from '@core/time/instant';
import { expect, it, onTestFinished } from 'vitest';
import { createDailyBackups } from '../../src/main/daily-backups';
import { BACKUP_INTERVAL_MS, listBackups, nameOfDaily } from '../../src/main/db/backups';
import { type CopyFailure, copyFileVerified, copyVerified } from '../../src/main/db/verified-copy';
import { makeFolder } from '../support/workbench';
import { connect, readElsewhere } from '../support/workbench-file';

const START = instantFromEpochMs(Date.UTC(2026, 10, 26, 8));

/** A workbench file with rows enough for some hundred pages, open as in the running app. */
function makeFile(folder = makeFolder()) {
  const file = join(folder, 'workbench.sqlite');
  const database = connect(file);
  database.pragma('journal_mode = WAL');
  database.exec(`CREATE TABLE note (text TEXT NOT NULL) STRICT;
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 500)
    INSERT INTO note SELECT hex(zeroblob(500)) || n FROM number;
    CREATE INDEX note_by_text ON note (text);`);
  return { folder, file, database, backups: join(folder, 'backups') };
}

function dailyOf(file: string) {
  let now = START;
  const failures: CopyFailure[] = [];
  const daily = createDailyBackups({
    file,
    now: () => now,
    copyFile: async (source, target) => copyFileVerified(source, target),
    onFailure: (failure) => failures.push(failure),
  });
  return { daily, failures, pass: (ms: number) => (now = addMs(now, ms)) };
}

/** Writes noise over the pages of a file from the third on. */
function damage(file: string): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(statSync(file).size - 8192, 0xa5), 0, undefined, 8192);
  closeSync(handle);
}

it('makes the first backup at once, the next after a day, and holds what was committed by then', async () => {
  const { file, database, backups } = makeFile();
  const { daily, pass } = dailyOf(file);
  await daily.makeIfDue();
  expect(readdirSync(backups)).toEqual(['daily-2026-11-26T08-00-00-000Z.sqlite']);
  database.exec(`INSERT INTO note (text) VALUES ('since then')`);
  pass(BACKUP_INTERVAL_MS - 1);
  await daily.makeIfDue();
  expect(listBackups(file)).toHaveLength(1);
  pass(1);
  await daily.makeIfDue();
  const [newest, first] = listBackups(file);
  expect([newest?.madeAt, first?.madeAt]).toEqual([addMs(START, BACKUP_INTERVAL_MS), START]);
  const countIn = (name = '') => readElsewhere(join(backups, name), 'SELECT count(*) AS n FROM note')[0]?.['n'];
  expect([countIn(newest?.name), countIn(first?.name)]).toEqual([501, 500]);
});

it('keeps fourteen daily ones and every one from before a migration', async () => {
  const { file, database, backups } = makeFile();
  expect(copyVerified(database, join(backups, 'before-version-1.sqlite')).ok).toBe(true);
  const { daily, pass } = dailyOf(file);
  for (let day = 0; day < 17; day += 1) {
    await daily.makeIfDue();
    pass(BACKUP_INTERVAL_MS);
  }
  const kept = listBackups(file).filter(({ kind }) => kind === 'daily');
  expect(kept).toHaveLength(14);
  expect(kept.at(-1)?.madeAt).toBe(addMs(START, 3 * BACKUP_INTERVAL_MS));
  expect(readdirSync(backups)).toContain('before-version-1.sqlite');
});

it('loses no earlier day to backups that are made by hand, of which the last of the day are kept', async () => {
  const { file } = makeFile();
  const { daily, pass } = dailyOf(file);
  for (let day = 0; day < 13; day += 1) {
    await daily.makeIfDue();
    pass(BACKUP_INTERVAL_MS);
  }
  for (let made = 0; made < 20; made += 1) {
    await daily.make();
    pass(60_000);
  }
  const kept = listBackups(file).map(({ madeAt }) => madeAt);
  const lastDay = addMs(START, 13 * BACKUP_INTERVAL_MS);
  expect(kept.filter((madeAt) => madeAt < lastDay)).toHaveLength(13);
  expect(kept.filter((madeAt) => madeAt >= lastDay)).toEqual([19, 18, 17].map((made) => addMs(lastDay, made * 60_000)));

  // Of a day that is over, the last one stays.
  pass(BACKUP_INTERVAL_MS);
  await daily.makeIfDue();
  expect(listBackups(file)).toHaveLength(14);
  expect(listBackups(file)[1]?.madeAt).toBe(addMs(lastDay, 19 * 60_000));
});

it('makes one although another lies in the future, after the clock was set back', async () => {
  const { file } = makeFile();
  const { daily, pass } = dailyOf(file);
  await daily.makeIfDue();
  pass(-3 * BACKUP_INTERVAL_MS);
  await daily.makeIfDue();
  expect(listBackups(file)).toHaveLength(2);
});

it('gives no name to a copy of a damaged file, tells of it once, and leaves the earlier backups alone', async () => {
  const { file, database, backups } = makeFile();
  const { daily, failures, pass } = dailyOf(file);
  await daily.makeIfDue();
  database.pragma('wal_checkpoint(TRUNCATE)');
  damage(file);
  for (let day = 0; day < 2; day += 1) {
    pass(BACKUP_INTERVAL_MS);
    await daily.makeIfDue();
  }
  expect(failures).toMatchObject([{ kind: 'damaged' }]);
  expect(daily.lastFailure()?.kind).toBe('damaged');
  expect(readdirSync(backups)).toEqual([nameOfDaily(START)]);
});

it('says so when the folder cannot be made', async () => {
  const { file, backups } = makeFile();
  writeFileSync(backups, 'a file where the folder should be');
  expect(copyFileVerified(file, join(backups, 'x.sqlite'))).toMatchObject({
    ok: false,
    failure: { kind: 'not-writable' },
  });
});

// A disk of 3 MiB; only root on Linux can make one.
it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
  'says so when the disk is full, and leaves the earlier backup and nothing else',
  async (context) => {
    const { file, database, backups } = makeFile();
    mkdirSync(backups);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', backups]);
    context.skip(mounted.status !== 0, 'no tmpfs can be mounted here');
    onTestFinished(() => void spawnSync('umount', [backups]));
    const { daily, failures, pass } = dailyOf(file);
    await daily.makeIfDue();
    expect(failures).toEqual([]);
    database.exec('INSERT INTO note SELECT text || random() FROM note');
    pass(BACKUP_INTERVAL_MS);
    await daily.makeIfDue();
    expect(failures).toMatchObject([{ kind: 'disk-full' }]);
    expect(readdirSync(backups)).toEqual([nameOfDaily(START)]);
  },
);
