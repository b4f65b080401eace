import type { Instant } from '@core/time/instant';
import type { LineChange } from '@core/timesheet/change-set';
import { ownOverrideOfLine } from '../db/judgement';
import type { WorkbenchDatabase } from '../db/open';
import { setNotChargedDecisions } from '../db/queries/limit-decisions';
import { listLinesOfTicket } from '../db/queries/timesheet-lines';

/**
 * Lets decisions not to charge stand as long as a line is judged by them: undoing the change that they made takes them
 * back, doing it again puts them back.
 */
export async function letDecisionsFollow(
  trx: WorkbenchDatabase,
  changes: readonly LineChange[],
  at: Instant,
): Promise<void> {
  for (const content of changes.flatMap(({ before, after }) => [before, after])) {
    if (!content?.override || content.target.kind !== 'ticket') continue;
    const { ticketId } = content.target;
    const decidedAt = content.override.at;
    const isStanding = (await listLinesOfTicket(trx, ticketId)).some(
      (line) => ownOverrideOfLine(line)?.at === decidedAt,
    );
    await setNotChargedDecisions(trx, { ticketId, decidedAt, withdrawnAt: isStanding ? null : at });
  }
}
