import type { Pause } from '../sla/target-clock';
import type { Instant } from '../time/instant';
import { type StageMeaning, type TicketStatus, ticketStatusOf } from './ticket-status';

/** A change as far as its time is known. */
interface Dated {
  /** When it happened; null where nobody said. */
  readonly at: Instant | null;
  /** By when it had happened: when it was seen here, or the portal's last change of the ticket. */
  readonly knownAt: Instant;
}

/** The ticket came into a stage that means this. */
export interface StageChange extends Dated {
  readonly meaning: StageMeaning;
}

/** The ticket was given to somebody, or is nobody's since. */
export interface AssignmentChange extends Dated {
  readonly isAssigned: boolean;
}

/** Everything that says how a ticket came to be where it is, each list in the order in which it was written down. */
export interface TicketPast {
  readonly registeredAt: Instant;
  readonly stages: readonly StageChange[];
  readonly assignments: readonly AssignmentChange[];
  /** The first worked minute or answer; null: there is none. */
  readonly workBegunAt: Instant | null;
}

/** A change of a ticket's state. */
export interface StatusChange {
  readonly status: TicketStatus;
  readonly at: Instant;
  /** False: it had happened by then, nobody knows when. */
  readonly isExact: boolean;
}

interface Timed<Change> {
  readonly change: Change;
  readonly at: Instant;
  readonly isExact: boolean;
}

/**
 * When each change happened, never before the one that was written down earlier: what was done here and what the portal
 * tells are dated by two clocks.
 */
function inOrder<Change extends Dated>(changes: readonly Change[]): Timed<Change>[] {
  const timed: Timed<Change>[] = [];
  for (const change of changes) {
    const told = change.at ?? change.knownAt;
    const before = timed.at(-1);
    const at = before !== undefined && before.at > told ? before.at : told;
    timed.push({ change, at, isExact: change.at !== null });
  }
  return timed;
}

/**
 * The states a ticket went through with the time of each change, oldest first. Only what is known: of the time before the
 * first stage that was seen nothing is said.
 */
export function listStatusChanges({ stages, assignments, workBegunAt }: TicketPast): StatusChange[] {
  const timedStages = inOrder(stages);
  const timedAssignments = inOrder(assignments);
  const moments = [
    ...timedStages.map(({ at, isExact }) => ({ at, isExact })),
    ...timedAssignments.map(({ at, isExact }) => ({ at, isExact })),
    ...(workBegunAt === null ? [] : [{ at: workBegunAt, isExact: true }]),
    // Of one moment the time is as sure as the least sure of it.
  ].toSorted((a, b) => a.at - b.at || Number(a.isExact) - Number(b.isExact));
  const changes: StatusChange[] = [];
  for (const { at, isExact } of moments) {
    const stage = timedStages.findLast((timed) => timed.at <= at);
    const assignment = timedAssignments.findLast((timed) => timed.at <= at);
    const isWorkBegun = workBegunAt !== null && workBegunAt <= at;
    if (stage === undefined) continue;
    const { meaning } = stage.change;
    // Whose it was then, nobody knows; of a ticket that is worked on, or is not to be, it does not matter.
    if (assignment === undefined && meaning === 'working' && !isWorkBegun) continue;
    const isAssigned = assignment?.change.isAssigned ?? false;
    const status = ticketStatusOf({ meaning, isAssigned, isWorkBegun });
    if (changes.at(-1)?.status !== status) changes.push({ status, at, isExact });
  }
  return changes;
}

/** When a ticket was resolved, if it is; a ticket that was reopened is not. */
export type Resolution =
  | { readonly kind: 'open' }
  /** `isExact` is false where only is known that it had been by then. */
  | { readonly kind: 'resolved'; readonly at: Instant; readonly isExact: boolean };

const isResolvedBy = (meaning: StageMeaning) => meaning === 'solved' || meaning === 'closed';

/** When the ticket was resolved: since when its stages have meant solved or closed without a break. */
export function resolutionOf({ stages }: Pick<TicketPast, 'stages'>): Resolution {
  const timed = inOrder(stages);
  const lastOpen = timed.findLastIndex(({ change }) => !isResolvedBy(change.meaning));
  const first = timed[lastOpen + 1];
  return first === undefined ? { kind: 'open' } : { kind: 'resolved', at: first.at, isExact: first.isExact };
}

/** The stretches in which a ticket stood in stages of which `isPause` holds, oldest first. */
function stretches(changes: TicketPast['stages'], isPause: (meaning: StageMeaning) => boolean): Pause[] {
  const pauses: Pause[] = [];
  let from: Instant | null = null;
  for (const { change, at } of inOrder(changes)) {
    if (isPause(change.meaning)) from ??= at;
    else if (from !== null) {
      if (at > from) pauses.push({ from, until: at });
      from = null;
    }
  }
  return from === null ? pauses : [...pauses, { from, until: null }];
}

/** When the ticket waited for the customer; `until` is null where it still does. */
export function waitsOf({ stages }: Pick<TicketPast, 'stages'>): Pause[] {
  return stretches(stages, (meaning) => meaning === 'waiting-for-customer');
}

/**
 * When no clock ran: the ticket waited for the customer, or was solved until somebody reopened it. Source: DOMAIN, "Time
 * while waiting for the customer does not count (our reading)".
 */
export function pausesOf({ stages }: Pick<TicketPast, 'stages'>): Pause[] {
  return stretches(stages, (meaning) => meaning !== 'working');
}
