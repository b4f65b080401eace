import type { EventName, EventPayload } from '@ipc/contract';
import { BrowserWindow, ipcMain } from 'electron';
import { isOwnPage } from './windows';

/** Tells every window of an event. */
export function broadcast<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(`fyra:event:${name}`, payload);
  }
}

/** Carries each request of a window to the one listener. Only the main frame of our own pages is heard. */
export function listenToWindows(listener: (name: unknown, input: unknown) => Promise<unknown>): void {
  ipcMain.handle('fyra:call', (event, name: unknown, input: unknown) => {
    const frame = event.senderFrame;
    if (!frame || frame.parent !== null || !isOwnPage(frame.url)) throw new Error('Not a window of this app');
    return listener(name, input);
  });
}
