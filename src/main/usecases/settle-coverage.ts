import { type DecisionReach, reachOfDecision } from '@core/billing/coverage-decision';
import type { KindOfWork } from '@core/billing/kind-of-work';
import type { TicketId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import { judgementOf, ownOverrideOfLine } from '../db/judgement';
import type { WorkbenchDatabase } from '../db/open';
import { listNotedWork } from '../db/queries/noted-work';
import type { Ticket } from '../db/queries/tickets';
import { listLinesOfTicket, type TimesheetLine, updateTimesheetLine } from '../db/queries/timesheet-lines';
import { settleLines } from './settle-lines';
import type { Workbench } from './workbench';

/** A line of mine, and what a decision about its kind of work does to it. */
export interface LineWithReach {
  readonly line: TimesheetLine;
  readonly reach: DecisionReach;
}

/** My lines on a ticket, with what a decision about their kind of work does to each. */
export async function listLinesWithReach(trx: WorkbenchDatabase, ticketId: TicketId): Promise<LineWithReach[]> {
  const noted = new Set((await listNotedWork(trx, ticketId)).map(({ remoteId }) => remoteId));
  const lines = await listLinesOfTicket(trx, ticketId);
  return lines
    .filter(({ origin }) => origin === 'mine')
    .map((line) => ({
      line,
      reach: reachOfDecision({
        own: ownOverrideOfLine(line),
        isLocked: line.portalValues?.isLocked === true,
        isToldByNote: line.remoteId !== null && noted.has(line.remoteId),
      }),
    }));
}

/**
 * Lets my recorded lines of a kind of work on a ticket follow what is decided of it now, and works out what waits and
 * what colleagues are to know, as every change of lines does.
 */
export async function settleCoverage(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  { ticket, kindOfWork }: { readonly ticket: Ticket; readonly kindOfWork: KindOfWork },
  at: Instant,
): Promise<void> {
  const following = (await listLinesWithReach(trx, ticket.id)).flatMap(({ line, reach }) =>
    reach === 'follows' && line.kindOfWork === kindOfWork ? [line] : [],
  );
  for (const line of following) await updateTimesheetLine(trx, line.id, await judgementOf(trx, ticket, line));
  await settleLines(
    workbench,
    trx,
    following.map(({ id }) => id),
    at,
  );
}
