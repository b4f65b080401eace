import { join } from 'node:path';
import { HEARTBEAT_INTERVAL_MS } from '@core/timer/recovery';
import { app } from 'electron';
import log from 'electron-log/main';
import { compose, type Fyra } from './compose';
import { registerAppScheme, serveApp } from './platform/app-protocol';
import { createSystemClock } from './platform/clock';
import { listenForDeepLinks } from './platform/deep-links';
import { createSystemPresence } from './platform/power';
import { createSteeredClock } from './platform/steered-clock';
import { createSteeredPresence } from './platform/steered-presence';
import { denyPermissions, lockDownWebContents } from './platform/windows';

// Only an app that runs from its sources can be steered, by a clock that is so far ahead and can be moved on, and by what
// it is told of the person: a packaged one knows neither variable.
const steeredAheadMs = app.isPackaged ? undefined : process.env['FYRA_STEERED'];

// Without it keys that work from every program do not exist on Wayland: the desktop's portal hands them out there.
if (process.platform === 'linux' && process.env['XDG_SESSION_TYPE'] === 'wayland') {
  app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal');
}

log.transports.file.resolvePathFn = () => join(app.getPath('userData'), 'logs', 'fyra.log');
log.errorHandler.startCatching({ showDialog: false });

function start(): void {
  let fyra: Fyra | null = null;
  let isClosed = false;
  registerAppScheme();
  lockDownWebContents();
  const early: string[] = [];
  listenForDeepLinks({
    onLink: (link) => (fyra ? fyra.receiveLink(link) : early.push(link)),
    onSecondCopy: () => fyra?.showWindow(),
  });
  app.on('activate', () => fyra?.showWindow());
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (isClosed || !fyra) return;
    // What runs is paused and the file is closed before the app ends.
    event.preventDefault();
    void fyra.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
  void app.whenReady().then(() => {
    denyPermissions();
    serveApp(join(app.getAppPath(), 'out', 'renderer'), {
      readPicture: (name) => fyra?.readPicture(name) ?? null,
      // While the window compiles its scripts this process is free to open the file.
      onRest: () => fyra?.openLastPortal(),
    });
    const clock = createSystemClock(HEARTBEAT_INTERVAL_MS);
    if (steeredAheadMs === undefined) {
      fyra = compose(clock, createSystemPresence());
    } else {
      const steered = createSteeredClock(clock, Number(steeredAheadMs));
      const presence = createSteeredPresence(steered, () => app.quit());
      fyra = compose(steered, presence);
      Object.assign(globalThis, { fyra: { ...fyra, clock: steered, presence } });
    }
    for (const link of early) fyra.receiveLink(link);
  });
}

if (app.requestSingleInstanceLock()) start();
else app.quit();
