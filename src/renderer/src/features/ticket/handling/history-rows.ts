import type { Instant } from '@core/time/instant';
import type { HandlingView, TicketEventView } from '@ipc/handling-views';

/** Something that happened to a ticket. */
export type HistoryRow =
  | ({ readonly kind: 'status'; readonly key: string } & HandlingView['changes'][number])
  | { readonly kind: 'event'; readonly key: string; readonly at: Instant; readonly event: TicketEventView };

/** The states of a ticket and what was decided about it in one list, newest first. */
export function historyRows({ changes, events }: Pick<HandlingView, 'changes' | 'events'>): readonly HistoryRow[] {
  return [
    ...changes.map((change): HistoryRow => ({ kind: 'status', key: `${change.status} ${change.at}`, ...change })),
    ...events.map((event): HistoryRow => ({ kind: 'event', key: event.id, at: event.at, event })),
  ].toSorted((a, b) => b.at - a.at);
}
