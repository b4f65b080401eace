import { assertNever } from '@core/assert-never';
import type { ShortcutAction } from '@core/shortcuts/shortcuts';
import { app, type BrowserWindow } from 'electron';
import { createDesktopNotices, type DesktopNotices } from './desktop-notices';
import type { DesktopPort } from './ipc/parts';
import {
  actionOfShortcut,
  type DesktopAction,
  type DesktopTicket,
  type DesktopTimers,
} from './platform/desktop-action';
import { isFloatingWindowWanted } from './platform/floating-place';
import { createFloatingWindow } from './platform/floating-window';
import { broadcast } from './platform/messages';
import type { ShownNotification } from './platform/notifications';
import type { SettingsStore } from './platform/settings';
import { areSameStatuses, createShortcuts, type ShortcutStatuses } from './platform/shortcuts';
import type { Texts } from './platform/texts';
import type { AskingTimers } from './platform/timer-questions';
import { createTray, type WorkbenchTray } from './platform/tray';
import { planTray } from './platform/tray-plan';
import { pauseTimer } from './usecases/pause-timer';
import { resumeTimer } from './usecases/resume-timer';
import { startTimer } from './usecases/start-timer';
import type { FourHourWarning, Workbench } from './usecases/workbench';

/** At the start the queue is drawn first; nobody presses these keys in the first moment. */
const SHORTCUTS_AFTER_START_MS = 1_000;

export interface DesktopParts {
  readonly settings: SettingsStore;
  readonly texts: () => Texts;
  /** Shows the main window, makes it if it is gone, and gives it the keyboard. */
  readonly showWindow: () => void;
  /** What is recorded into; null without a portal in use. */
  readonly workbench: () => Workbench | null;
  /** True while own windows are out of the way of a screen dump. */
  readonly isCapturing: () => boolean;
  readonly backgroundColor: () => string;
  readonly logError: (what: string, error: unknown) => void;
}

/** Everything of the app that is not its main window: tray, small window, keys from every program, notifications. */
export interface Desktop
  extends DesktopPort,
    Pick<DesktopNotices, 'warnOfPack' | 'warnOfKey' | 'tellOfNews' | 'tellOfRecording' | 'tellOfBackup'> {
  /** Follows a main window that was just made: when it is out of sight, and what closing it means. */
  follow(window: BrowserWindow): void;
  /** The timers as they are now; null without a portal in use. With `recent`, the last tickets worked on as well. */
  showTimers(timers: (DesktopTimers & AskingTimers) | null, recent?: readonly DesktopTicket[]): void;
  /** The settings have changed. */
  applySettings(): void;
  warn(warning: FourHourWarning): void;
  shortcuts(): ShortcutStatuses;
  remove(): void;
  /** What a steered app shows of itself and lets be done. */
  readonly probe: DesktopProbe;
}

export interface DesktopProbe {
  readonly tray: Pick<WorkbenchTray, 'tooltip' | 'icon' | 'menu' | 'choose'>;
  readonly notifications: readonly ShownNotification[];
  answerNotification(title: string, actionId: string): void;
  pressShortcut(action: ShortcutAction): void;
}

const NO_TIMERS: DesktopTimers = { running: null, paused: [] };

/** Builds the parts of the desktop and lets them act through the use cases. */
export function createDesktop(parts: DesktopParts): Desktop {
  let timers = NO_TIMERS;
  let recent: readonly DesktopTicket[] = [];
  let mainWindow: BrowserWindow | null = null;
  let hasMainBeenSeen = false;
  let isDismissed = false;
  let isEnding = false;
  // Asked at every beat: not read from the file each time.
  let floatingSetting = parts.settings.read().settings.floatingWindow;

  const tray = createTray(planTray({ ...timers, recent }, parts.texts()), act);
  const shortcuts = createShortcuts((shortcut) => act(actionOfShortcut(shortcut, timers)));
  const notices = createDesktopNotices({
    ...parts,
    act,
    record,
    isLookedAt: () => isMainInSight() && mainWindow?.isFocused() === true,
  });
  const floating = createFloatingWindow({
    readPlace: () => parts.settings.read().floatingPlace,
    savePlace: (floatingPlace) => parts.settings.write({ floatingPlace }),
    backgroundColor: parts.backgroundColor,
    onDismissed: () => {
      isDismissed = true;
    },
  });
  app.once('before-quit', () => {
    isEnding = true;
  });

  function act(action: DesktopAction): void {
    switch (action.kind) {
      case 'show':
        parts.showWindow();
        break;
      case 'open':
        parts.showWindow();
        broadcast('app:show-ticket', { ticketId: action.ticketId });
        break;
      case 'stop':
        parts.showWindow();
        broadcast('app:stop-timer', { timerId: action.timerId });
        break;
      case 'capture':
        // The window would come up in the middle of the picture that is being taken.
        if (parts.isCapturing()) break;
        if (mainWindow === null || mainWindow.isDestroyed()) parts.showWindow();
        broadcast('app:start-capture', {});
        break;
      case 'start':
        record((workbench) => startTimer(workbench, action.ticketId));
        break;
      case 'pause':
        record((workbench) => pauseTimer(workbench, action.timerId));
        break;
      case 'resume':
        record((workbench) => resumeTimer(workbench, action.timerId));
        break;
      case 'quit':
        app.quit();
        break;
      default:
        assertNever(action);
    }
  }

  /** What can no longer be done has been done elsewhere in the meantime; a fault goes to the log. */
  function record(work: (workbench: Workbench) => Promise<unknown>): void {
    const workbench = parts.workbench();
    if (workbench) void work(workbench).catch((error) => parts.logError('desktop', error));
  }

  function isMainInSight(): boolean {
    return mainWindow !== null && !mainWindow.isDestroyed() && mainWindow.isVisible() && !mainWindow.isMinimized();
  }

  function settleFloatingWindow(): void {
    if (!hasMainBeenSeen || isEnding || parts.isCapturing()) return;
    const isWanted = isFloatingWindowWanted({
      setting: floatingSetting,
      hasTimer: timers.running !== null || timers.paused.length > 0,
      isMainInSight: isMainInSight(),
      isDismissed,
    });
    if (isWanted) floating.show();
    else floating.hide();
  }

  function changeShortcuts(change: () => void): void {
    if (isEnding) return;
    const before = shortcuts.statuses();
    change();
    if (!areSameStatuses(before, shortcuts.statuses())) broadcast('app:changed', {});
  }

  const registerShortcuts = () => changeShortcuts(() => shortcuts.register(parts.settings.read().settings.shortcuts));
  const suspendShortcuts = (isSuspended: boolean) => changeShortcuts(() => shortcuts.setSuspended(isSuspended));

  function follow(window: BrowserWindow): void {
    mainWindow = window;
    const onShown = () => {
      if (!parts.isCapturing()) isDismissed = false;
      settleFloatingWindow();
    };
    window.once('show', () => {
      hasMainBeenSeen = true;
      setTimeout(registerShortcuts, SHORTCUTS_AFTER_START_MS);
    });
    window.on('show', onShown);
    window.on('restore', onShown);
    window.on('hide', settleFloatingWindow);
    window.on('minimize', settleFloatingWindow);
    // Whoever was pressing new keys there has turned to something else.
    window.on('blur', () => suspendShortcuts(false));
    window.on('close', (event) => {
      if (isEnding || timers.running === null) return;
      event.preventDefault();
      window.hide();
      notices.tellThatTimerRunsOn(timers.running.ticketNumber);
    });
    // The small window alone must not keep the app alive.
    window.on('closed', () => app.quit());
  }

  return {
    follow,
    act,
    showTimers: (next, nextRecent) => {
      timers = next ?? NO_TIMERS;
      recent = next === null ? [] : (nextRecent ?? recent);
      tray.show(planTray({ ...timers, recent }, parts.texts()));
      settleFloatingWindow();
      if (next === null) return;
      if (hasMainBeenSeen) notices.tellOfQuestions(next);
      else notices.noteQuestions(next);
    },
    applySettings: () => {
      floatingSetting = parts.settings.read().settings.floatingWindow;
      registerShortcuts();
      settleFloatingWindow();
    },
    warn: (warning) => notices.warn(warning, timers.running),
    warnOfPack: notices.warnOfPack,
    warnOfKey: notices.warnOfKey,
    tellOfNews: notices.tellOfNews,
    tellOfRecording: notices.tellOfRecording,
    tellOfBackup: notices.tellOfBackup,
    fitFloatingWindow: floating.fit,
    suspendShortcuts,
    shortcuts: shortcuts.statuses,
    remove: () => {
      shortcuts.remove();
      floating.remove();
      notices.closeAll();
      tray.remove();
    },
    probe: {
      tray,
      notifications: notices.shown,
      answerNotification: notices.answer,
      pressShortcut: shortcuts.press,
    },
  };
}
