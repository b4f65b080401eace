import { type Judgement, judgeLine, ownOverrideOf } from '@core/billing/coverage-decision';
import type { KindOfWork } from '@core/billing/kind-of-work';
import type { VerdictOverride } from '@core/timesheet/line-content';
import { type CoveredTicket, readCoverage } from './coverage';
import type { WorkbenchDatabase } from './open';
import { readStandingCoverageDecision } from './queries/coverage-decisions';
import type { TimesheetLine } from './queries/timesheet-lines';

/** The columns of a line that hold its verdict, and whose it is. */
export type JudgementColumns = Pick<
  TimesheetLine,
  'verdict' | 'overrideReason' | 'overrideBy' | 'overrideAt' | 'coverageDecisionId'
>;

function toColumns({ verdict, override, coverageDecisionId }: Judgement): JudgementColumns {
  return {
    verdict,
    overrideReason: override?.reason ?? null,
    overrideBy: override?.by ?? null,
    overrideAt: override?.at ?? null,
    coverageDecisionId,
  };
}

/** The verdict a person decided about a line itself; null where it follows from its kind of work. */
export function ownOverrideOfLine(line: JudgementColumns): VerdictOverride | null {
  const { overrideReason: reason, overrideBy: by, overrideAt: at, verdict, coverageDecisionId } = line;
  const override = reason === null || at === null ? null : { verdict, reason, by: by ?? '', at };
  return ownOverrideOf({ override, coverageDecisionId });
}

/**
 * How work of mine is judged that is of a kind, on a Stockholm date, on a ticket or on none: by what a person decided
 * about the line (`own`), else about its kind of work on the ticket, else by the terms.
 */
export async function judgementOf(
  trx: WorkbenchDatabase,
  ticket: CoveredTicket | undefined,
  { kindOfWork, date, own = null }: { kindOfWork: KindOfWork; date: string; own?: VerdictOverride | null },
): Promise<JudgementColumns> {
  const decision = ticket ? await readStandingCoverageDecision(trx, ticket.id, kindOfWork) : null;
  const { verdict: verdictOfTerms } = await readCoverage(trx, ticket, kindOfWork, date);
  return toColumns(judgeLine({ own, decision, verdictOfTerms }));
}
