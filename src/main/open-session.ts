import { join } from 'node:path';
import { type Outcome, succeed } from '@core/outcome';
import { createSwedishCalendar } from '@core/time/swedish-holidays';
import { v7 as uuidv7 } from 'uuid';
import { type OpenFailure, openWorkbenchDatabase } from './db/open';
import type { Session } from './ipc/parts';
import type { Clock } from './platform/clock';
import { createPictureStore } from './platform/picture-store';
import type { PortalAccount } from './platform/settings';
import type { Portal, PortalIdentity } from './portal/portal';
import { createSyncLoop } from './sync/sync-loop';
import { beatTimer } from './usecases/beat-timer';
import { noteSleep } from './usecases/note-sleep';
import { pauseTimer } from './usecases/pause-timer';
import { raiseFourHourWarning } from './usecases/raise-four-hour-warning';
import { readTimers } from './usecases/read-timers';
import { recoverTimers } from './usecases/recover-timers';
import type { Announcements, Workbench } from './usecases/workbench';

export interface OpenSession extends Session {
  readonly account: PortalAccount;
  /** From now on nothing is work until `wake`: a beat on the way into sleep would hide where it began. */
  suspend(): void;
  /** What lay between becomes an unknown interval. */
  wake(): void;
  /** Ends the sync, pauses what runs and closes the file. */
  close(): Promise<void>;
}

export interface SessionParts {
  readonly folder: string;
  readonly account: PortalAccount;
  readonly portal: Portal | null;
  readonly clock: Clock;
  readonly announce: Announcements;
  readonly isOffline: boolean;
  readonly syncEveryMinutes: number;
  /** 0 unless told otherwise. */
  readonly firstSyncAfterMs?: number;
  readonly onSyncState: () => void;
  readonly onIdentity: (identity: PortalIdentity) => void;
  /** While a timer runs, after each heartbeat is on disk. */
  readonly onBeat: (timers: Awaited<ReturnType<typeof readTimers>>) => void;
  readonly onError: (what: string, error: unknown) => void;
}

/** Opens the file of one portal account and starts what lives as long as it is open. */
export async function openSession(parts: SessionParts): Promise<Outcome<OpenSession, OpenFailure>> {
  const opened = openWorkbenchDatabase(join(parts.folder, 'workbench.sqlite'));
  if (!opened.ok) return opened;
  const pictures = createPictureStore(join(parts.folder, 'pictures'));
  const workbench: Workbench = {
    database: opened.value,
    clock: parts.clock,
    pictures,
    announce: parts.announce,
    newId: uuidv7,
    userName: parts.account.userName,
  };
  await recoverTimers(workbench);

  const sync = createSyncLoop({
    database: workbench.database,
    portal: parts.portal,
    now: () => parts.clock.read(),
    random: Math.random,
    newId: uuidv7,
    readPicture: (hash) => pictures.read(hash),
    startsOffline: parts.isOffline,
    onState: parts.onSyncState,
    onIdentity: parts.onIdentity,
    onPulled: async ({ newTickets, changedTickets }) => {
      if (changedTickets.length === 0) return;
      const isNew = new Set(newTickets);
      for (const ticketId of changedTickets) {
        await raiseFourHourWarning(workbench, ticketId, { isSilent: isNew.has(ticketId) });
      }
      parts.announce.queueChanged();
      parts.announce.ticketChanged(null);
    },
    onError: (error) => parts.onError('sync', error),
  });

  const beats = startBeats(workbench, parts);
  sync.start(parts.syncEveryMinutes, parts.firstSyncAfterMs ?? 0);
  const { account } = parts;
  return succeed({
    workbench,
    sync,
    calendar: createSwedishCalendar(),
    account,
    portal: {
      kind: account.kind,
      name: account.kind === 'practice' ? '' : new URL(account.address).host,
      address: account.kind === 'practice' ? '' : account.address,
      userName: account.userName,
      serverVersion: account.serverVersion,
    },
    suspend: beats.suspend,
    wake: beats.wake,
    close: async () => {
      await beats.end();
      // Before the sync, which can wait for a slow server: without beats that time would be unknown.
      const { running } = await readTimers(workbench.database, parts.clock.read());
      if (running) await pauseTimer(workbench, running.id);
      await sync.stop();
      await workbench.database.destroy();
    },
  });
}

interface Beats {
  suspend(): void;
  wake(): void;
  end(): Promise<void>;
}

/** One beat at a time; one that fails (a full disk) is logged and the next one is tried. */
function startBeats(workbench: Workbench, parts: SessionParts): Beats {
  let underWay: Promise<void> = Promise.resolve();
  let isBusy = false;
  let isAsleep = false;

  function run(work: () => Promise<void>): Promise<void> {
    isBusy = true;
    underWay = underWay
      .then(work)
      .catch((error: unknown) => parts.onError('heartbeat', error))
      .finally(() => {
        isBusy = false;
      });
    return underWay;
  }

  const beat = async () => {
    const isRunning = await beatTimer(workbench);
    if (isRunning) parts.onBeat(await readTimers(workbench.database, workbench.clock.read()));
  };
  const endBeats = workbench.clock.onBeat(() => (isBusy || isAsleep ? underWay : run(beat)));

  return {
    suspend: () => {
      isAsleep = true;
    },
    wake: () => {
      if (!isAsleep) return;
      void run(async () => {
        await noteSleep(workbench);
        isAsleep = false;
      });
    },
    end: async () => {
      endBeats();
      await underWay;
    },
  };
}
