import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { Instant } from '@core/time/instant';
import { z } from 'zod';
import { backupFolderOf, isBackupDue, nameOfDaily, pruneDailyBackups } from './db/backups';
import { type CopyFailure, copyFailureSchema } from './db/verified-copy';

/** How often it is asked whether a backup is due; the app can run for weeks. */
const ASK_EVERY_MS = 10 * 60 * 1000;

/** The window is drawn and the first sync under way before a start makes its backup. */
export const FIRST_BACKUP_AFTER_START_MS = 15_000;

export type CopyFile = (file: string, target: string) => Promise<Outcome<null, CopyFailure>>;

export interface DailyBackupParts {
  /** The workbench file. */
  readonly file: string;
  readonly now: () => Instant;
  readonly copyFile: CopyFile;
  /** The first failure after a backup that was made; the next ones say nothing new. */
  readonly onFailure: (failure: CopyFailure) => void;
}

export interface DailyBackups {
  /** Makes a backup if the last one is older than a day. */
  makeIfDue(): Promise<void>;
  /** Makes a backup now. */
  make(): Promise<Outcome<null, CopyFailure>>;
  /** Why the last attempt made none; null when it did, or there was none yet. */
  lastFailure(): CopyFailure | null;
  /** Makes no further ones, and waits for the one under way. */
  stop(): Promise<void>;
}

/** Makes a verified backup every day. A failure leaves the earlier ones alone, and is followed by another attempt. */
export function createDailyBackups({ file, now, copyFile, onFailure }: DailyBackupParts): DailyBackups {
  let failure: CopyFailure | null = null;
  let underWay: Promise<Outcome<null, CopyFailure>> | null = null;

  async function copy(): Promise<Outcome<null, CopyFailure>> {
    const name = nameOfDaily(now());
    const made = await copyFile(file, join(backupFolderOf(file), name));
    const before = failure;
    failure = made.ok ? null : made.failure;
    if (made.ok) pruneDailyBackups(file, name);
    else if (before?.kind !== made.failure.kind) onFailure(made.failure);
    return made;
  }

  function make(): Promise<Outcome<null, CopyFailure>> {
    underWay ??= copy().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  return {
    make,
    makeIfDue: async () => {
      if (isBackupDue(file, now())) await make();
    },
    lastFailure: () => failure,
    stop: async () => {
      await underWay;
    },
  };
}

/** Asks from time to time whether a backup is due; answers a function that ends it. */
export function askForBackups(backups: DailyBackups, onError: (error: unknown) => void): () => void {
  const ask = () => void backups.makeIfDue().catch(onError);
  const first = setTimeout(ask, FIRST_BACKUP_AFTER_START_MS).unref();
  const further = setInterval(ask, ASK_EVERY_MS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(further);
  };
}

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), failure: copyFailureSchema }),
]);

/** Copies in a thread of its own, which runs this file. */
export function copyInThread(workerFile: string): CopyFile {
  return (file, target) =>
    new Promise((resolve) => {
      const broke = (message: string) => resolve(fail({ kind: 'not-writable', message }));
      const worker = new Worker(workerFile, { workerData: { file, target } });
      worker.on('message', (message) => {
        const answer = answerSchema.safeParse(message);
        if (!answer.success) broke(answer.error.message);
        else resolve(answer.data.ok ? succeed(null) : fail(answer.data.failure));
      });
      worker.on('error', (error) => broke(String(error)));
      worker.on('exit', (code) => broke(`The backup thread ended with code ${code}.`));
    });
}
