import { join } from 'node:path';
import { fail, type Outcome, succeed } from '@core/outcome';
import type Database from 'better-sqlite3';
import { backupFolderOf } from './backups';
import { migration0001 } from './migrations/0001-workbench';
import { migration0002 } from './migrations/0002-ticket-history';
import { migration0003 } from './migrations/0003-timesheet';
import { migration0004 } from './migrations/0004-screen-dumps';
import { migration0005 } from './migrations/0005-sync';
import { migration0006 } from './migrations/0006-ticket-changes';
import { migration0007 } from './migrations/0007-news';
import { migration0008 } from './migrations/0008-ticket-mapping';
import { migration0009 } from './migrations/0009-local-agreements';
import { migration0010 } from './migrations/0010-attachments';
import { migration0011 } from './migrations/0011-api-keys';
import { migration0012 } from './migrations/0012-tickets-from-lists';
import { migration0013 } from './migrations/0013-agreements-and-portal-packs';
import { migration0014 } from './migrations/0014-line-conflicts';
import { migration0015 } from './migrations/0015-queue';
import { migration0016 } from './migrations/0016-ticket-handling';
import { migration0017 } from './migrations/0017-details';
import { migration0018 } from './migrations/0018-ticket-links';
import { migration0019 } from './migrations/0019-coverage-decisions';
import { migration0020 } from './migrations/0020-test-copies';
import { migration0021 } from './migrations/0021-phone-call';
import { migration0022 } from './migrations/0022-follow-ups-in-the-queue';
import { copyVerified } from './verified-copy';

export interface Migration {
  /** The file's `user_version` once this has run. */
  readonly version: number;
  readonly sql: string;
  /**
   * Whether it puts a new table in the place of one that others refer to. Foreign keys are not enforced meanwhile, and all
   * of them are checked before it is committed.
   */
  readonly rebuildsTables?: boolean;
}

/** Every step, in order: the first brings a new file to version 1. */
export const migrations: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
  migration0009,
  migration0010,
  migration0011,
  migration0012,
  migration0013,
  migration0014,
  migration0015,
  migration0016,
  migration0017,
  migration0018,
  migration0019,
  migration0020,
  migration0021,
  migration0022,
];

/** The version of the file that this app reads and writes. */
export const currentVersion = migrations.length;

export type MigrationFailure =
  /** The file was written by a newer app; it was not touched. */
  | { readonly kind: 'file-is-newer'; readonly version: number }
  /** A step failed; the file is as it was before that step. */
  | { readonly kind: 'step-failed'; readonly version: number; readonly message: string }
  /** The copy that is made before the first step could not be made or verified; nothing was changed. */
  | { readonly kind: 'backup-failed'; readonly message: string };

/** The version of a file, 0 for a new one. */
export function readVersion(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/**
 * Brings the file to the current version: each step in one transaction together with its version number, after a
 * verified copy of a file that holds something.
 */
export function migrate(
  database: Database.Database,
  steps: readonly Migration[] = migrations,
): Outcome<{ from: number; to: number }, MigrationFailure> {
  const from = readVersion(database);
  const to = steps.at(-1)?.version ?? 0;
  if (from > to) return fail({ kind: 'file-is-newer', version: from });
  if (from > 0 && from < to) {
    const copied = copyVerified(database, join(backupFolderOf(database.name), `before-version-${from}.sqlite`));
    if (!copied.ok) return fail({ kind: 'backup-failed', message: copied.failure.message });
  }
  for (const step of steps.filter(({ version }) => version > from)) {
    // Does nothing inside a transaction.
    if (step.rebuildsTables) database.pragma('foreign_keys = OFF');
    try {
      database.transaction(() => {
        database.exec(step.sql);
        const dangling = step.rebuildsTables ? database.pragma('foreign_key_check') : [];
        if (Array.isArray(dangling) && dangling.length > 0) throw new Error(`dangling: ${JSON.stringify(dangling[0])}`);
        database.pragma(`user_version = ${step.version}`);
      })();
    } catch (error) {
      return fail({ kind: 'step-failed', version: step.version, message: String(error) });
    } finally {
      if (step.rebuildsTables) database.pragma('foreign_keys = ON');
    }
  }
  return succeed({ from, to });
}
