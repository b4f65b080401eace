import { join } from 'node:path';
import { fail, type Outcome, succeed } from '@core/outcome';
import { followServiceRules, type ServiceRules } from '@core/time/service-calendar';
import { v7 as uuidv7 } from 'uuid';
import { createAttachmentDesk } from './attachment-desk';
import { askForBackups, type CopyFile, createDailyBackups, type DailyBackups } from './daily-backups';
import { startDayWatch } from './day-watch';
import { listBackups } from './db/backups';
import { type OpenFailure, openWorkbenchDatabase } from './db/open';
import { forgetKeys } from './db/queries/api-keys';
import { readTicketMapping } from './db/queries/portal-facts';
import { createTurns } from './db/take-turns';
import type { CopyFailure } from './db/verified-copy';
import { type Recording, startHeartbeats } from './heartbeats';
import type { Session } from './ipc/parts';
import { startNewsWatch } from './news-watch';
import { createAttachmentStore } from './platform/attachment-store';
import type { Clock } from './platform/clock';
import { createPictureStore } from './platform/picture-store';
import type { PresenceSource } from './platform/presence-source';
import type { PortalAccount } from './platform/settings';
import { textsIn } from './platform/texts';
import type { Portal } from './portal/portal';
import { toProblem } from './portal-accounts';
import { createNoSync } from './sync/no-sync';
import { createSyncLoop } from './sync/sync-loop';
import { createAttention } from './usecases/attention';
import { beginWithoutPortal } from './usecases/begin-without-portal';
import { changeMapping } from './usecases/change-mapping';
import { settleOverlaps } from './usecases/hold-overlaps';
import { pauseTimer } from './usecases/pause-timer';
import { raiseFourHourWarning } from './usecases/raise-four-hour-warning';
import { readTimers } from './usecases/read-timers';
import { recoverTimers } from './usecases/recover-timers';
import { bringWholeIndexInStep } from './usecases/search-tickets';
import { settlePulled } from './usecases/settle-pulled';
import { shredOnceSent } from './usecases/shred-original';
import { tellColleaguesOfLine } from './usecases/tell-colleagues';
import { tidyAttachments } from './usecases/tidy-attachments';
import { tidyPictures } from './usecases/tidy-pictures';
import { tryMapping } from './usecases/try-mapping';
import type { Announcements, Workbench, WorkbenchSettings } from './usecases/workbench';

export interface OpenSession extends Session {
  readonly account: PortalAccount;
  readonly file: string;
  readonly backups: DailyBackups;
  /** Service is open by other rules from now on: every target is worked out anew. */
  followServiceRules(rules: ServiceRules): void;
  /** Ends the sync, pauses what runs and closes the file. With `isReopened` what runs is left to run on when it is. */
  close(how?: { readonly isReopened: boolean }): Promise<void>;
}

export interface SessionParts {
  readonly folder: string;
  readonly account: PortalAccount;
  readonly portal: Portal | null;
  readonly clock: Clock;
  readonly presence: PresenceSource;
  readonly announce: Announcements;
  readonly settings: () => WorkbenchSettings;
  readonly isOffline: boolean;
  readonly syncEveryMinutes: number;
  /** 0 unless told otherwise. */
  readonly firstSyncAfterMs?: number;
  /** Another key was given than the one before. */
  readonly isNewKey?: boolean;
  readonly onSyncState: () => void;
  /** While a timer runs, after each heartbeat is on disk. */
  readonly onBeat: (timers: Awaited<ReturnType<typeof readTimers>>) => void;
  /** Heartbeats began to fail, or reach the disk again. */
  readonly onRecording: (recording: Recording) => void;
  /** Copies the file for a backup, beside the main thread where the app does it. */
  readonly copyFile: CopyFile;
  readonly onBackupFailure: (failure: CopyFailure) => void;
  readonly onError: (what: string, error: unknown) => void;
}

/** Opens the file of one portal account and starts what lives as long as it is open. */
export async function openSession(parts: SessionParts): Promise<Outcome<OpenSession, OpenFailure>> {
  const file = join(parts.folder, 'workbench.sqlite');
  const opened = openWorkbenchDatabase(file);
  if (!opened.ok) return opened;
  const pictures = createPictureStore(join(parts.folder, 'pictures'));
  const files = createAttachmentStore(join(parts.folder, 'attachments'));
  const calendar = followServiceRules(parts.settings());
  const workbench: Workbench = {
    database: opened.value,
    clock: parts.clock,
    pictures,
    announce: parts.announce,
    newId: uuidv7,
    userName: parts.account.userName,
    calendar,
    settings: parts.settings,
    attention: createAttention(),
  };
  const { ticketProfile } = parts.account;
  parts.portal?.follow({ ...(await readTicketMapping(workbench.database)), profile: ticketProfile });
  if (parts.isNewKey) await forgetKeys(workbench.database);
  await recoverTimers(workbench);
  // A file that was set aside may be gone back to: its pictures stay.
  const mayTidy = !listBackups(file).some(({ kind }) => kind === 'set-aside');
  const closing = new AbortController();
  const tidying: Promise<unknown>[] = [
    bringWholeIndexInStep(workbench.database, closing.signal).catch((error) => parts.onError('search', error)),
  ];
  if (mayTidy) {
    tidying.push(
      tidyPictures(workbench).catch((error) => parts.onError('pictures', error)),
      tidyAttachments(workbench.database, files).catch((error) => parts.onError('attachments', error)),
    );
  }

  const isWithoutPortal = parts.account.kind === 'lists';
  if (isWithoutPortal) {
    const { language } = parts.settings();
    await beginWithoutPortal(workbench.database, {
      userName: parts.account.userName,
      groupName: textsIn(language).noGroup,
    });
  }
  const sync = isWithoutPortal
    ? createNoSync()
    : createSyncLoop({
        database: workbench.database,
        portal: parts.portal,
        now: () => parts.clock.read(),
        random: Math.random,
        newId: uuidv7,
        requiresDescription: () => parts.settings().requireDescription,
        readPicture: (hash) => pictures.read(hash),
        calendar,
        tellColleagues: (trx, lineId) =>
          tellColleaguesOfLine(workbench, trx, lineId, parts.clock.read().wall, { wasSent: true }),
        onPictureSent: (screenshotId) =>
          void shredOnceSent(workbench, screenshotId).catch((error) => parts.onError('shred', error)),
        startsOffline: parts.isOffline,
        onState: parts.onSyncState,
        onPulled: async ({ newTickets, changedTickets }) => {
          news.lookSoon();
          if (changedTickets.length === 0) return;
          const isNew = new Set(newTickets);
          // What overlaps is held before the rest is judged by the limit.
          await settleOverlaps(workbench);
          if (await settlePulled(workbench, changedTickets)) parts.announce.outboxChanged();
          const takeTurn = createTurns();
          for (const ticketId of changedTickets) {
            await takeTurn();
            await raiseFourHourWarning(workbench, ticketId, { isSilent: isNew.has(ticketId) });
          }
          parts.announce.queueChanged();
          parts.announce.ticketChanged(null);
          parts.announce.timesheetChanged();
        },
        onError: (error) => parts.onError('sync', error),
      });

  const attachments = createAttachmentDesk({
    database: workbench.database,
    files,
    portal: parts.portal,
    isSwitchedOffline: () => sync.connection().kind === 'switched-offline',
    now: () => parts.clock.read().wall,
  });

  const backups = createDailyBackups({
    file,
    now: () => parts.clock.read().wall,
    copyFile: parts.copyFile,
    onFailure: parts.onBackupFailure,
  });
  const endBackups = askForBackups(backups, (error) => parts.onError('backup', error));

  const news = startNewsWatch(workbench, {
    isSyncing: () => sync.connection().kind === 'syncing',
    onError: (error) => parts.onError('news', error),
  });
  const endDays = startDayWatch(workbench);
  const beats = startHeartbeats(workbench, parts);
  sync.start(parts.syncEveryMinutes, parts.firstSyncAfterMs ?? 0);
  const { account } = parts;
  return succeed({
    workbench,
    sync,
    calendar,
    account,
    file,
    backups,
    mapping: {
      profile: ticketProfile,
      try: async (mapping) => {
        if (parts.portal === null) return fail({ code: 'key-refused', message: '' });
        const tried = await tryMapping(parts.portal, mapping);
        return tried.ok ? tried : fail(toProblem(tried.failure));
      },
      change: (mapping) => changeMapping(workbench, parts.portal, mapping),
    },
    attachments,
    portal: {
      kind: account.kind,
      name: account.kind === 'odoo' ? new URL(account.address).host : '',
      address: account.address,
      userName: account.userName,
      serverVersion: account.serverVersion,
    },
    followServiceRules: (rules) => {
      calendar.follow(rules);
      parts.announce.queueChanged();
      parts.announce.ticketChanged(null);
    },
    close: async ({ isReopened } = { isReopened: false }) => {
      closing.abort();
      endBackups();
      const endWatching = async () => {
        endDays();
        await beats.end();
        await news.end();
      };
      if (!isReopened) {
        await endWatching();
        // Before the sync, which can wait for a slow server: without beats that time would be unknown.
        const { running } = await readTimers(workbench);
        if (running) await pauseTimer(workbench, running.id);
      }
      await attachments.close();
      await sync.stop();
      await backups.stop();
      await Promise.all(tidying);
      // What runs on is watched until the last moment, so that no time of it is unknown.
      if (isReopened) await endWatching();
      await workbench.database.destroy();
    },
  });
}
