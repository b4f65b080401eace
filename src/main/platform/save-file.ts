import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { isDiskFull } from '@core/error-code';
import { fail, type Outcome, succeed } from '@core/outcome';

/** Why a file could not be written. `message` is the system's own words, for the log. */
export interface SaveFailure {
  readonly kind: 'disk-full' | 'folder-not-writable';
  readonly message: string;
}

/** Writes a file whole or not at all: one of that name stays as it is until the new one is on the disk. */
export async function saveFile(path: string, bytes: Uint8Array): Promise<Outcome<null, SaveFailure>> {
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    return succeed(null);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return fail({ kind: isDiskFull(error) ? 'disk-full' : 'folder-not-writable', message: String(error) });
  }
}
