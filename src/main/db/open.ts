import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, type Outcome, succeed } from '@core/outcome';
import Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely';
import { currentVersion, type MigrationFailure, migrate, readVersion } from './migrate';
import { withStatementCache } from './statement-cache';
import type { Tables } from './tables';

/** The one connection to a workbench file. */
export type WorkbenchDatabase = Kysely<Tables>;

export type OpenFailure = MigrationFailure | { readonly kind: 'unreadable'; readonly message: string };

/** What must hold of every connection; SQLite ignores a pragma it does not know, so each is read back. */
const pragmas: readonly (readonly [name: string, value: string, readBack: string | number])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
];

function setPragmas(database: Database.Database): void {
  for (const [name, value, readBack] of pragmas) {
    database.pragma(`${name} = ${value}`);
    const actual = database.pragma(name, { simple: true });
    if (actual !== readBack) throw new Error(`${name} is ${String(actual)} instead of ${readBack}`);
  }
}

/** The version of a file, read without the right to write: opening it otherwise moves a killed app's log into it. */
function readVersionOf(file: string): number {
  if (!existsSync(file)) return 0;
  const connection = new Database(file, { readonly: true });
  try {
    return readVersion(connection);
  } finally {
    connection.close();
  }
}

/**
 * A full disk makes SQLite end the transaction by itself. Rolling back once more would fail, and that failure would take
 * the place of the one a person can act on.
 */
function createDialect(connection: Database.Database): SqliteDialect {
  const dialect = new SqliteDialect({ database: withStatementCache(connection) });
  const createDriver = dialect.createDriver.bind(dialect);
  dialect.createDriver = () => {
    const driver = createDriver();
    const rollBack = driver.rollbackTransaction.bind(driver);
    driver.rollbackTransaction = async (given) => {
      if (connection.inTransaction) await rollBack(given);
    };
    return driver;
  };
  return dialect;
}

/** Opens (and creates or migrates) a workbench file. A file that cannot be used is left as it is. */
export function openWorkbenchDatabase(file: string): Outcome<WorkbenchDatabase, OpenFailure> {
  let connection: Database.Database | null = null;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const version = readVersionOf(file);
    if (version > currentVersion) return fail({ kind: 'file-is-newer', version });
    connection = new Database(file);
    setPragmas(connection);
    const migrated = migrate(connection);
    if (!migrated.ok) {
      connection.close();
      return migrated;
    }
  } catch (error) {
    connection?.close();
    return fail({ kind: 'unreadable', message: String(error) });
  }
  return succeed(new Kysely<Tables>({ dialect: createDialect(connection), plugins: [new CamelCasePlugin()] }));
}
