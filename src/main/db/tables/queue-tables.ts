import type { CustomerId, SavedFilterId, TicketId } from '@core/ids';
import type { TicketState } from '@core/ticket/ticket';
import type { Instant } from '@core/time/instant';
import type { Flag } from './flag';

/** What order and views of the queue depend on, kept in step with the ticket by triggers: nothing else writes it. */
export interface QueuePlaceTable {
  /** Also the number of the ticket's row in the search index. */
  placeId: number;
  ticketId: TicketId;
  isMine: Flag;
  /** Mine, nobody's or a colleague's, as long as the portal shows it and its project or team is followed. */
  isWithTeam: Flag;
  state: TicketState;
  customerId: CustomerId | null;
  isTimeCritical: Flag;
  /** Where its reason stands among `QUEUE_REASONS`. */
  reasonRank: number;
  inPlaceSince: Instant;
  registeredAt: Instant;
  /** When we last answered; null: the customer wrote after that, or we never did. */
  answeredAt: Instant | null;
  /** The Stockholm date on which it is to be looked at again; null: none is set. */
  followUpOn: string | null;
}

/** The tags of tickets, by place. */
export interface QueueTagTable {
  tagRemoteId: number;
  placeId: number;
}

/** Rows of the search index that are out of step with their ticket. */
export interface SearchStaleTable {
  placeId: number;
}

/** A combination of view, search and filters that a person gave a name. */
export interface SavedFilterTable {
  id: SavedFilterId;
  name: string;
  /** As JSON. */
  question: string;
}

/** The queue: places, what the search still has to read, and what a person saved. */
export interface QueueTables {
  queuePlace: QueuePlaceTable;
  queueTag: QueueTagTable;
  searchStale: SearchStaleTable;
  savedFilter: SavedFilterTable;
}
