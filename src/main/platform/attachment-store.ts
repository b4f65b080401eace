import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCodeOf, isDiskFull } from '@core/error-code';
import { fail, type Outcome, succeed } from '@core/outcome';
import { type SaveFailure, saveFile } from './save-file';

/** Downloaded files, named by the sha256 of their content: no name from a server becomes a path. */
export interface AttachmentStore {
  /** Keeps a content. Answers its name once it is on the disk. */
  save(bytes: Uint8Array): Promise<Outcome<{ readonly hash: string }, SaveFailure>>;
  /** A kept content; null when there is none of that name, or what is there is not what was kept. */
  read(hash: string): Promise<Uint8Array | null>;
  /** Deletes a kept content. The caller has made sure that no row names it any more. */
  remove(hash: string): Promise<void>;
  /** The names of all kept contents. */
  list(): Promise<string[]>;
}

const HASH = /^[0-9a-f]{64}$/;

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Opens the folder of downloaded files; it is made when the first one is kept. */
export function createAttachmentStore(folder: string): AttachmentStore {
  async function read(hash: string): Promise<Uint8Array | null> {
    if (!HASH.test(hash)) return null;
    try {
      const bytes = await readFile(join(folder, hash));
      return hashOf(bytes) === hash ? bytes : null;
    } catch (error) {
      if (errorCodeOf(error) === 'ENOENT') return null;
      throw error;
    }
  }

  return {
    read,
    save: async (bytes) => {
      const hash = hashOf(bytes);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
      } catch (error) {
        return fail({ kind: isDiskFull(error) ? 'disk-full' : 'folder-not-writable', message: String(error) });
      }
      const saved = await saveFile(join(folder, hash), bytes);
      return saved.ok ? succeed({ hash }) : saved;
    },
    remove: async (hash) => {
      if (HASH.test(hash)) await rm(join(folder, hash), { force: true });
    },
    list: async () => {
      try {
        return (await readdir(folder)).filter((name) => HASH.test(name));
      } catch (error) {
        if (errorCodeOf(error) === 'ENOENT') return [];
        throw error;
      }
    },
  };
}
