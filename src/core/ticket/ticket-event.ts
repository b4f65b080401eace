import { z } from 'zod';
import { assertNever } from '../assert-never';
import type { TicketEventId } from '../ids';
import type { SupportLine } from '../sla/targets';
import type { Instant } from '../time/instant';
import { instantSchema } from '../time/instant-schema';
import type { Escalation } from './ticket';

const reasonSchema = z.string().trim().min(1).max(2000);

/** Who called to escalate, when and what about. Source: 000, "Escalate an urgent issue"; DOMAIN, "Queue order". */
export const escalationCallSchema = z.object({
  calledBy: z.string().trim().min(1).max(200),
  calledAt: instantSchema,
  about: z.string().trim().min(1).max(2000),
  /** Which user it happens to, how they sign in; empty: nobody has said. */
  userDetails: z.string().trim().max(500),
  hasScreenDump: z.boolean(),
});
export type EscalationCall = z.infer<typeof escalationCallSchema>;

/** Something a consultant decided or wrote down about how a ticket is handled. The portal has no field for any of it. */
export const ticketHandlingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('moved-to-line'), line: z.enum(['first', 'second']), reason: reasonSchema }),
  z.object({ kind: z.literal('escalation-requested'), ...escalationCallSchema.shape }),
  /** `note` is about overtime and whatever else was agreed. */
  z.object({ kind: z.literal('escalation-accepted'), note: z.string().trim().max(2000) }),
  z.object({ kind: z.literal('escalation-declined'), reason: reasonSchema }),
  /** Others were taken first although it is time-critical. Source: 000, "prioritised wherever possible". */
  z.object({ kind: z.literal('passed-over'), reason: reasonSchema }),
  /** A Stockholm date; null: it is no longer to be followed up. */
  z.object({ kind: z.literal('follow-up'), on: z.iso.date().nullable() }),
]);
export type TicketHandling = z.infer<typeof ticketHandlingSchema>;

export interface TicketEvent {
  readonly id: TicketEventId;
  readonly handling: TicketHandling;
  readonly at: Instant;
  readonly by: string;
  /** Taken back: it stays in the history and says no more. */
  readonly isWithdrawn: boolean;
}

/** How a ticket is handled by now. */
export interface Handled {
  readonly line: SupportLine;
  readonly escalation: RecordedEscalation;
  /** A Stockholm date; null: none is set. */
  readonly followUpOn: string | null;
  /** The latest event that others were taken first; null: none. */
  readonly passedOver: TicketEvent | null;
}

/** What was written down here or by colleagues about an escalation; `declined` outdoes a request on the portal. */
export type RecordedEscalation = Escalation | { readonly kind: 'declined'; readonly at: Instant };

/** In time, and of one moment by their ids, which are made in order. */
export function compareEvents(a: Pick<TicketEvent, 'id' | 'at'>, b: Pick<TicketEvent, 'id' | 'at'>): number {
  return a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/**
 * What the events of a ticket come to. The latest of each kind holds, withdrawn ones do not count. Accepted outdoes
 * requested whichever was first; a request after a decision asks anew.
 */
export function handledBy(events: readonly TicketEvent[]): Handled {
  let handled: Handled = { line: 'first', escalation: { kind: 'none' }, followUpOn: null, passedOver: null };
  for (const event of events.filter(({ isWithdrawn }) => !isWithdrawn).toSorted(compareEvents)) {
    const { handling, at } = event;
    switch (handling.kind) {
      case 'moved-to-line':
        handled = { ...handled, line: handling.line };
        break;
      case 'escalation-requested':
        if (handled.escalation.kind !== 'accepted') handled = { ...handled, escalation: { kind: 'requested', at } };
        break;
      case 'escalation-accepted':
        handled = { ...handled, escalation: { kind: 'accepted', at } };
        break;
      case 'escalation-declined':
        handled = { ...handled, escalation: { kind: 'declined', at } };
        break;
      case 'passed-over':
        handled = { ...handled, passedOver: event };
        break;
      case 'follow-up':
        handled = { ...handled, followUpOn: handling.on };
        break;
      default:
        assertNever(handling);
    }
  }
  return handled;
}

/**
 * How far a ticket is escalated, by its tags on the portal and by what was written down. Accepted on either side counts;
 * of a request, a decision that was written down does. `at` of the tags is when they were first seen.
 */
export function escalationBy(onPortal: Escalation, recorded: RecordedEscalation): Escalation {
  switch (recorded.kind) {
    case 'accepted':
      return recorded;
    case 'declined':
      return onPortal.kind === 'accepted' ? onPortal : { kind: 'none' };
    case 'requested':
      return onPortal.kind === 'accepted' ? onPortal : recorded;
    case 'none':
      return onPortal;
    default:
      return assertNever(recorded);
  }
}

/** Whether a ticket's follow-up is due on a Stockholm date. */
export function isFollowUpDue(followUpOn: string | null, today: string): boolean {
  return followUpOn !== null && followUpOn <= today;
}
