import type Database from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** More than the app has queries; what goes beyond is made of lists of ids of all lengths. */
const MOST_STATEMENTS = 500;

/**
 * The connection as Kysely sees it, with statements that are prepared once: it prepares one for each query, and that
 * takes longer than most queries take. SQLite prepares a kept one again by itself where the schema has changed.
 */
export function withStatementCache(connection: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement>();
  return {
    prepare: (sql) => {
      const known = kept.get(sql);
      if (known !== undefined) return known;
      const prepared = connection.prepare(sql);
      const [oldest] = kept.keys();
      if (kept.size >= MOST_STATEMENTS && oldest !== undefined) kept.delete(oldest);
      kept.set(sql, prepared);
      return prepared;
    },
    close: () => connection.close(),
  };
}
