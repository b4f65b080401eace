import type { OperationState } from '../sync/operation';

export type TicketOperationKind = 'create-ticket' | 'update-ticket';

/** What to change in the outbox. */
export interface TicketPlan<Id> {
  /** Operations that no longer have to be carried out. None of them is in flight. */
  readonly withdraw: readonly Id[];
  readonly enqueue: TicketOperationKind | null;
}

/**
 * Decides how the outbox brings the portal to what a ticket is now. To be asked after every change of the ticket and after
 * every operation that ended.
 *
 * An operation reads the ticket when it is sent, so one that waits carries every change. One in flight may have had its
 * effect: nothing is put behind it before its end is known. A parked one waits for a person, unless what it was for no
 * longer holds.
 */
export function planTicketOperation<Id>({
  isOnPortal,
  differs,
  open,
}: {
  isOnPortal: boolean;
  /** Whether the ticket says something else than the portal is known to. */
  differs: boolean;
  open: readonly { readonly id: Id; readonly kind: TicketOperationKind; readonly state: OperationState }[];
}): TicketPlan<Id> {
  if (open.some(({ state }) => state === 'in-flight')) return { withdraw: [], enqueue: null };
  const openOf = (wanted: TicketOperationKind) =>
    open.filter(({ kind, state }) => kind === wanted && state !== 'done').map(({ id }) => id);
  const updates = openOf('update-ticket');
  if (!isOnPortal) {
    return { withdraw: updates, enqueue: openOf('create-ticket').length === 0 ? 'create-ticket' : null };
  }
  if (!differs) return { withdraw: updates, enqueue: null };
  return { withdraw: [], enqueue: updates.length === 0 ? 'update-ticket' : null };
}
