import type { OperationState } from '../sync/operation';
import { isSameOnPortal, type PortalValues } from './merge-portal-line';

export type LineOperationKind = 'create-timesheet-line' | 'update-timesheet-line' | 'delete-timesheet-line';

/** An operation about the line that is not done. */
export interface OpenLineOperation<Id> {
  readonly id: Id;
  readonly kind: LineOperationKind;
  readonly state: Exclude<OperationState, 'done'>;
}

/** What is to become of a line on the portal. */
export type WantedOnPortal =
  | { readonly kind: 'there'; readonly values: PortalValues }
  /** Not ready to be sent: not described, under a minute, held back, or without a place on the portal. */
  | { readonly kind: 'not-ready' }
  /** A person deleted it. */
  | { readonly kind: 'deleted' };

/** What to change in the outbox. */
export interface LinePlan<Id> {
  /** Operations that no longer have to be carried out. None of them is in flight. */
  readonly withdraw: readonly Id[];
  readonly enqueue: LineOperationKind | null;
}

/**
 * Decides how the outbox brings the portal to what a line is now. To be asked after every change of the line and after
 * every operation that ended, done or parked.
 *
 * An operation reads the line when it is sent, so one that waits carries every change. One in flight may have had its
 * effect: it is never withdrawn, and nothing is put behind it before its end is known. A parked one waits for a person,
 * unless what it was for no longer holds. `known` is what the portal is known to hold of the line; null when it holds
 * nothing, or when nobody knows yet.
 */
export function planLineOperation<Id>({
  wanted,
  known,
  open,
}: {
  wanted: WantedOnPortal;
  known: PortalValues | null;
  open: readonly OpenLineOperation<Id>[];
}): LinePlan<Id> {
  const nothing: LinePlan<Id> = { withdraw: [], enqueue: null };
  if (open.some(({ state }) => state === 'in-flight')) return nothing;
  const idsOf = (kind: LineOperationKind, ...states: OperationState[]) =>
    open.filter((operation) => operation.kind === kind && states.includes(operation.state)).map(({ id }) => id);
  const isOpen = (kind: LineOperationKind) => open.some((operation) => operation.kind === kind);
  const enqueueOnce = (kind: LineOperationKind) => (isOpen(kind) ? null : kind);
  const openUpdates = idsOf('update-timesheet-line', 'waiting', 'parked');
  const openDeletes = idsOf('delete-timesheet-line', 'waiting', 'parked');

  switch (wanted.kind) {
    case 'deleted': {
      const waitingCreates = idsOf('create-timesheet-line', 'waiting');
      const parkedCreates = idsOf('create-timesheet-line', 'parked');
      const withdraw = [...waitingCreates, ...parkedCreates, ...openUpdates];
      // A creation was parked for some reason, but an earlier attempt at it can have come through.
      const mayBeThere = known !== null || parkedCreates.length > 0;
      return { withdraw, enqueue: mayBeThere ? enqueueOnce('delete-timesheet-line') : null };
    }
    case 'not-ready':
      return {
        withdraw: [
          ...idsOf('create-timesheet-line', 'waiting'),
          ...idsOf('update-timesheet-line', 'waiting'),
          ...openDeletes,
        ],
        enqueue: null,
      };
    case 'there':
      if (known === null) return { withdraw: openDeletes, enqueue: enqueueOnce('create-timesheet-line') };
      if (isSameOnPortal(wanted.values, known)) return { withdraw: [...openUpdates, ...openDeletes], enqueue: null };
      return { withdraw: openDeletes, enqueue: enqueueOnce('update-timesheet-line') };
  }
}
