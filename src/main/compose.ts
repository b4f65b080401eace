import { join } from 'node:path';
import { fail } from '@core/outcome';
import type { AppView } from '@ipc/app-views';
import { app, type BrowserWindow, clipboard, nativeTheme, shell } from 'electron';
import log from 'electron-log/main';
import { v7 as uuidv7 } from 'uuid';
import { createAccountInUse } from './account-in-use';
import { createConnecting } from './connecting';
import { copyInThread } from './daily-backups';
import { listRecentTickets } from './db/queries/recent-tickets';
import { restoreBackup } from './db/restore';
import { createDesktop, type DesktopProbe } from './desktop';
import { createHandOvers } from './hand-overs';
import { dispatch } from './ipc/handle';
import { createHandlers } from './ipc/handlers';
import { readSyncView } from './ipc/handlers/sync';
import type { AppParts } from './ipc/parts';
import { createKnownPortals } from './known-portals';
import { listsAccountOf } from './lists-account';
import { createScreenCapture } from './platform/capture';
import { createClipboardWatch } from './platform/clipboard-watch';
import type { Clock } from './platform/clock';
import { createDialogs } from './platform/dialogs';
import { broadcast, listenToWindows } from './platform/messages';
import type { PresenceSource } from './platform/presence-source';
import { fetchPicture } from './platform/remote-picture/fetch-picture';
import { createSecrets } from './platform/secrets';
import { createSettingsStore, type PortalAccount } from './platform/settings';
import { createTableReader } from './platform/tables/table-reader';
import { createTextReader } from './platform/text-reader';
import { textsIn } from './platform/texts';
import { openWebAddress } from './platform/web-address';
import { createMainWindow } from './platform/windows';
import { writeReport } from './platform/write-report';
import { createPortalReach } from './reach-portal';
import { finishRemovals, PRACTICE_ACCOUNT_ID } from './remove-portal';
import { readTimers } from './usecases/read-timers';
import { settleUndescribedLines } from './usecases/settle-undescribed';
import type { Announcements, FourHourWarning } from './usecases/workbench';

/** What stays of the app between its start and its end. */
export interface Fyra {
  showWindow(): void;
  /** Takes a link that reached the app. It can come from anybody: it is shown when the person looks, and does no more. */
  receiveLink(link: string): void;
  /** Opens the portal that was in use last; more calls do nothing. A window that asks for something calls it too. */
  openLastPortal(): void;
  readPicture(name: string): Uint8Array | null;
  close(): Promise<void>;
  /** What a steered app shows of itself. */
  readonly desktop: DesktopProbe;
  readonly raisedWarnings: readonly FourHourWarning[];
  practicePortal(): { address: string; database: string; apiKey: string } | null;
}

/** More than the tray shows: those with an open timer are left out there. */
const MOST_RECENT_TICKETS = 20;

/** At the start the queue that is here is drawn first; the sync and the look at the clipboard come then. */
const AFTER_START_MS = 1_000;

/** Builds the parts and hands them to each other. Nothing else in the app reaches for a global. */
export function compose(clock: Clock, presence: PresenceSource): Fyra {
  const dataFolder = app.getPath('userData');
  const settings = createSettingsStore(dataFolder);
  const secrets = createSecrets(dataFolder);
  const raisedWarnings: FourHourWarning[] = [];
  const session = () => inUse.session();
  let mainWindow: BrowserWindow | null = null;

  const language = () => {
    const chosen = settings.read().settings.language;
    if (chosen !== 'system') return chosen;
    return app.getLocale().startsWith('sv') ? 'sv' : 'en';
  };
  const texts = () => textsIn(language());
  const logError = (what: string, error: unknown) => log.error(what, error);

  function showWindow(): void {
    if (!mainWindow || mainWindow.isDestroyed()) openMainWindow();
    if (mainWindow?.isMinimized()) mainWindow.restore();
    mainWindow?.show();
    mainWindow?.focus();
  }

  const capture = createScreenCapture({
    hideOwnWindows: () => settings.read().settings.captureHidesWorkbench,
    clock,
    onWaiting: (secondsLeft) => broadcast('capture:waiting', { secondsLeft }),
    lastRegion: {
      read: () => settings.read().lastRegion,
      save: (lastRegion) => settings.write({ lastRegion }),
    },
  });
  // Threads start from files of their own; see electron.vite.config.ts.
  const threadFile = (name: string) => join(app.getAppPath(), 'out', 'main', `${name}.js`);
  const textReader = createTextReader({ workerFile: threadFile('text-reader-worker') });
  const backgroundColor = () => (nativeTheme.shouldUseDarkColors ? '#1e2125' : '#ffffff');
  const desktop = createDesktop({
    settings,
    texts,
    showWindow,
    workbench: () => session()?.workbench ?? null,
    isCapturing: capture.isCapturing,
    backgroundColor,
    logError,
  });

  const now = () => clock.read().wall;
  const dialogs = createDialogs(() => mainWindow);
  const portals = createPortalReach({ dataFolder, now, practiceKey: () => settings.read().practiceKey, secrets });
  const handOvers = createHandOvers({
    now,
    newId: uuidv7,
    onChange: (view) => broadcast('hand-over:changed', view),
    onUse: (screenshotId, { address, isAddressCut, title, selection }) =>
      broadcast('hand-over:used', { screenshotId, address, isAddressCut, title, selection }),
  });
  const copied = createClipboardWatch({
    now,
    presence,
    // Electron answered at once up to 43 and promises since.
    readText: async () => clipboard.readText(),
    onError: (error) => logError('clipboard', error),
  });

  function receiveLink(link: string): void {
    handOvers.receive(link);
    // Whoever works in another program goes on working there.
    if (mainWindow && !mainWindow.isDestroyed() && !mainWindow.isFocused()) mainWindow.flashFrame(true);
  }

  async function tellTimers(): Promise<void> {
    const workbench = session()?.workbench;
    if (!workbench) {
      desktop.showTimers(null);
      return;
    }
    const timers = await readTimers(workbench);
    // Another portal may have come into use meanwhile.
    if (session()?.workbench !== workbench) return;
    broadcast('timer:changed', timers);
    desktop.showTimers(timers, await listRecentTickets(workbench.database, MOST_RECENT_TICKETS));
  }

  async function tellSync(): Promise<void> {
    const asked = session();
    const view = asked && (await readSyncView(asked));
    if (view && session() === asked) broadcast('sync:changed', view);
  }

  const inBackground = (what: string, work: Promise<unknown>) => void work.catch((error) => logError(what, error));

  const announce: Announcements = {
    timersChanged: () => inBackground('timers', tellTimers()),
    queueChanged: () => broadcast('queue:changed', {}),
    ticketChanged: (ticketId) => broadcast('ticket:changed', { ticketId }),
    timesheetChanged: () => broadcast('timesheet:changed', {}),
    packWarning: (warning) => {
      broadcast('pack-warning:raised', warning);
      desktop.warnOfPack(warning);
    },
    news: desktop.tellOfNews,
    keyWarning: (warning) => {
      desktop.warnOfKey(warning);
      inBackground('sync view', tellSync());
    },
    outboxChanged: () => {
      inBackground('sync view', tellSync());
      const open = session();
      if (open) inBackground('sync', open.sync.run());
    },
    fourHourWarningOver: (ticketId) => broadcast('warning:over', { ticketId }),
    fourHourWarning: (warning) => {
      raisedWarnings.push(warning);
      broadcast('warning:raised', warning);
      desktop.warn(warning);
    },
  };

  const inUse = createAccountInUse({
    dataFolder,
    store: settings,
    portals,
    dialogs,
    texts,
    clock,
    presence,
    announce,
    settings: () => ({ ...settings.read().settings, language: language() }),
    onSyncState: () => inBackground('sync view', tellSync()),
    onBeat: (timers) => {
      broadcast('timer:beat', timers);
      desktop.showTimers(timers);
    },
    onRecording: (recording) => {
      broadcast('recording:changed', recording);
      desktop.tellOfRecording(recording);
    },
    copyFile: copyInThread(threadFile('backup-worker')),
    onBackupFailure: (failure) => {
      logError('backup', failure);
      desktop.tellOfBackup(failure);
    },
    onError: logError,
    onLeaving: () => broadcast('portal:left', {}),
    onLeft: () => desktop.showTimers(null),
    onChanged: () => broadcast('app:changed', {}),
    onOpened: tellTimers,
  });
  const { open } = inUse;

  function forget(portalId: string): void {
    const { accounts, currentAccountId } = settings.read();
    settings.write({
      accounts: accounts.filter(({ id }) => id !== portalId),
      currentAccountId: currentAccountId === portalId ? null : currentAccountId,
    });
    secrets.forget(portalId);
  }

  const connecting = createConnecting({ settings, secrets, account: () => session()?.account ?? null, open });
  const parts: AppParts = {
    session,
    readApp: (): AppView => ({
      screen: session() ? 'workbench' : inUse.isChanging() ? 'opening' : 'welcome',
      settings: settings.read().settings,
      language: language(),
      hasKeyring: secrets.hasKeyring(),
      shortcuts: desktop.shortcuts(),
      appVersion: app.getVersion(),
      electronVersion: process.versions.electron ?? '',
    }),
    writeSettings: (changes) => {
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const before = settings.read().settings;
      const { settings: next } = settings.write({ settings: { ...before, ...given } });
      nativeTheme.themeSource = next.theme;
      desktop.applySettings();
      copied.setOn(next.watchesClipboard);
      broadcast('app:changed', {});
      inBackground('timers', tellTimers());
      if (next.closesOnEves !== before.closesOnEves || next.closedDays.join() !== before.closedDays.join()) {
        session()?.followServiceRules(next);
      }
      const workbench = session()?.workbench;
      if (workbench && next.requireDescription !== before.requireDescription) {
        inBackground('lines', settleUndescribedLines(workbench));
      }
      return next;
    },
    startPractice: async () =>
      open({
        id: PRACTICE_ACCOUNT_ID,
        kind: 'practice',
        address: '',
        database: '',
        login: '',
        userId: 0,
        userName: 'Maja Lindqvist',
        serverVersion: '19.0',
        keepKey: 'session',
        ticketProfile: 'project-tasks',
      }),
    startWithoutPortal: async (userName) => open(listsAccountOf(userName)),
    ...connecting,
    portals: createKnownPortals({
      dataFolder,
      settings,
      secrets,
      clock,
      session,
      open,
      openWithKey: connecting.openWithKey,
      close: async () => {
        await inUse.leave();
        settings.write({ currentAccountId: null });
        broadcast('app:changed', {});
      },
      forget,
    }),
    now,
    restore: async (name) => {
      const open = session();
      if (!open) return fail({ code: 'not-connected', message: '' });
      const { account, file } = open;
      await inUse.close();
      const restored = restoreBackup(file, name, now());
      // Also when nothing was restored: the file that was in use is used again.
      const opened = await inUse.openFile(account, {});
      broadcast('app:changed', {});
      return restored.ok ? opened : restored;
    },
    setOffline: async (isOffline) => {
      settings.write({ isOffline });
      await session()?.sync.setOffline(isOffline);
    },
    openContact: (link) => shell.openExternal(link),
    openAddress: (address) => openWebAddress(address, (url) => shell.openExternal(url)),
    fetchPicture: (address, forbiddenHosts) => fetchPicture(address, { forbiddenHosts }),
    chooseNewFolder: dialogs.chooseNewFolder,
    chooseTableFile: dialogs.chooseTableFile,
    readTableFile: createTableReader(threadFile('table-worker')),
    showAttachmentProgress: (progress) => broadcast('attachment:progressed', progress),
    showImportProgress: (progress) => broadcast('import:progressed', progress),
    showExportProgress: (progress) => broadcast('export:progressed', progress),
    saveAs: dialogs.saveAs,
    writeReport,
    handOvers,
    copiedAddress: copied.addressFor,
    capture,
    textReader,
    desktop,
  };

  function openMainWindow(): void {
    const { windowBounds } = settings.read();
    mainWindow = createMainWindow({
      bounds: windowBounds,
      onBoundsChanged: (bounds) => settings.write({ windowBounds: bounds }),
      backgroundColor: backgroundColor(),
      page: { language: language(), opens: currentAccount() === undefined ? 'welcome' : 'workbench' },
    });
    mainWindow.on('focus', () => mainWindow?.flashFrame(false));
    desktop.follow(mainWindow);
  }

  function currentAccount(): PortalAccount | undefined {
    const { accounts, currentAccountId } = settings.read();
    return accounts.find(({ id }) => id === currentAccountId);
  }

  nativeTheme.themeSource = settings.read().settings.theme;
  const current = currentAccount();
  openMainWindow();
  inBackground('removal', finishRemovals({ dataFolder, forget }));
  setTimeout(() => copied.setOn(settings.read().settings.watchesClipboard), AFTER_START_MS);
  let opening: Promise<unknown> | null = null;

  function openLastPortal(): Promise<unknown> {
    opening ??= current
      ? open(current, { firstSyncAfterMs: AFTER_START_MS }).catch((error) => logError('open', error))
      : Promise.resolve();
    return opening;
  }

  const handlers = createHandlers(parts);
  // What the window asks before the file is open waits for it, instead of being told that there is none.
  listenToWindows(async (name, input) => {
    await openLastPortal();
    return dispatch(handlers, name, input, logError);
  });

  return {
    showWindow,
    receiveLink,
    readPicture: (name) => parts.capture.pictures.read(name) ?? session()?.workbench.pictures.read(name) ?? null,
    openLastPortal: () => void openLastPortal(),
    close: async () => {
      await opening;
      copied.setOn(false);
      await textReader.close();
      await inUse.close();
      desktop.remove();
    },
    desktop: desktop.probe,
    raisedWarnings,
    practicePortal: portals.practicePortal,
  };
}
