import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, type Outcome, succeed } from '@core/outcome';
import { type Instant, instantFromEpochMs } from '@core/time/instant';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { type BackupFile, backupFolderOf, listBackups, nameOfSetAside } from './backups';
import { type CopyFailure, copyFailureOf, copyFileVerified, findDamage, syncToDisk } from './verified-copy';

export type RestoreFailure = CopyFailure | { readonly kind: 'not-found'; readonly message: string };

/** The restored file before it takes its place: whole, and ready to be used. */
const preparedFor = (file: string) => `${file}.restored`;

/**
 * What was sent after the backup was made is not known in it, so nobody knows of any open operation whether it arrived:
 * each is looked for on the portal before anything is sent. One that is parked still waits for a person, and is looked
 * for then.
 */
function markAllAmbiguous(file: string, at: Instant): void {
  const connection = new Database(file, { fileMustExist: true });
  try {
    connection.pragma('journal_mode = DELETE');
    connection.pragma('synchronous = FULL');
    connection
      .prepare(
        `UPDATE outbox SET state = CASE state WHEN 'waiting' THEN 'in-flight' ELSE state END,
          sent_at = :at, next_attempt_at = CASE state WHEN 'parked' THEN next_attempt_at ELSE :at END
        WHERE state <> 'done'`,
      )
      .run({ at });
  } finally {
    connection.close();
  }
}

/** Moves the workbench file out of the way, with the log of what was not moved into it yet. It is never deleted. */
function setAside(file: string, at: Instant): void {
  if (!existsSync(file)) return;
  const target = join(backupFolderOf(file), nameOfSetAside(at));
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  // The log first: one that stayed behind would be taken for the restored file's.
  if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${target}-wal`);
  rmSync(`${file}-shm`, { force: true });
  renameSync(file, target);
}

/** Ends a restore that was interrupted between setting the old file aside and putting the new one in its place. */
export function finishRestore(file: string): void {
  if (!existsSync(file) && existsSync(preparedFor(file))) renameSync(preparedFor(file), file);
}

/**
 * Puts a backup in the place of the workbench file, which nobody has open and which is kept. Until the backup is known to
 * be whole nothing is moved.
 */
export function restoreBackup(file: string, name: string, now: Instant): Outcome<null, RestoreFailure> {
  // A name from outside never becomes a path: it has to be one of those that are there.
  const backup = listBackups(file).find((listed) => listed.name === name);
  if (!backup) return fail({ kind: 'not-found', message: name });
  const prepared = preparedFor(file);
  try {
    const copied = copyFileVerified(join(backupFolderOf(file), backup.name), prepared);
    if (!copied.ok) return copied;
    markAllAmbiguous(prepared, now);
    syncToDisk(prepared, 'r+');
    setAside(file, now);
    renameSync(prepared, file);
    if (process.platform !== 'win32') syncToDisk(dirname(file), 'r');
    return succeed(null);
  } catch (error) {
    // Once the old file has moved, what is prepared is all there is: the next start puts it in place.
    if (existsSync(file)) rmSync(prepared, { force: true });
    return fail(copyFailureOf(error));
  }
}

/** The newest backup that still is whole; files that were set aside are none. Null when there is none. */
export function findNewestWhole(file: string): BackupFile | null {
  const isWhole = ({ name }: BackupFile) => {
    try {
      return findDamage(join(backupFolderOf(file), name)) === null;
    } catch {
      return false;
    }
  };
  return listBackups(file).find((backup) => backup.kind !== 'set-aside' && isWhole(backup)) ?? null;
}

/** When the workbench file was last written; null when it is not there. */
export function lastChangeOf(file: string): Instant | null {
  const times = [file, `${file}-wal`].filter((path) => existsSync(path)).map((path) => statSync(path).mtimeMs);
  return times.length === 0 ? null : instantFromEpochMs(Math.round(Math.max(...times)));
}

export interface BackupContents {
  readonly lines: number;
  readonly unsent: number;
}

/** How much a file holds; null when it cannot be read. */
export function readContents(file: string, name: string): BackupContents | null {
  let connection: Database.Database | null = null;
  try {
    connection = new Database(join(backupFolderOf(file), name), { readonly: true, fileMustExist: true });
    const row = connection
      .prepare(
        `SELECT (SELECT count(*) FROM timesheet_line) AS lines,
          (SELECT count(*) FROM outbox WHERE state <> 'done') AS unsent`,
      )
      .get();
    return z.object({ lines: z.int(), unsent: z.int() }).parse(row);
  } catch {
    // A damaged file that was set aside is listed all the same: nobody has to wonder where it went.
    return null;
  } finally {
    connection?.close();
  }
}
