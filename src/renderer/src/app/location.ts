import type { ScreenshotId, TicketId } from '@core/ids';

/** What a place in the window is: its view, and what it is about. */
export type Place =
  | { readonly view: 'queue'; readonly ticketId: string | null }
  /** Null: today. */
  | { readonly view: 'timesheet'; readonly date: string | null }
  /** The queue with the pictures beside it that are on no ticket. */
  | { readonly view: 'unfiled' }
  | { readonly view: 'reports' }
  | { readonly view: 'sync' }
  | { readonly view: 'settings' }
  | { readonly view: 'capture'; readonly screenshotId: ScreenshotId }
  | { readonly view: 'steps'; readonly ticketId: TicketId };

/** Reads a path. A path nobody knows is the queue. */
export function parsePath(path: string): Place {
  const [, first = '', second = ''] = path.split('/');
  if (first === 'timesheet') return { view: 'timesheet', date: isDate(second) ? second : null };
  if (first === 'unfiled') return { view: 'unfiled' };
  if (first === 'reports') return { view: 'reports' };
  if (first === 'sync') return { view: 'sync' };
  if (first === 'settings') return { view: 'settings' };
  // The main process checks every id it is asked about.
  if (first === 'capture' && second !== '') return { view: 'capture', screenshotId: second as ScreenshotId };
  if (first === 'steps' && second !== '') return { view: 'steps', ticketId: second as TicketId };
  return { view: 'queue', ticketId: first === 'ticket' && second !== '' ? second : null };
}

/** The path of the queue with that ticket beside it, or with none. */
export function pathOfTicket(ticketId: string | null): string {
  return ticketId === null ? '/' : `/ticket/${ticketId}`;
}

/** The path of the timesheet on a Stockholm date, or on whatever today is. */
export function pathOfTimesheet(date: string | null): string {
  return date === null ? '/timesheet' : `/timesheet/${date}`;
}

/** Whether a text is a date of the calendar, such as `2026-11-25`. */
function isDate(text: string): boolean {
  const midnight = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text) && text.length === 10;
}
