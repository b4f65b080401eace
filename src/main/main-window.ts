import type { Language } from '@core/language';
import { type BrowserWindow, nativeTheme } from 'electron';
import type { PortalAccount, SettingsStore } from './platform/settings';
import { createMainWindow } from './platform/windows';

interface MainWindowParts {
  readonly settings: SettingsStore;
  readonly language: () => Language;
  /** Told of every window that is opened. */
  readonly onOpened: (window: BrowserWindow) => void;
}

/** The window of the workbench, which can be closed and opened again while the app runs. */
export interface MainWindow {
  /** The window, also one that is closed; null before the first was opened. */
  current(): BrowserWindow | null;
  open(): void;
  /** In front, with the keyboard; opened where it was closed. */
  show(): void;
  /** Marks it in the task bar, where somebody works in another program and is to go on working there. */
  callForAttention(): void;
}

/** The account that was in use last, unless its portal was left. */
export function currentAccountOf(settings: SettingsStore): PortalAccount | undefined {
  const { accounts, currentAccountId } = settings.read();
  return accounts.find(({ id }) => id === currentAccountId);
}

/** Before a page has drawn anything, its window shows this. */
export function windowBackground(): string {
  return nativeTheme.shouldUseDarkColors ? '#1e2125' : '#ffffff';
}

/** Keeps the window of the workbench. */
export function createMainWindowKeeper({ settings, language, onOpened }: MainWindowParts): MainWindow {
  let window: BrowserWindow | null = null;

  function open(): void {
    const { windowBounds } = settings.read();
    window = createMainWindow({
      bounds: windowBounds,
      onBoundsChanged: (bounds) => settings.write({ windowBounds: bounds }),
      backgroundColor: windowBackground(),
      page: { language: language(), opens: currentAccountOf(settings) === undefined ? 'welcome' : 'workbench' },
    });
    window.on('focus', () => window?.flashFrame(false));
    onOpened(window);
  }

  return {
    current: () => window,
    open,
    show: () => {
      if (!window || window.isDestroyed()) open();
      if (window?.isMinimized()) window.restore();
      window?.show();
      window?.focus();
    },
    callForAttention: () => {
      if (window && !window.isDestroyed() && !window.isFocused()) window.flashFrame(true);
    },
  };
}
