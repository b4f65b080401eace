import type { TicketId } from '../ids';

/**
 * Where a picture goes: to the ticket it was taken for, else the one whose timer runs, which is what is worked on, else the
 * one in view; to none where there is none of them, and then it waits to be filed.
 */
export function ticketOfPicture(tickets: {
  readonly asked: TicketId | null;
  readonly running: TicketId | null;
  readonly inView: TicketId | null;
}): TicketId | null {
  return tickets.asked ?? tickets.running ?? tickets.inView;
}
