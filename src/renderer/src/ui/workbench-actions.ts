import type { TimerId } from '@core/ids';
import { createContext, useContext } from 'react';

/** The parts of a ticket. */
export type TicketTab = 'overview' | 'time' | 'messages' | 'screens';

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
  /** Opens the form in which a new ticket is registered. */
  registerTicket(): void;
  /** Opens the same form, and then the one that escalates the new ticket. */
  registerEscalation(): void;
  /** Opens the form for one step in how a ticket is handled. */
  handleTicket(step: HandlingStep, ticketId: string): void;
  /** Begins a screen dump for the ticket, or for the one in view. */
  startCapture(ticketId?: string): void;
  /** Puts the keyboard into the queue's search box. */
  focusSearch(): void;
  /** Gives the keyboard back to the queue. */
  focusQueue(): void;
  /** Shows the pictures that are on no ticket. */
  openUnfiled(): void;
  openTimesheet(): void;
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
