import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, type Outcome, succeed } from '@core/outcome';
import Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely';
import { z } from 'zod';
import { currentVersion, type MigrationFailure, migrate, readVersion } from './migrate';
import { finishRestore } from './restore';
import { withStatementCache } from './statement-cache';
import type { Tables } from './tables/tables';
import { isDamage } from './verified-copy';

/** The one connection to a workbench file. */
export type WorkbenchDatabase = Kysely<Tables>;

export type OpenFailure =
  | MigrationFailure
  /** The file is no whole database; it was left as it is. */
  | { readonly kind: 'damaged'; readonly message: string }
  | { readonly kind: 'unreadable'; readonly message: string };

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

const tablesSchema = z.array(z.string());

/**
 * The first thing that is wrong in a table; null for none. Table by table, because the search index has a check of its own
 * that takes four fifths of the time of all others, and each start waits for it: the tables behind it are among them.
 */
function findDamageInTables(connection: Database.Database): string | null {
  const tables = connection
    .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') ORDER BY name`)
    .pluck()
    .all();
  for (const table of tablesSchema.parse(tables)) {
    const verdict = String(connection.pragma(`quick_check("${table}")`, { simple: true }));
    if (verdict !== 'ok') return verdict;
  }
  return null;
}

/**
 * The version and the state of a file, read without the right to write: opening it otherwise moves a killed app's log
 * into it.
 */
function inspect(file: string): { version: number; damage: string | null } {
  if (!existsSync(file)) return { version: 0, damage: null };
  const connection = new Database(file, { readonly: true });
  try {
    const version = readVersion(connection);
    if (version > currentVersion) return { version, damage: null };
    return { version, damage: findDamageInTables(connection) };
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
    finishRestore(file);
    const { version, damage } = inspect(file);
    if (version > currentVersion) return fail({ kind: 'file-is-newer', version });
    if (damage !== null) return fail({ kind: 'damaged', message: damage });
    connection = new Database(file);
    setPragmas(connection);
    const migrated = migrate(connection);
    if (!migrated.ok) {
      connection.close();
      return migrated;
    }
  } catch (error) {
    connection?.close();
    return fail({ kind: isDamage(error) ? 'damaged' : 'unreadable', message: String(error) });
  }
  return succeed(new Kysely<Tables>({ dialect: createDialect(connection), plugins: [new CamelCasePlugin()] }));
}

/**
 * Opens a workbench file to read it beside whoever has it open. Null when it cannot be read as it is: it is damaged, or of
 * another version of the app.
 */
export function openToRead(file: string): WorkbenchDatabase | null {
  let connection: Database.Database | null = null;
  try {
    // A log beside it is somebody's, or a killed app's: it is left as it is. Where there is none, a connection without the
    // right to write would make one and could not take it away again.
    connection = new Database(file, { readonly: existsSync(`${file}-wal`), fileMustExist: true });
    connection.pragma('query_only = ON');
    if (readVersion(connection) !== currentVersion) {
      connection.close();
      return null;
    }
    return new Kysely<Tables>({
      dialect: new SqliteDialect({ database: connection }),
      plugins: [new CamelCasePlugin()],
    });
  } catch {
    connection?.close();
    return null;
  }
}
