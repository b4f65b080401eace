import type { PictureRefusal } from '@core/capture/picture-file';
import type { TicketId, TimerId } from '@core/ids';
import type { ScreenshotView } from '@ipc/screenshot-views';
import { createContext, useContext } from 'react';

/** The parts of a ticket. */
export type TicketTab = 'overview' | 'time' | 'messages' | 'screens' | 'coverage';

/** What became of a picture that was to be taken in. */
export type TakenInPicture =
  | { readonly kind: 'draft'; readonly screenshot: ScreenshotView }
  | { readonly kind: 'refused'; readonly refusal: PictureRefusal }
  /** It is a picture, and could not be written to the disk. */
  | { readonly kind: 'not-kept' };

/** What can be decided or written down about how a ticket is handled. */
export type HandlingStep =
  | 'escalate'
  | 'accept'
  | 'decline'
  | 'confirm'
  | 'second-line'
  | 'first-line'
  | 'pass-over'
  | 'follow-up';

/** What any part of the workbench can ask the workbench to do. */
export interface WorkbenchActions {
  /** Shows the ticket; with `focus` the keyboard goes along. `tab` is the part of it to show. */
  openTicket(ticketId: string, options?: { focus?: boolean; tab?: TicketTab }): void;
  /** Opens the form that ends a timer. */
  stopTimer(timerId: TimerId): void;
  /** Opens the form that starts a ticket's timer as if that had been done earlier. */
  startTimerEarlier(ticketId: string): void;
  /** Opens the decision about a ticket's limit: that of the given ticket, or of the one in view. */
  decideLimit(ticketId?: string): void;
  /** Opens the form in which a new ticket is registered; the time of a call runs from then on. */
  registerTicket(): void;
  /** Opens the same form for a customer who calls to go before everybody else. */
  registerEscalation(): void;
  /** Opens the form for one step in how a ticket is handled. */
  handleTicket(step: HandlingStep, ticketId: string): void;
  /** Opens the form that splits a part off: of the given ticket, or of the one in view. */
  splitTicket(ticketId?: string): void;
  /** Opens the form that merges the given ticket, or the one in view, as a duplicate; `keptId` is the one to keep. */
  mergeTicket(ticketId?: string, keptId?: string): void;
  /** Begins a screen dump for the ticket, or for the one in view. */
  startCapture(ticketId?: string): void;
  /** Takes a picture in as a draft on the ticket. */
  takeInPicture(file: File, ticketId: TicketId): Promise<TakenInPicture>;
  /** A draft as it is sent, as a PNG; it throws a `RequestFailed` where it cannot be put together. */
  flattenDraft(
    screenshot: ScreenshotView,
    words: { readonly ticketNumber: string; readonly takenAtText: string },
  ): Promise<Uint8Array<ArrayBuffer>>;
  /** Puts the keyboard into the queue's search box. */
  focusSearch(): void;
  /** Gives the keyboard back to the queue. */
  focusQueue(): void;
  /** Shows the pictures that are on no ticket. */
  openUnfiled(): void;
  openTimesheet(): void;
  openReports(): void;
  openSync(): void;
  openSettings(): void;
}

const WorkbenchActionsContext = createContext<WorkbenchActions | null>(null);

/** Hands the actions to everything below. */
export const WorkbenchActionsProvider = WorkbenchActionsContext.Provider;

/** The workbench's actions. */
export function useWorkbenchActions(): WorkbenchActions {
  const actions = useContext(WorkbenchActionsContext);
  if (actions === null) throw new Error('useWorkbenchActions is used outside the workbench');
  return actions;
}
