import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BackupKind } from '@core/backup-kind';
import { type Instant, instantFromEpochMs } from '@core/time/instant';

/** Of how many days backups are kept. Source: SYNC, "What must always hold", 9. */
export const DAILY_BACKUPS_KEPT = 14;

/** How many are kept of one day as long as it lasts. */
const KEPT_OF_TODAY = 3;

export const BACKUP_INTERVAL_MS = 24 * 60 * 60 * 1000;

/** A file that can take the place of the workbench file. */
export interface BackupFile {
  readonly name: string;
  readonly kind: BackupKind;
  /** When it was made, or set aside. */
  readonly madeAt: Instant;
  readonly sizeBytes: number;
}

/** Where the backups of a workbench file are. */
export function backupFolderOf(file: string): string {
  return join(dirname(file), 'backups');
}

/** `2026-11-26T20-36-12-000Z`: the moment is in a name, as copying a file changes its own. */
function toNamePart(at: Instant): string {
  return new Date(at).toISOString().replaceAll(/[:.]/gu, '-');
}

export function nameOfDaily(madeAt: Instant): string {
  return `daily-${toNamePart(madeAt)}.sqlite`;
}

export function nameOfSetAside(at: Instant): string {
  return `set-aside-${toNamePart(at)}.sqlite`;
}

const WITH_MOMENT = /^(daily|set-aside)-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.sqlite$/u;

/** What a name says of a file; null when it is none of a backup. */
function readName(name: string): { kind: BackupKind; madeAt: Instant | null } | null {
  if (/^before-version-\d+\.sqlite$/u.test(name)) return { kind: 'before-migration', madeAt: null };
  const [, kind, hour, minute, second, millisecond] = WITH_MOMENT.exec(name) ?? [];
  const epochMs = Date.parse(`${hour}:${minute}:${second}.${millisecond}Z`);
  if (Number.isNaN(epochMs)) return null;
  return { kind: kind === 'daily' ? 'daily' : 'set-aside', madeAt: instantFromEpochMs(epochMs) };
}

/**
 * What can be restored, newest first. What has a backup's name was verified when it was made; a file that was set aside
 * is as it was.
 */
export function listBackups(file: string): BackupFile[] {
  const folder = backupFolderOf(file);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name): BackupFile[] => {
      const read = readName(name);
      if (read === null) return [];
      const { mtimeMs, size } = statSync(join(folder, name));
      const madeAt = read.madeAt ?? instantFromEpochMs(Math.round(mtimeMs));
      return [{ name, kind: read.kind, madeAt, sizeBytes: size }];
    })
    .toSorted((a, b) => b.madeAt - a.madeAt);
}

/** Whether the next daily backup is to be made. One from the future says nothing: the clock was set back since. */
export function isBackupDue(file: string, now: Instant): boolean {
  return !listBackups(file).some(
    ({ kind, madeAt }) => kind === 'daily' && madeAt <= now && now - madeAt < BACKUP_INTERVAL_MS,
  );
}

/** The day of a moment, as it stands in a backup's name. */
function dayOf({ madeAt }: Pick<BackupFile, 'madeAt'>): string {
  return toNamePart(madeAt).slice(0, 'yyyy-mm-dd'.length);
}

/**
 * Removes daily backups: of days above the number that is kept, and all but the last of each day, so that backups made by
 * hand push out no earlier day. Of the day of the one that was just made a few stay, and itself always.
 */
export function pruneDailyBackups(file: string, justMade: string): void {
  const daily = listBackups(file).filter(({ kind }) => kind === 'daily');
  const made = daily.find(({ name }) => name === justMade);
  const today = made === undefined ? '' : dayOf(made);
  const days = [...new Set(daily.map(dayOf))].filter((day) => day !== today).slice(0, DAILY_BACKUPS_KEPT - 1);
  const kept = new Set([
    justMade,
    ...daily
      .filter((backup) => dayOf(backup) === today)
      .slice(0, KEPT_OF_TODAY)
      .map(({ name }) => name),
    ...days.flatMap((day) => daily.find((backup) => dayOf(backup) === day)?.name ?? []),
  ]);
  for (const { name } of daily) if (!kept.has(name)) rmSync(join(backupFolderOf(file), name), { force: true });
}
