import { join } from 'node:path';
import { fail, type Outcome, succeed } from '@core/outcome';
import { app } from 'electron';
import { askAboutFile } from './damaged-file';
import type { PortalProblem } from './ipc/parts';
import { type OpenSession, openSession, type SessionParts } from './open-session';
import type { Dialogs } from './platform/dialogs';
import type { PortalAccount, SettingsStore } from './platform/settings';
import type { Texts } from './platform/texts';
import type { PortalReach } from './reach-portal';

/** How an account is opened. */
export type Opening = Pick<SessionParts, 'firstSyncAfterMs' | 'isNewKey'>;

interface AccountInUseParts
  extends Pick<
    SessionParts,
    'clock' | 'presence' | 'announce' | 'settings' | 'onSyncState' | 'onRecording' | 'copyFile' | 'onBackupFailure'
  > {
  readonly dataFolder: string;
  readonly store: SettingsStore;
  readonly portals: PortalReach;
  readonly dialogs: Dialogs;
  readonly texts: () => Texts;
  readonly onBeat: SessionParts['onBeat'];
  readonly onError: SessionParts['onError'];
  /** What is in use is about to be closed: from this moment on no window shows anything of it. */
  readonly onLeaving: () => void;
  /** Nothing is in use. */
  readonly onLeft: () => void;
  /** What is in use is another one now, or none. */
  readonly onChanged: () => void;
  /** An account is open, before anybody is told of it. */
  readonly onOpened: () => Promise<void>;
}

/** The portal account in use, with its file and its sync. There is one at a time. */
export interface AccountInUse {
  session(): OpenSession | null;
  /** Whether one is closed, and the next is not open yet. */
  isChanging(): boolean;
  /** Takes an account into use. If that fails, what was in use before is again. */
  open(account: PortalAccount, how?: Opening): Promise<Outcome<null, PortalProblem>>;
  /** Opens an account whose file nobody has open. */
  openFile(account: PortalAccount, how: Opening): Promise<Outcome<null, PortalProblem>>;
  /** Closes what is in use; from this moment on no window shows anything of it. */
  leave(): Promise<void>;
  /** Closes what is in use. */
  close(): Promise<void>;
}

/** Builds what opens and closes accounts. */
export function createAccountInUse(parts: AccountInUseParts): AccountInUse {
  const { store, portals, dataFolder, texts, dialogs, clock } = parts;
  let session: OpenSession | null = null;
  let isChanging = false;

  async function closeSession(how: { isReopened: boolean } = { isReopened: false }): Promise<void> {
    const closing = session;
    session = null;
    await closing?.close(how);
    await portals.stop();
  }

  async function leave(): Promise<void> {
    if (session) parts.onLeaving();
    await closeSession();
    parts.onLeft();
  }

  async function open(account: PortalAccount, how: Opening = {}): Promise<Outcome<null, PortalProblem>> {
    const before = session?.account ?? null;
    isChanging = before !== null;
    try {
      // Another key for the same portal: the window stays as it is, and what runs runs on.
      if (before?.id === account.id) await closeSession({ isReopened: true });
      else await leave();
      const opened = await openFile(account, how);
      // A person who wants to quit is not shown another portal first.
      if (!opened.ok && before && opened.failure.code !== 'database-failed') await openFile(before, {});
      return opened;
    } finally {
      isChanging = false;
      parts.onChanged();
    }
  }

  async function openFile(account: PortalAccount, how: Opening): Promise<Outcome<null, PortalProblem>> {
    const reached = await portals.reach(account);
    if (reached && !reached.ok) return reached;
    const stored = store.read();
    const tryToOpen = () =>
      openSession({
        folder: join(dataFolder, 'portals', account.id),
        account,
        portal: reached?.value.portal ?? null,
        clock,
        presence: parts.presence,
        announce: parts.announce,
        settings: parts.settings,
        isOffline: stored.isOffline,
        syncEveryMinutes: stored.settings.syncEveryMinutes,
        ...how,
        onSyncState: parts.onSyncState,
        onBeat: (timers) => {
          if (session?.account.id === account.id) parts.onBeat(timers);
        },
        onRecording: parts.onRecording,
        copyFile: parts.copyFile,
        onBackupFailure: parts.onBackupFailure,
        onError: parts.onError,
      });
    let opened = await tryToOpen();
    while (!opened.ok) {
      const { failure } = opened;
      parts.onError('open', failure);
      const answer = await askAboutFile(join(dataFolder, 'portals', account.id, 'workbench.sqlite'), failure, {
        texts: texts(),
        now: () => clock.read().wall,
        ask: dialogs.ask,
        openFolderOf: dialogs.openFolderOf,
      });
      if (answer === 'quit') {
        app.quit();
        return fail({ code: 'database-failed', message: texts().cannotOpenTitle });
      }
      opened = await tryToOpen();
    }
    session = opened.value;
    const others = stored.accounts.filter(({ id }) => id !== account.id);
    store.write({ accounts: [...others, account], currentAccountId: account.id });
    await parts.onOpened();
    return succeed(null);
  }

  return { session: () => session, isChanging: () => isChanging, open, openFile, leave, close: () => closeSession() };
}
