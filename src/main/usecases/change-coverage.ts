import type { DecidedVerdict } from '@core/billing/coverage-table';
import type { KindOfWork } from '@core/billing/kind-of-work';
import { type CoverageDecisionId, coverageDecisionIdSchema, type TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { WorkbenchDatabase } from '../db/open';
import {
  type CoverageDecisionRow,
  putCoverageDecision,
  readCoverageDecisionOf,
  readStandingCoverageDecision,
  withdrawCoverageDecisionRow,
} from '../db/queries/coverage-decisions';
import { readTicket } from '../db/queries/tickets';
import { announceLines } from './announce-lines';
import { settleCoverage } from './settle-coverage';
import type { Workbench } from './workbench';

/** A kind of work on a ticket. */
interface WorkOnTicket {
  readonly ticketId: TicketId;
  readonly kindOfWork: KindOfWork;
}

/** `before`: the decision that held until now; null: the terms did. Let stand again, it takes the change back. */
type Changed = Outcome<{ before: CoverageDecisionId | null }, { kind: 'not-found' }>;

/**
 * Decides what holds of a kind of work on a ticket instead of the terms: of my lines that are recorded, and of those to
 * come. It takes the place of an earlier decision.
 */
export async function decideCoverage(
  workbench: Workbench,
  { ticketId, kindOfWork, verdict, reason }: WorkOnTicket & { verdict: DecidedVerdict; reason: string },
): Promise<Changed> {
  const decision = {
    id: coverageDecisionIdSchema.parse(workbench.newId()),
    ticketId,
    kindOfWork,
    verdict,
    reason,
    decidedBy: workbench.userName,
    decidedAt: workbench.clock.read().wall,
    withdrawnAt: null,
  };
  return changeCoverage(workbench, { ticketId, kindOfWork }, async () => decision);
}

/** Lets an earlier decision about a kind of work on a ticket hold again, or the terms (null). */
export async function letCoverageStand(
  workbench: Workbench,
  { decisionId, ...work }: WorkOnTicket & { decisionId: CoverageDecisionId | null },
): Promise<Changed> {
  return changeCoverage(workbench, work, async (trx) =>
    decisionId === null ? null : readCoverageDecisionOf(trx, decisionId, work),
  );
}

/**
 * Puts a decision (null: the terms; undefined: it is not here) in the place of what holds, and lets the lines follow, all
 * in one transaction.
 */
async function changeCoverage(
  workbench: Workbench,
  { ticketId, kindOfWork }: WorkOnTicket,
  find: (trx: WorkbenchDatabase) => Promise<CoverageDecisionRow | null | undefined>,
): Promise<Changed> {
  const at = workbench.clock.read().wall;
  const changed = await workbench.database.transaction().execute(async (trx) => {
    const ticket = await readTicket(trx, ticketId);
    const decision = await find(trx);
    if (!ticket || decision === undefined) return null;
    const standing = await readStandingCoverageDecision(trx, ticketId, kindOfWork);
    if (standing !== null) await withdrawCoverageDecisionRow(trx, standing.id, at);
    if (decision !== null) await putCoverageDecision(trx, decision);
    await settleCoverage(workbench, trx, { ticket, kindOfWork }, at);
    return { before: standing?.id ?? null };
  });
  if (changed === null) return fail({ kind: 'not-found' });
  await announceLines(workbench, [ticketId]);
  return succeed(changed);
}
