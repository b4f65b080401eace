import type { TicketId } from '@core/ids';

/** The tickets that an act on several of them is about. */
export interface ChosenTickets {
  readonly ids: ReadonlySet<TicketId>;
  /** Where a range begins; null: at the open ticket. */
  readonly anchorIndex: number | null;
}

export const NOTHING_CHOSEN: ChosenTickets = { ids: new Set(), anchorIndex: null };

/** With this ticket, or without it where it was among them. A range that follows begins here. */
export function toggleChosen({ ids }: ChosenTickets, ticketId: TicketId, index: number): ChosenTickets {
  const toggled = new Set(ids);
  if (!toggled.delete(ticketId)) toggled.add(ticketId);
  return { ids: toggled, anchorIndex: index };
}

/** The first place of a range and how many it has, at most so many: of a longer one, those next to where it begins. */
export function rangeBetween(anchor: number, target: number, atMost: number): { offset: number; limit: number } {
  const limit = Math.min(Math.abs(target - anchor) + 1, atMost);
  return { offset: target < anchor ? anchor - limit + 1 : anchor, limit };
}
