import type { TicketHandling } from '@core/ticket/ticket-event';
import type { TicketEventView } from '@ipc/handling-views';

type Kind = TicketHandling['kind'];
/** An event of one kind. */
export type EventOf<Wanted extends Kind> = Omit<TicketEventView, 'handling'> & {
  readonly handling: Extract<TicketHandling, { readonly kind: Wanted }>;
};

function isOf<Wanted extends Kind>(event: TicketEventView, kind: Wanted): event is TicketEventView & EventOf<Wanted> {
  return event.handling.kind === kind;
}

/** The latest event of a kind that was not taken back; null for none. `events` are in order, oldest first. */
export function standingEvent<Wanted extends Kind>(
  events: readonly TicketEventView[],
  kind: Wanted,
): EventOf<Wanted> | null {
  for (const event of events.toReversed()) {
    if (!event.isWithdrawn && isOf(event, kind)) return event;
  }
  return null;
}
