import { join } from 'node:path';
import type { Language } from '@core/language';
import { app, BrowserWindow, type Rectangle, screen, session, type WebPreferences } from 'electron';

/** Every window: sandboxed, isolated, without Node, with the bridge and nothing more. */
export function secureWebPreferences(): WebPreferences {
  return {
    preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    // A hidden window still shows the right time when it comes back.
    backgroundThrottling: false,
  };
}

/** The app's own pages: the only ones that may be shown or speak to the main process. */
export function isOwnPage(url: string): boolean {
  return url.startsWith('app://fyra/');
}

/** Denies what no window of this app needs, for windows of today and of tomorrow. */
export function lockDownWebContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** All a window may ask for: putting a picture on the clipboard when a person asks for it. */
const ONLY_PERMISSION = 'clipboard-sanitized-write';

/** No camera, no location, no notifications from a page: every permission is denied. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide) =>
    decide(permission === ONLY_PERMISSION),
  );
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => permission === ONLY_PERMISSION);
  session.defaultSession.setDevicePermissionHandler(() => false);
}

/** The workbench's window. It is shown when it has something to show. */
export function createMainWindow(options: {
  bounds: Rectangle | null;
  onBoundsChanged: (bounds: Rectangle) => void;
  backgroundColor: string;
  /** What its page can begin with before it is told anything. */
  page: { language: Language; opens: 'workbench' | 'welcome' };
}): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...(options.bounds !== null && isOnSomeDisplay(options.bounds) ? options.bounds : {}),
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Fyra',
    backgroundColor: options.backgroundColor,
    autoHideMenuBar: true,
    webPreferences: secureWebPreferences(),
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', () => options.onBoundsChanged(window.getNormalBounds()));
  void window.loadURL(`app://fyra/index.html?${new URLSearchParams(options.page)}`);
  return window;
}

/** A window remembered from a display that is gone would open out of sight. */
function isOnSomeDisplay(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const overlapX = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    const overlapY = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
    return overlapX > 100 && overlapY > 100;
  });
}
