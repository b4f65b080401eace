import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { MOST_PIXELS } from '@core/capture/picture-file';
import { readPngSize } from '@core/capture/png-size';
import { errorCodeOf, isDiskFull } from '@core/error-code';
import { fail, type Outcome, succeed } from '@core/outcome';

/** Why a picture could not be kept. `message` is the system's own words, for the log. */
export interface PictureFailure {
  readonly kind: 'picture-invalid' | 'disk-full' | 'folder-not-writable';
  readonly message: string;
}

/** Picture files named by the sha256 of their content. */
export interface PictureStore {
  /** Keeps a PNG. When it answers `ok`, the bytes are on the disk; saving the same bytes again changes nothing. */
  save(bytes: Uint8Array): Outcome<{ readonly hash: string }, PictureFailure>;
  /** The bytes of a kept picture; null when there is none of that name, or the name is no hash. */
  read(hash: string): Uint8Array | null;
  /** Deletes a kept picture. The caller has made sure that no row names it any more. */
  remove(hash: string): void;
  /**
   * Overwrites a kept picture and deletes it; one that is gone already counts as done. Where the disk keeps old blocks (most
   * SSDs, snapshots, backups) a copy can outlive this: no program can reach it there.
   */
  shred(hash: string): Outcome<null, PictureFailure>;
  /** The names of all kept pictures. */
  list(): string[];
}

const HASH = /^[0-9a-f]{64}$/;

/** Whether the bytes are a PNG of a size this app is willing to decode. */
export function isPng(bytes: Uint8Array): boolean {
  const size = readPngSize(bytes);
  return size !== null && size.width * size.height <= MOST_PIXELS;
}

function failureOf(error: unknown): PictureFailure {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: isDiskFull(error) ? 'disk-full' : 'folder-not-writable', message };
}

/** A rename is only certain to survive a power cut once the folder itself is on the disk. Windows has no such call. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function writeAndSync(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeFileSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes noise over a file in its own blocks, as far as the file system lets it. */
function overwriteAndSync(file: string, length: number): void {
  const handle = openSync(file, 'r+');
  try {
    writeSync(handle, randomBytes(length), 0, length, 0);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Tidies up after a failure that is reported already: a second one would hide the first. */
function deleteIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The leftover is overwritten by the next save of the same picture.
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Opens the folder of picture files; it is made when the first picture is saved. */
export function createPictureStore(folder: string): PictureStore {
  /** A name from outside never becomes a path: anything but 64 hex digits names no picture. */
  const fileOf = (hash: string) => (HASH.test(hash) ? join(folder, `${hash}.png`) : null);

  const read = (hash: string): Uint8Array | null => {
    const file = fileOf(hash);
    if (file === null) return null;
    try {
      return readFileSync(file);
    } catch (error) {
      if (errorCodeOf(error) === 'ENOENT') return null;
      throw error;
    }
  };

  const save: PictureStore['save'] = (bytes) => {
    if (!isPng(bytes)) return fail({ kind: 'picture-invalid', message: 'The bytes are no PNG of an acceptable size.' });
    const hash = hashOf(bytes);
    const file = join(folder, `${hash}.png`);
    const temporary = `${file}.part`;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // A file of that name whose content is something else was damaged after it was written: it is replaced.
      const kept = read(hash);
      if (kept === null || hashOf(kept) !== hash) {
        writeAndSync(temporary, bytes);
        renameSync(temporary, file);
      }
      // Also for a file that was there: the process may have ended between its rename and this line.
      syncFolder(folder);
      return succeed({ hash });
    } catch (error) {
      // A half-written file would otherwise hold on to the space that was missing.
      deleteIfPossible(temporary);
      return fail(failureOf(error));
    }
  };

  const remove = (hash: string): void => {
    const file = fileOf(hash);
    if (file !== null) rmSync(file, { force: true });
  };

  const shred: PictureStore['shred'] = (hash) => {
    const file = fileOf(hash);
    const kept = read(hash);
    if (file === null || kept === null) return succeed(null);
    try {
      overwriteAndSync(file, kept.length);
      rmSync(file);
      syncFolder(folder);
      return succeed(null);
    } catch (error) {
      return fail(failureOf(error));
    }
  };

  const list = (): string[] => {
    if (!existsSync(folder)) return [];
    return readdirSync(folder).flatMap((name) => /^([0-9a-f]{64})\.png$/.exec(name)?.[1] ?? []);
  };

  return { save, read, remove, shred, list };
}
