import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { BrowserWindow, desktopCapturer } from 'electron';

const FRAME_MS = 16;
const MOST_LOOKS = 60;

/** Whether a capture source is a window of this app: the system's id of a window ends in 1 for the asking process. */
export function isOwnWindowSource(sourceId: string): boolean {
  return /^window:\d+:1$/.test(sourceId);
}

async function isListed(sourceIds: ReadonlySet<string>): Promise<boolean> {
  const sources = await desktopCapturer.getSources({ types: ['window'], thumbnailSize: { width: 0, height: 0 } });
  return sources.some(({ id }) => sourceIds.has(id));
}

/**
 * Takes this app's visible windows off the screen; answers what brings them back.
 *
 * Hiding is a request to the window system, and its event says only that the request was made. That a window is gone is
 * known when the system no longer lists it among what can be captured: this is asked once per frame until it holds, for
 * a second at most. What the screen looks like by then is for the caller to watch (see `grabSettled`).
 */
export async function hideOwnWindows(options: { canList: boolean }): Promise<() => void> {
  const shown = BrowserWindow.getAllWindows().filter((window) => window.isVisible() && !window.isMinimized());
  // A window that was just minimised can still count as the focused one: focusing it would bring it back.
  const focused = shown.find((window) => window.isFocused());
  const restore = () => {
    for (const window of shown) if (!window.isDestroyed()) window.showInactive();
    if (focused !== undefined && !focused.isDestroyed()) focused.focus();
  };
  const sourceIds = new Set(shown.map((window) => window.getMediaSourceId()));
  try {
    await Promise.all(
      shown.map(async (window) => {
        const isHidden = once(window, 'hide');
        window.hide();
        await isHidden;
      }),
    );
    for (let looks = 0; options.canList && looks < MOST_LOOKS && (await isListed(sourceIds)); looks++) {
      await pause(FRAME_MS);
    }
  } catch (error) {
    restore();
    throw error;
  }
  return restore;
}
