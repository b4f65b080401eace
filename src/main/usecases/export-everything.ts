import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isDiskFull } from '@core/error-code';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { Instant } from '@core/time/instant';
import { openTableDump, type TableDump } from '../db/table-dump';
import type { AttachmentStore } from '../platform/attachment-store';
import type { PictureStore } from '../platform/picture-store';
import type { SaveFailure } from '../platform/save-file';

export interface ExportParts {
  /** The workbench file. */
  readonly file: string;
  readonly pictures: Pick<PictureStore, 'list' | 'read'>;
  /** Files of tickets that were downloaded. */
  readonly attachments: Pick<AttachmentStore, 'list' | 'read'>;
  /** What a person chose in the settings: no keys are among it. */
  readonly settings: unknown;
  /** Whose records these are. */
  readonly portal: { readonly kind: string; readonly address: string; readonly userName: string };
  readonly appVersion: string;
  readonly now: Instant;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
}

/** Counted in rows, pictures and downloaded files. */
export interface ExportProgress {
  readonly done: number;
  readonly total: number;
}

export type ExportFailure = SaveFailure | { readonly kind: 'cancelled' | 'already-there'; readonly message: string };

const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** One table as a JSON array, a row a line. */
async function writeTable(dump: TableDump, name: string, file: string, onPage: (rows: number) => Promise<void>) {
  const handle = await open(file, 'wx', 0o600);
  try {
    let separator = '[\n';
    for (const page of dump.pagesOf(name)) {
      await handle.write(separator + page.map((row) => JSON.stringify(row)).join(',\n'));
      separator = ',\n';
      await onPage(page.length);
    }
    await handle.write(separator === '[\n' ? '[]\n' : '\n]\n');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeAll(folder: string, dump: TableDump, parts: ExportParts): Promise<void> {
  const hashes = parts.pictures.list();
  const downloaded = await parts.attachments.list();
  const total = dump.tables.reduce((sum, { count }) => sum + count, hashes.length + downloaded.length);
  let done = 0;
  const advance = async (by: number) => {
    done += by;
    parts.onProgress({ done, total });
    // The window and the timer go on in between.
    await setImmediate();
    parts.signal.throwIfAborted();
  };
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 });
  await mkdir(join(folder, 'pictures'), { mode: 0o700 });
  await mkdir(join(folder, 'attachments'), { mode: 0o700 });
  for (const { name } of dump.tables) await writeTable(dump, name, join(folder, 'tables', `${name}.json`), advance);
  let pictures = 0;
  for (const hash of hashes) {
    const bytes = parts.pictures.read(hash);
    if (bytes !== null) {
      await writeFile(join(folder, 'pictures', `${hash}.png`), bytes, { mode: 0o600, flush: true });
      pictures += 1;
    }
    await advance(1);
  }
  let attachments = 0;
  for (const hash of downloaded) {
    const bytes = await parts.attachments.read(hash);
    if (bytes !== null) {
      await writeFile(join(folder, 'attachments', hash), bytes, { mode: 0o600, flush: true });
      attachments += 1;
    }
    await advance(1);
  }
  await writeFile(join(folder, 'settings.json'), toJson(parts.settings), { mode: 0o600, flush: true });
  const manifest = {
    app: 'Fyra',
    appVersion: parts.appVersion,
    exportedAt: new Date(parts.now).toISOString(),
    schemaVersion: dump.schemaVersion,
    portal: parts.portal,
    tables: Object.fromEntries(dump.tables.map(({ name, count }) => [name, count])),
    pictures,
    attachments,
  };
  await writeFile(join(folder, 'manifest.json'), toJson(manifest), { mode: 0o600, flush: true });
}

/**
 * Writes everything that is kept of one portal into a new folder: a JSON file for each table, the pictures, the
 * downloaded files, and what it all is. Keys are in none of it: they are kept elsewhere. The folder has its name once it is
 * whole; after a failure, or when a person cancels, nothing of it is left.
 */
export async function exportEverything(folder: string, parts: ExportParts): Promise<Outcome<null, ExportFailure>> {
  if (existsSync(folder)) return fail({ kind: 'already-there', message: folder });
  const unfinished = `${folder}.part`;
  let dump: TableDump | null = null;
  try {
    await rm(unfinished, { recursive: true, force: true });
    dump = openTableDump(parts.file);
    await writeAll(unfinished, dump, parts);
    await rename(unfinished, folder);
    return succeed(null);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    const message = error instanceof Error ? error.message : String(error);
    if (parts.signal.aborted) return fail({ kind: 'cancelled', message });
    return fail({ kind: isDiskFull(error) ? 'disk-full' : 'folder-not-writable', message });
  } finally {
    dump?.close();
  }
}
