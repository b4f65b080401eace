import type { WorkbenchDatabase } from '../db/open';
import { listApprovals, listEstimates, readTicketLimit } from '../db/queries/approvals';
import { readStandingDecision } from '../db/queries/limit-decisions';
import type { CountedTicket } from './ticket-charge';

/** Unapproved time that the portal holds already, mine and colleagues'. */
function sentOverSecondsOf({ counted, attribution }: CountedTicket): number {
  return counted.reduce((sum, { key, heldSeconds }) => {
    const unapprovedSeconds = attribution.parts.get(key)?.unapprovedSeconds ?? 0;
    return sum + Math.max(0, unapprovedSeconds - heldSeconds);
  }, attribution.unlistedUnapprovedSeconds);
}

/** Where the limit of a ticket comes from, what is over it, and what was decided about that. */
export async function readLimit(trx: WorkbenchDatabase, counted: CountedTicket) {
  const { ticket, work } = counted;
  const { limitSeconds, source } = await readTicketLimit(trx, ticket.id);
  const decision = await readStandingDecision(trx, ticket.id, limitSeconds);
  return {
    limitSeconds,
    source: source === null ? ('terms' as const) : ('approval' as const),
    unapprovedSeconds: work.reduce(
      (sum, { ownLine }) => sum + (ownLine?.holdReason === 'unapproved' ? ownLine.heldSeconds : 0),
      0,
    ),
    sentOverSeconds: sentOverSecondsOf(counted),
    decision: decision
      ? {
          id: decision.id,
          decision: decision.decision,
          decidedBy: decision.decidedBy,
          decidedAt: decision.decidedAt,
        }
      : null,
    approvals: (await listApprovals(trx, ticket.id)).map(({ ticketId: _ticketId, withdrawnAt, ...approval }) => ({
      ...approval,
      isWithdrawn: withdrawnAt !== null,
    })),
    estimates: (await listEstimates(trx, ticket.id)).map(({ id, band, estimatedMinutes, madeBy, madeAt }) => ({
      id,
      band,
      estimatedMinutes,
      madeBy,
      madeAt,
    })),
  };
}
