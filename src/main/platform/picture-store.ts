import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
}

/** Six 4K screens side by side. More than this is no screen dump, and decoding it would take gigabytes. */
export const MAX_PICTURE_PIXELS = 50_000_000;

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const HEADER_TYPE = [0x49, 0x48, 0x44, 0x52];
const HEADER_END = 24;
const HASH = /^[0-9a-f]{64}$/;

function holdsAt(bytes: Uint8Array, offset: number, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[offset + index] === byte);
}

/** Width and height from a PNG's header; null when the bytes are no PNG or the picture is empty. */
export function readPngSize(bytes: Uint8Array): { width: number; height: number } | null {
  if (bytes.length < HEADER_END || !holdsAt(bytes, 0, SIGNATURE) || !holdsAt(bytes, 12, HEADER_TYPE)) return null;
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = header.getUint32(16);
  const height = header.getUint32(20);
  return width > 0 && height > 0 ? { width, height } : null;
}

/** Whether the bytes are a PNG of a size this app is willing to decode. */
export function isPng(bytes: Uint8Array): boolean {
  const size = readPngSize(bytes);
  return size !== null && size.width * size.height <= MAX_PICTURE_PIXELS;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function failureOf(error: unknown): PictureFailure {
  const isFull = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error));
  const message = error instanceof Error ? error.message : String(error);
  return { kind: isFull ? 'disk-full' : 'folder-not-writable', message };
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
      if (codeOf(error) === 'ENOENT') return null;
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

  return { save, read, remove };
}
