import type { TicketId, TimerId } from '@core/ids';
import type { ShortcutAction } from '@core/shortcuts/shortcuts';

/** What can be asked for outside the main window: in the tray, by keys, in the small window, on a notification. */
export type DesktopAction =
  | { readonly kind: 'show' }
  | { readonly kind: 'open'; readonly ticketId: TicketId }
  | { readonly kind: 'start'; readonly ticketId: TicketId }
  | { readonly kind: 'pause'; readonly timerId: TimerId }
  | { readonly kind: 'resume'; readonly timerId: TimerId }
  /** Opens the form that ends the timer; the timer runs on until it is filled in. */
  | { readonly kind: 'stop'; readonly timerId: TimerId }
  | { readonly kind: 'capture' }
  | { readonly kind: 'quit' };

/** A timer as far as the desktop has to know it. */
export interface DesktopTimer {
  readonly id: TimerId;
  readonly ticketId: TicketId;
  readonly ticketNumber: string;
  readonly ticketTitle: string;
  readonly workedSeconds: number;
  readonly meter: { readonly leftSeconds: number; readonly reachedPermille: number };
}

/** The timer that runs and the paused ones, the one that ran last first. */
export interface DesktopTimers {
  readonly running: DesktopTimer | null;
  readonly paused: readonly DesktopTimer[];
}

/** A ticket that a timer can be started on. */
export interface DesktopTicket {
  readonly id: TicketId;
  readonly number: string;
  readonly title: string;
}

/**
 * What keys mean right now. Without a timer there is nothing to pause, to stop or to switch to: then the workbench is
 * shown, where a ticket can be chosen.
 */
export function actionOfShortcut(shortcut: ShortcutAction, { running, paused }: DesktopTimers): DesktopAction {
  const [last, beforeLast] = paused;
  switch (shortcut) {
    case 'toggle':
      if (running) return { kind: 'pause', timerId: running.id };
      return last ? { kind: 'resume', timerId: last.id } : { kind: 'show' };
    case 'stop': {
      const timer = running ?? last;
      return timer ? { kind: 'stop', timerId: timer.id } : { kind: 'show' };
    }
    case 'switch': {
      // Pressed again and again it goes back and forth between two timers.
      const other = running ? last : (beforeLast ?? last);
      return other ? { kind: 'resume', timerId: other.id } : { kind: 'show' };
    }
    case 'show':
      return { kind: 'show' };
    case 'capture':
      return { kind: 'capture' };
  }
}
