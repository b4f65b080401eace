import type { Coverage } from '@core/billing/coverage';
import { type CoverageDecision, type DecisionReachSums, sumByReach } from '@core/billing/coverage-decision';
import { type KindOfWork, kindOfWorkSchema } from '@core/billing/kind-of-work';
import { coverageWithTestCopies, type TestCopy } from '@core/billing/test-copies';
import type { BugCircumstances } from '@core/bugs/bug-guide';
import type { TicketId } from '@core/ids';
import type { WorkbenchDatabase } from '../db/open';
import { listStandingCoverageDecisions, toCoverageDecision } from '../db/queries/coverage-decisions';
import { listLinesWithReach } from './settle-coverage';

/** What holds of a kind of work on a ticket today. */
export interface CoverageOnTicket extends Coverage {
  readonly kindOfWork: KindOfWork;
  /** What was decided instead of it; null: nothing was. */
  readonly decision: CoverageDecision | null;
  /** My lines of that kind, by what a decision does to them. */
  readonly lines: DecisionReachSums;
}

/** What the terms say of every kind of work for this customer today, and what was decided of it on the ticket. */
export async function listCoverageOnTicket(
  database: WorkbenchDatabase,
  ticketId: TicketId,
  {
    agreements,
    services,
    day,
    testCopies,
  }: Pick<BugCircumstances, 'agreements' | 'services' | 'day'> & { readonly testCopies: readonly TestCopy[] },
): Promise<CoverageOnTicket[]> {
  const standing = await listStandingCoverageDecisions(database, ticketId);
  const lines = await listLinesWithReach(database, ticketId);
  return kindOfWorkSchema.options.map((kindOfWork) => {
    const decision = standing.find((row) => row.kindOfWork === kindOfWork);
    return {
      kindOfWork,
      ...coverageWithTestCopies({ ticketId, testCopies, kindOfWork, agreements, services, day }),
      decision: decision ? toCoverageDecision(decision) : null,
      lines: sumByReach(
        lines.flatMap(({ line, reach }) =>
          line.kindOfWork === kindOfWork ? [{ reach, workedSeconds: line.workedSeconds }] : [],
        ),
      ),
    };
  });
}
