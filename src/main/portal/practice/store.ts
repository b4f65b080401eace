import Database from 'better-sqlite3';
import { z } from 'zod';
import type { PracticeHelpdesk } from './helpdesk-models';

/** The value of a field as it is kept: points in time as epoch milliseconds, links as ids, `false` for nothing. */
const fieldValueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.number())]);
export type FieldValue = z.infer<typeof fieldValueSchema>;
export type Values = Readonly<Record<string, FieldValue>>;
export interface StoredRecord {
  readonly id: number;
  readonly values: Values;
}

const VERSION = 1;
const valuesSchema = z.record(z.string(), fieldValueSchema);
const rowSchema = z.object({ id: z.int(), valuesJson: z.string() });

/** The practice portal's own file. It knows records and external ids, and nothing of what they mean. */
export interface Store {
  /** The helpdesk that this portal has beside its projects. */
  readonly helpdesk: PracticeHelpdesk | null;
  /** Whether the file has to be filled first; false once {@link Store.markFilled} was committed. */
  readonly isNew: boolean;
  markFilled(): void;
  inTransaction<Result>(work: () => Result): Result;
  readAll(model: string): StoredRecord[];
  read(model: string, id: number): StoredRecord | null;
  insert(model: string, values: Values): number;
  update(model: string, id: number, values: Values): void;
  delete(model: string, id: number): void;
  /** Makes the next record of a model get at least this id. */
  startIdsAt(model: string, id: number): void;
  findExternalId(externalId: string): { readonly model: string; readonly id: number } | null;
  saveExternalId(externalId: string, model: string, id: number): void;
  readContent(attachmentId: number): Uint8Array;
  saveContent(attachmentId: number, bytes: Uint8Array): void;
  close(): void;
}

/** Opens the file, creating it when it is not there. A file of another version is refused: it is only practice. */
export function openStore(file: string, helpdesk: PracticeHelpdesk | null = null): Store {
  const database = new Database(file);
  const version = z.int().parse(database.pragma('user_version', { simple: true }));
  if (version !== 0 && version !== VERSION) {
    database.close();
    throw new Error(`The practice portal's file is of version ${version}, not ${VERSION}: ${file}`);
  }
  database.pragma('journal_mode = WAL');
  if (version === 0) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS record (model TEXT NOT NULL, id INTEGER NOT NULL, "values" TEXT NOT NULL,
        PRIMARY KEY (model, id)) STRICT, WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS next_id (model TEXT PRIMARY KEY, id INTEGER NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS external_id (name TEXT PRIMARY KEY, model TEXT NOT NULL, id INTEGER NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS content (attachment_id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
    `);
  }

  const selectAll = database.prepare('SELECT id, "values" AS valuesJson FROM record WHERE model = ? ORDER BY id');
  const selectOne = database.prepare('SELECT id, "values" AS valuesJson FROM record WHERE model = ? AND id = ?');
  const insertRow = database.prepare('INSERT INTO record (model, id, "values") VALUES (?, ?, ?)');
  const updateRow = database.prepare('UPDATE record SET "values" = ? WHERE model = ? AND id = ?');
  const deleteRow = database.prepare('DELETE FROM record WHERE model = ? AND id = ?');
  const takeId = database.prepare(
    'INSERT INTO next_id (model, id) VALUES (?, 2) ON CONFLICT (model) DO UPDATE SET id = id + 1 RETURNING id - 1 AS id',
  );
  const setNextId = database.prepare(
    'INSERT INTO next_id (model, id) VALUES (?, ?) ON CONFLICT (model) DO UPDATE SET id = max(id, excluded.id)',
  );
  const selectExternalId = database.prepare('SELECT model, id FROM external_id WHERE name = ?');
  const insertExternalId = database.prepare('INSERT INTO external_id (name, model, id) VALUES (?, ?, ?)');
  const deleteExternalIds = database.prepare('DELETE FROM external_id WHERE model = ? AND id = ?');
  const selectContent = database.prepare('SELECT bytes FROM content WHERE attachment_id = ?');
  const upsertContent = database.prepare(
    'INSERT INTO content (attachment_id, bytes) VALUES (?, ?) ON CONFLICT (attachment_id) DO UPDATE SET bytes = excluded.bytes',
  );
  const deleteContent = database.prepare('DELETE FROM content WHERE attachment_id = ?');

  const toRecord = (row: unknown): StoredRecord => {
    const { id, valuesJson } = rowSchema.parse(row);
    return { id, values: valuesSchema.parse(JSON.parse(valuesJson)) };
  };

  return {
    helpdesk,
    isNew: version === 0,
    markFilled: () => {
      database.pragma(`user_version = ${VERSION}`);
    },
    inTransaction: (work) => database.transaction(work)(),
    readAll: (model) => selectAll.all(model).map(toRecord),
    read: (model, id) => {
      const row = selectOne.get(model, id);
      return row === undefined ? null : toRecord(row);
    },
    insert: (model, values) => {
      const { id } = z.object({ id: z.int() }).parse(takeId.get(model));
      insertRow.run(model, id, JSON.stringify(values));
      return id;
    },
    update: (model, id, values) => {
      updateRow.run(JSON.stringify(values), model, id);
    },
    delete: (model, id) => {
      deleteRow.run(model, id);
      deleteExternalIds.run(model, id);
      if (model === 'ir.attachment') deleteContent.run(id);
    },
    startIdsAt: (model, id) => {
      setNextId.run(model, id);
    },
    findExternalId: (externalId) => {
      const row = selectExternalId.get(externalId);
      return row === undefined ? null : z.object({ model: z.string(), id: z.int() }).parse(row);
    },
    saveExternalId: (externalId, model, id) => {
      insertExternalId.run(externalId, model, id);
    },
    readContent: (attachmentId) => {
      const row = selectContent.get(attachmentId);
      return row === undefined ? new Uint8Array() : z.object({ bytes: z.instanceof(Uint8Array) }).parse(row).bytes;
    },
    saveContent: (attachmentId, bytes) => {
      upsertContent.run(attachmentId, bytes);
    },
    close: () => {
      database.close();
    },
  };
}
