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

/** The open region window. */
export interface RegionWindow {
  /** Settles once, when the person has answered or the window has gone; the window is closed by then. */
  readonly answer: Promise<RegionAnswer>;
  pick(region: Region | null): void;
}

/** Covers the display with a window that shows its frozen picture, for a region to be drawn on. */
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
  window.once('ready-to-show', () => {
    window.show();
    window.focus();
  });
  window.once('closed', () => resolve({ kind: 'cancelled' }));
  window.webContents.once('render-process-gone', () => end({ kind: 'failed' }));
  window.loadURL('app://fyra/region.html').catch(() => end({ kind: 'failed' }));

  return {
    answer: promise,
    pick: (region) => end(region === null ? { kind: 'cancelled' } : { kind: 'picked', region }),
  };
}
