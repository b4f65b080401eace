import type { ScreenshotId } from '@core/ids';

/** What a place in the window is: its view, and what it is about. */
export type Place =
  | { readonly view: 'queue'; readonly ticketId: string | null }
  | { readonly view: 'sync' }
  | { readonly view: 'settings' }
  | { readonly view: 'capture'; readonly screenshotId: ScreenshotId };

/** Reads a path. A path nobody knows is the queue. */
export function parsePath(path: string): Place {
  const [, first = '', second = ''] = path.split('/');
  if (first === 'sync') return { view: 'sync' };
  if (first === 'settings') return { view: 'settings' };
  // The main process checks every id it is asked about.
  if (first === 'capture' && second !== '') return { view: 'capture', screenshotId: second as ScreenshotId };
  return { view: 'queue', ticketId: first === 'ticket' && second !== '' ? second : null };
}

/** The path of the queue with that ticket beside it, or with none. */
export function pathOfTicket(ticketId: string | null): string {
  return ticketId === null ? '/' : `/ticket/${ticketId}`;
}
