import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeStorage } from 'electron';
import type { KeyKeeping } from './settings';

/** Where API keys are: never in the settings file, never in the database. */
export interface Secrets {
  hasKeyring(): boolean;
  keep(accountId: string, apiKey: string, how: KeyKeeping): void;
  read(accountId: string): string | null;
  forget(accountId: string): void;
}

/** Keys through the system's keyring; without one, for the session only or, if the person accepts it, in a private file. */
export function createSecrets(folder: string): Secrets {
  const inSession = new Map<string, string>();
  const encryptedFile = (accountId: string) => join(folder, `${accountId}.key`);
  const plainFile = (accountId: string) => join(folder, `${accountId}.plain-key`);

  /** Linux' "basic_text" is a fixed password: that is no keyring. */
  function hasKeyring(): boolean {
    if (!safeStorage.isEncryptionAvailable()) return false;
    return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
  }

  function forget(accountId: string): void {
    inSession.delete(accountId);
    rmSync(encryptedFile(accountId), { force: true });
    rmSync(plainFile(accountId), { force: true });
  }

  function writePrivately(file: string, content: string | Buffer): void {
    writeFileSync(file, content, { mode: 0o600 });
    // An existing file keeps its old mode.
    chmodSync(file, 0o600);
  }

  return {
    hasKeyring,
    forget,
    keep: (accountId, apiKey, how) => {
      forget(accountId);
      inSession.set(accountId, apiKey);
      if (how === 'keyring') writePrivately(encryptedFile(accountId), safeStorage.encryptString(apiKey));
      if (how === 'file') writePrivately(plainFile(accountId), apiKey);
    },
    read: (accountId) => {
      const known = inSession.get(accountId);
      if (known !== undefined) return known;
      try {
        if (existsSync(plainFile(accountId))) return readFileSync(plainFile(accountId), 'utf8');
        if (existsSync(encryptedFile(accountId)))
          return safeStorage.decryptString(readFileSync(encryptedFile(accountId)));
      } catch {
        // The keyring was replaced or the file is damaged: the key has to be given again.
      }
      return null;
    },
  };
}
