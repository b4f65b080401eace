import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const rowsSchema = z.array(z.record(z.string(), z.unknown()));
type Row = z.infer<typeof rowsSchema>[number];

/** A connection of its own to a file, closed when the test ends. */
export function connect(file: string): Database.Database {
  const connection = new Database(file);
  onTestFinished(() => {
    connection.close();
  });
  return connection;
}

/** Reads a file over another connection: only what is committed. Opening it is most of the work of reading a little. */
function readOver<Result>(file: string, read: (rowsOf: (query: string) => Row[]) => Result): Result {
  const connection = new Database(file, { readonly: true });
  try {
    return read((query) => rowsSchema.parse(connection.prepare(query).all()));
  } finally {
    connection.close();
  }
}

/** What another connection reads from a file at this moment: only what is committed. */
export function readElsewhere(file: string, query: string): Row[] {
  return readOver(file, (rowsOf) => rowsOf(query));
}

/** Everything a file holds, table by table, whatever the order of rows; of search indexes what they were given. */
export function readEverything(file: string): Record<string, Row[]> {
  return readOver(file, (rowsOf) => {
    const tables = rowsOf(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite%'`,
    ).map(({ name }) => String(name));
    const sorted = (name: string) =>
      rowsOf(`SELECT * FROM "${name}"`).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return Object.fromEntries(tables.map((name) => [name, sorted(name)]));
  });
}
