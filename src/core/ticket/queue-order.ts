import { assertNever } from '../assert-never';
import type { Instant } from '../time/instant';
import type { Escalation, TimeCriticalCategory } from './ticket';

/** What the order of the queue depends on. */
export interface QueuedTicket {
  readonly id: string;
  readonly escalation: Escalation;
  readonly timeCriticalCategory: TimeCriticalCategory | null;
  readonly registeredAt: Instant;
}

/** Why a ticket stands where it does, highest first. */
export const QUEUE_REASONS = ['escalation-accepted', 'escalation-requested', 'time-critical', 'registration'] as const;
export type QueueReason = (typeof QUEUE_REASONS)[number];

/**
 * The rule that places a ticket. Source: 000, "Escalate an urgent issue" and "Priority handling"; 001, "Response and
 * Resolution times".
 */
export function reasonInQueue({
  escalation,
  timeCriticalCategory,
}: Pick<QueuedTicket, 'escalation' | 'timeCriticalCategory'>): QueueReason {
  switch (escalation.kind) {
    case 'accepted':
      return 'escalation-accepted';
    case 'requested':
      return 'escalation-requested';
    case 'none':
      return timeCriticalCategory === null ? 'registration' : 'time-critical';
    default:
      return assertNever(escalation);
  }
}

/** Since when a ticket has stood among those placed by the same rule. */
export function inPlaceSince({ escalation, registeredAt }: QueuedTicket): Instant {
  return escalation.kind === 'none' ? registeredAt : escalation.at;
}

/**
 * Compares for sorting: negative when `a` comes first, 0 only for the same id. Accepted escalations by acceptance, then
 * undecided ones by request, then the time-critical categories and last the rest, both by registration; ties by
 * registration, then by id. Source: 000, "Priority handling": "first come, first served".
 */
export function compareInQueue(a: QueuedTicket, b: QueuedTicket): number {
  const byReason = QUEUE_REASONS.indexOf(reasonInQueue(a)) - QUEUE_REASONS.indexOf(reasonInQueue(b));
  if (byReason !== 0) return byReason;
  const bySince = inPlaceSince(a) - inPlaceSince(b);
  if (bySince !== 0) return bySince;
  const byRegistration = a.registeredAt - b.registeredAt;
  if (byRegistration !== 0) return byRegistration;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
