import type { TicketId, TimesheetLineId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../db/open';
import { readTimesheetLine } from '../db/queries/timesheet-lines';
import { settleLimit } from './settle-limit';
import { tellPortalOfLine } from './tell-portal-of-line';
import type { Workbench } from './workbench';

/**
 * Works out what follows from a change of lines: what the outbox has to tell the portal, what is held back on their
 * tickets, and what colleagues are to know. `leftTickets` are those the lines have left. Answers all tickets concerned.
 */
export async function settleLines(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  lineIds: readonly TimesheetLineId[],
  at: Instant,
  leftTickets: readonly TicketId[] = [],
): Promise<readonly TicketId[]> {
  const tickets = new Set(leftTickets);
  for (const lineId of lineIds) {
    // Before the tickets are settled: what is on its way to the portal is told to colleagues when it has arrived.
    await tellPortalOfLine(workbench, trx, lineId, at);
    const line = await readTimesheetLine(trx, lineId);
    if (line?.ticketId) tickets.add(line.ticketId);
  }
  for (const ticketId of tickets) await settleLimit(workbench, trx, ticketId, at);
  return [...tickets];
}
