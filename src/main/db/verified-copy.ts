import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCodeOf, isDiskFull } from '@core/error-code';
import { fail, type Outcome, succeed } from '@core/outcome';
import Database from 'better-sqlite3';
import { z } from 'zod';

/** Why a copy was not made. `message` is the system's own words. */
export const copyFailureSchema = z.object({
  kind: z.enum(['disk-full', 'damaged', 'not-writable']),
  message: z.string(),
});
export type CopyFailure = z.infer<typeof copyFailureSchema>;

const DAMAGED_CODES = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'];

/** Whether SQLite says of a file that it is damaged, or no database at all. */
export function isDamage(error: unknown): boolean {
  return DAMAGED_CODES.some((code) => errorCodeOf(error).startsWith(code));
}

export function copyFailureOf(error: unknown): CopyFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (isDiskFull(error)) return { kind: 'disk-full', message };
  return { kind: isDamage(error) ? 'damaged' : 'not-writable', message };
}

/** What SQLite finds wrong in a file; null when it is whole. Throws when it cannot even be opened. */
export function findDamage(file: string): string | null {
  const connection = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const verdict = String(connection.pragma('integrity_check(1)', { simple: true }));
    return verdict === 'ok' ? null : verdict;
  } finally {
    connection.close();
  }
}

export function syncToDisk(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function deleteIfPossible(file: string): void {
  try {
    for (const leftover of [file, `${file}-journal`]) rmSync(leftover, { force: true });
  } catch {
    // The failure that is reported already is the one to act on; the next copy overwrites the leftover.
  }
}

/**
 * Copies what is committed into a new file, checks the copy and only then gives it its name: what has the name is whole
 * and on the disk. An earlier file of that name stays until then. After a failure nothing is left behind.
 */
export function copyVerified(database: Database.Database, target: string): Outcome<null, CopyFailure> {
  const unverified = `${target}.unverified`;
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    deleteIfPossible(unverified);
    database.prepare('VACUUM INTO ?').run(unverified);
    const damage = findDamage(unverified);
    if (damage !== null) {
      deleteIfPossible(unverified);
      return fail({ kind: 'damaged', message: damage });
    }
    syncToDisk(unverified, 'r+');
    renameSync(unverified, target);
    // A rename is only certain once the folder is on the disk; Windows has no such call.
    if (process.platform !== 'win32') syncToDisk(dirname(target), 'r');
    return succeed(null);
  } catch (error) {
    deleteIfPossible(unverified);
    return fail(copyFailureOf(error));
  }
}

/** The same, of a file that another connection has open: through a connection that only reads. */
export function copyFileVerified(file: string, target: string): Outcome<null, CopyFailure> {
  let connection: Database.Database | null = null;
  try {
    connection = new Database(file, { readonly: true, fileMustExist: true });
    return copyVerified(connection, target);
  } catch (error) {
    return fail(copyFailureOf(error));
  } finally {
    connection?.close();
  }
}
