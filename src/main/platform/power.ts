import { powerMonitor } from 'electron';

/** Calls back as the computer falls asleep and when it has woken. */
export function watchSleep(listener: { onSuspend(): void; onResume(): void }): void {
  powerMonitor.on('suspend', listener.onSuspend);
  powerMonitor.on('resume', listener.onResume);
}
