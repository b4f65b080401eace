import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Instant, instantFromEpochMs } from '@core/time/instant';

/** How many of the daily backups are kept. Source: SYNC, "What must always hold", 9. */
export const DAILY_BACKUPS_KEPT = 14;

export const BACKUP_INTERVAL_MS = 24 * 60 * 60 * 1000;

/** A file in the folder of backups. */
export interface BackupFile {
  readonly name: string;
  readonly kind:
    | 'daily'
    /** Made before a migration of the file. */
    | 'before-migration';
  readonly madeAt: Instant;
  readonly sizeBytes: number;
}

/** Where the backups of a workbench file are. */
export function backupFolderOf(file: string): string {
  return join(dirname(file), 'backups');
}

/** `daily-2026-11-26T20-36-12-000Z.sqlite`: the moment is in the name, as copying a file changes its own. */
export function nameOfDaily(madeAt: Instant): string {
  return `daily-${new Date(madeAt).toISOString().replaceAll(/[:.]/gu, '-')}.sqlite`;
}

const DAILY = /^daily-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.sqlite$/u;

/** The moment in the name of a daily backup; null when it is none. */
function momentInName(name: string): Instant | null {
  const [, hour, minute, second, millisecond] = DAILY.exec(name) ?? [];
  if (hour === undefined) return null;
  const epochMs = Date.parse(`${hour}:${minute}:${second}.${millisecond}Z`);
  return Number.isNaN(epochMs) ? null : instantFromEpochMs(epochMs);
}

/** The backups of a workbench file, newest first. What has a backup's name was verified when it was made. */
export function listBackups(file: string): BackupFile[] {
  const folder = backupFolderOf(file);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name): BackupFile[] => {
      const dailyAt = momentInName(name);
      if (dailyAt === null && !/^before-version-\d+\.sqlite$/u.test(name)) return [];
      const { mtimeMs, size } = statSync(join(folder, name));
      return [
        {
          name,
          kind: dailyAt === null ? 'before-migration' : 'daily',
          madeAt: dailyAt ?? instantFromEpochMs(Math.round(mtimeMs)),
          sizeBytes: size,
        },
      ];
    })
    .toSorted((a, b) => b.madeAt - a.madeAt);
}

/** Whether the next daily backup is to be made. One from the future says nothing: the clock was set back since. */
export function isBackupDue(file: string, now: Instant): boolean {
  return !listBackups(file).some(
    ({ kind, madeAt }) => kind === 'daily' && madeAt <= now && now - madeAt < BACKUP_INTERVAL_MS,
  );
}

/** Removes the oldest daily backups above the number that is kept, never the one that was just made. */
export function pruneDailyBackups(file: string, justMade: string): void {
  const daily = listBackups(file).filter(({ kind, name }) => kind === 'daily' && name !== justMade);
  for (const { name } of daily.slice(DAILY_BACKUPS_KEPT - 1)) rmSync(join(backupFolderOf(file), name), { force: true });
}
