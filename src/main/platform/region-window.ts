import { BrowserWindow, type Display } from 'electron';
import { secureWebPreferences } from './windows';

/** A rectangle in pixels of the frozen picture. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How the region window ended. */
export type RegionAnswer =
  | { readonly kind: 'picked'; readonly region: Region }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed' };

/** The open region window of a display. */
export interface RegionWindow {
  readonly displayId: string;
  /** Settles once, when the person has answered or the window has gone; the window is closed by then. */
  readonly answer: Promise<RegionAnswer>;
  pick(region: Region | null): void;
  /** Puts it on the screen, once its picture is painted. `takesKeyboard` on the display that the pointer is on. */
  show(options: { readonly takesKeyboard: boolean }): void;
}

/**
 * Makes the window that covers a display with its frozen picture, for a region to be drawn on. It is not shown yet: it
 * loads while the picture is being taken.
 */
export function openRegionWindow(display: Display): RegionWindow {
  const window = new BrowserWindow({
    ...display.bounds,
    show: false,
    frame: false,
    hasShadow: false,
    roundedCorners: false,
    movable: false,
    minimizable: false,
    maximizable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    // Without it macOS moves the window below the menu bar, and the picture no longer lies on what it shows.
    enableLargerThanScreen: true,
    // A window that may not be resized gets another size than the screen when it goes full screen on Linux: leave it.
    // Linux window managers keep only full-screen windows above their panels; on macOS it would open a space of its own.
    fullscreen: process.platform === 'linux',
    backgroundColor: '#1f2428',
    title: 'Fyra',
    webPreferences: secureWebPreferences(),
  });
  window.setAlwaysOnTop(true, 'screen-saver');

  const { promise, resolve } = Promise.withResolvers<RegionAnswer>();
  const end = (answer: RegionAnswer) => {
    resolve(answer);
    if (!window.isDestroyed()) window.destroy();
  };
  window.once('closed', () => resolve({ kind: 'cancelled' }));
  window.webContents.once('render-process-gone', () => end({ kind: 'failed' }));
  window.loadURL(`app://fyra/region.html?display=${display.id}`).catch(() => end({ kind: 'failed' }));

  return {
    displayId: String(display.id),
    answer: promise,
    show: ({ takesKeyboard }) => {
      if (window.isDestroyed()) return;
      if (!takesKeyboard) return window.showInactive();
      window.show();
      window.focus();
    },
    pick: (region) => end(region === null ? { kind: 'cancelled' } : { kind: 'picked', region }),
  };
}
