import { join } from 'node:path';
import type { AppView } from '@ipc/app-views';
import { app, clipboard, nativeTheme, shell } from 'electron';
import log from 'electron-log/main';
import { v7 as uuidv7 } from 'uuid';
import { createAccountInUse } from './account-in-use';
import { createAnnouncementDesk } from './announcements';
import { createSettingsWriter } from './apply-settings';
import { createConnecting } from './connecting';
import { copyInThread } from './daily-backups';
import { createDesktop, type DesktopProbe } from './desktop';
import { createHandOvers } from './hand-overs';
import { dispatch } from './ipc/handle';
import { createHandlers } from './ipc/handlers';
import type { AppParts } from './ipc/parts';
import { createKnownPortals } from './known-portals';
import { listsAccountOf } from './lists-account';
import { createMainWindowKeeper, currentAccountOf, windowBackground } from './main-window';
import { createScreenCapture } from './platform/capture';
import { createClipboardWatch } from './platform/clipboard-watch';
import type { Clock } from './platform/clock';
import { createDialogs } from './platform/dialogs';
import { broadcast, listenToWindows } from './platform/messages';
import type { PresenceSource } from './platform/presence-source';
import { fetchPicture } from './platform/remote-picture/fetch-picture';
import { createSecrets } from './platform/secrets';
import { createSettingsStore } from './platform/settings';
import { createTableReader } from './platform/tables/table-reader';
import { createTextReader } from './platform/text-reader';
import { textsIn } from './platform/texts';
import { openWebAddress } from './platform/web-address';
import { writeReport } from './platform/write-report';
import { PRACTICE_ACCOUNT } from './practice-account';
import { createPortalReach } from './reach-portal';
import { finishRemovals } from './remove-portal';
import { createRestore } from './restore-in-use';
import type { FourHourWarning } from './usecases/workbench';

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

/** At the start the queue that is here is drawn first; the sync and the look at the clipboard come then. */
const AFTER_START_MS = 1_000;

/** Builds the parts and hands them to each other. Nothing else in the app reaches for a global. */
export function compose(clock: Clock, presence: PresenceSource): Fyra {
  const dataFolder = app.getPath('userData');
  const settings = createSettingsStore(dataFolder);
  const secrets = createSecrets(dataFolder);
  const session = () => inUse.session();

  const language = () => {
    const chosen = settings.read().settings.language;
    if (chosen !== 'system') return chosen;
    return app.getLocale().startsWith('sv') ? 'sv' : 'en';
  };
  const texts = () => textsIn(language());
  const logError = (what: string, error: unknown) => log.error(what, error);

  const inBackground = (what: string, work: Promise<unknown>) => void work.catch((error) => logError(what, error));
  const tellOfApp = () => broadcast('app:changed', {});
  const mainWindow = createMainWindowKeeper({ settings, language, onOpened: (window) => desktop.follow(window) });

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
  const desktop = createDesktop({
    settings,
    texts,
    showWindow: mainWindow.show,
    workbench: () => session()?.workbench ?? null,
    isCapturing: capture.isCapturing,
    backgroundColor: windowBackground,
    logError,
  });

  const now = () => clock.read().wall;
  const dialogs = createDialogs(mainWindow.current);
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
    mainWindow.callForAttention();
  }

  const { announce, tellTimers, tellSync, raisedWarnings } = createAnnouncementDesk({ session, desktop, inBackground });

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
    onChanged: tellOfApp,
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
    writeSettings: createSettingsWriter({ store: settings, session, desktop, copied, tellTimers, inBackground }),
    startPractice: async () => open(PRACTICE_ACCOUNT),
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
        tellOfApp();
      },
      forget,
    }),
    now,
    restore: createRestore(inUse, { now, onChanged: tellOfApp }),
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

  nativeTheme.themeSource = settings.read().settings.theme;
  const current = currentAccountOf(settings);
  mainWindow.open();
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
    showWindow: mainWindow.show,
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
