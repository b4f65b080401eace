import type { TicketId } from '@core/ids';
import { markNewsOpened } from '../db/queries/news';
import type { Workbench } from './workbench';

/** Somebody has opened a ticket: what came on it is no longer new. */
export async function openTicket(workbench: Workbench, ticketId: TicketId): Promise<void> {
  const hadNews = await markNewsOpened(workbench.database, ticketId, workbench.clock.read().wall);
  if (!hadNews) return;
  workbench.announce.queueChanged();
  workbench.announce.ticketChanged(ticketId);
}
