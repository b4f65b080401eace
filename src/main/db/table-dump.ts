import Database from 'better-sqlite3';
import { z } from 'zod';
import { readVersion } from './migrate';

/** How many rows are read at once. */
const ROWS_PER_PAGE = 500;

const nameSchema = z.object({ name: z.string() });
const countSchema = z.object({ count: z.int() });
const rowSchema = z.record(z.string(), z.unknown());

/** A file's tables as they were at one moment, whatever is written meanwhile. */
export interface TableDump {
  readonly schemaVersion: number;
  /** By name, with their rows counted. Search indexes are none: they hold nothing of their own. */
  readonly tables: readonly { readonly name: string; readonly count: number }[];
  /** The rows of one of these tables, in pages. */
  pagesOf(table: string): Generator<readonly Record<string, unknown>[]>;
  close(): void;
}

/** Opens a workbench file to read it whole, through a connection of its own that only reads. */
export function openTableDump(file: string): TableDump {
  const connection = new Database(file, { readonly: true, fileMustExist: true });
  connection.exec('BEGIN');
  const tables = z
    .array(nameSchema)
    .parse(
      connection
        .prepare(
          `SELECT name FROM pragma_table_list
          WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
        )
        .all(),
    )
    .map(({ name }) => ({
      name,
      count: countSchema.parse(connection.prepare(`SELECT count(*) AS count FROM "${name}"`).get()).count,
    }));

  function* pagesOf(table: string) {
    const known = tables.find(({ name }) => name === table);
    if (!known) return;
    let page: Record<string, unknown>[] = [];
    for (const row of connection.prepare(`SELECT * FROM "${known.name}"`).iterate()) {
      page.push(rowSchema.parse(row));
      if (page.length < ROWS_PER_PAGE) continue;
      yield page;
      page = [];
    }
    if (page.length > 0) yield page;
  }

  return { schemaVersion: readVersion(connection), tables, pagesOf, close: () => void connection.close() };
}
