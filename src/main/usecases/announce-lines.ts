import type { TicketId } from '@core/ids';
import { raiseFourHourWarning } from './raise-four-hour-warning';
import type { Workbench } from './workbench';

/** Tells, after the commit, that lines of mine have changed, and warns where that crossed a threshold. */
export async function announceLines(workbench: Workbench, tickets: readonly TicketId[]): Promise<void> {
  workbench.announce.timesheetChanged();
  for (const ticketId of tickets) workbench.announce.ticketChanged(ticketId);
  if (tickets.length > 0) workbench.announce.queueChanged();
  workbench.announce.outboxChanged();
  for (const ticketId of tickets) await raiseFourHourWarning(workbench, ticketId);
}
