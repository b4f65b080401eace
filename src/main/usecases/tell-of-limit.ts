import type { TicketId } from '@core/ids';
import { raiseFourHourWarning } from './raise-four-hour-warning';
import type { Workbench } from './workbench';

/**
 * Tells windows and sync, after the commit, that the limit of a ticket or what it holds back has moved. `isDecided`: a
 * person has decided about the limit, who need not be told of it any more.
 */
export async function tellOfLimit(
  workbench: Workbench,
  ticketId: TicketId,
  { isDecided = false }: { isDecided?: boolean } = {},
): Promise<void> {
  if (isDecided) workbench.announce.fourHourWarningOver(ticketId);
  workbench.announce.ticketChanged(ticketId);
  workbench.announce.queueChanged();
  workbench.announce.timersChanged();
  workbench.announce.outboxChanged();
  await raiseFourHourWarning(workbench, ticketId);
}
