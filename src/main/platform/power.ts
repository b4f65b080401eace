import { app, powerMonitor } from 'electron';
import { createSignals, type PresenceSource } from './presence-source';

/** What the operating system tells. When it shuts down or the person logs out the app ends, so that its file is closed. */
export function createSystemPresence(): PresenceSource {
  const { tell, onSignal } = createSignals();
  let isLocked = false;
  const noteLock = (isNow: boolean) => {
    if (isNow !== isLocked) tell(isNow ? 'locked' : 'unlocked');
    isLocked = isNow;
  };
  const end = () => {
    tell('shutting-down');
    app.quit();
  };
  powerMonitor.on('suspend', () => tell('suspended'));
  powerMonitor.on('resume', () => tell('woke'));
  powerMonitor.on('lock-screen', () => noteLock(true));
  powerMonitor.on('unlock-screen', () => noteLock(false));
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    // Asks the system to wait until the app has ended.
    event?.preventDefault();
    end();
  });
  // Windows tells its windows instead.
  app.on('browser-window-created', (_event, window) => window.on('session-end', end));
  return {
    idleMs: () => {
      // Linux sends no word of a lock, but says so when asked.
      if (process.platform === 'linux') noteLock(powerMonitor.getSystemIdleState(1) === 'locked');
      return powerMonitor.getSystemIdleTime() * 1000;
    },
    onSignal,
  };
}
