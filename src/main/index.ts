import { join } from 'node:path';
import { HEARTBEAT_INTERVAL_MS } from '@core/timer/recovery';
import { app } from 'electron';
import log from 'electron-log/main';
import { compose, type Fyra } from './compose';
import { registerAppScheme, serveApp } from './platform/app-protocol';
import { createSystemClock } from './platform/clock';
import { createSteeredClock } from './platform/steered-clock';
import { denyPermissions, lockDownWebContents } from './platform/windows';

// Only an app that runs from its sources can be steered, by a clock that is so far ahead and can be moved on: a packaged
// one knows neither variable.
const steeredAheadMs = app.isPackaged ? undefined : process.env['FYRA_STEERED'];
const userData = app.isPackaged ? undefined : process.env['FYRA_USER_DATA'];
if (userData) app.setPath('userData', userData);

log.transports.file.resolvePathFn = () => join(app.getPath('userData'), 'logs', 'fyra.log');
log.errorHandler.startCatching({ showDialog: false });

function start(): void {
  let fyra: Fyra | null = null;
  let isClosed = false;
  registerAppScheme();
  lockDownWebContents();
  app.on('second-instance', () => fyra?.showWindow());
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
    const steered = steeredAheadMs === undefined ? null : createSteeredClock(clock, Number(steeredAheadMs));
    fyra = compose(steered ?? clock);
    if (steered) Object.assign(globalThis, { fyra: { ...fyra, clock: steered } });
  });
}

if (app.requestSingleInstanceLock()) start();
else app.quit();
