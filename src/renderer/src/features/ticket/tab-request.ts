import type { TicketTab } from '../../ui/workbench-actions';

/** A part of a ticket that somebody was led to. Another object each time, so that it is followed each time. */
export interface TabRequest {
  readonly ticketId: string;
  readonly tab: TicketTab;
}
