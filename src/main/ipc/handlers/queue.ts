import { openTicket } from '../../usecases/open-ticket';
import { readQueue } from '../../usecases/read-queue';
import { readTicketView } from '../../usecases/read-ticket';
import { thresholdsOf } from '../../usecases/ticket-figures';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** The queue and the ticket. */
export function createQueueHandlers(
  parts: AppParts,
): Pick<Handlers, 'queue:list' | 'ticket:read' | 'ticket:mark-opened'> {
  return {
    'queue:list': withSession(parts, async ({ workbench, calendar }, request) =>
      done(await readQueue(workbench.database, request, workbench.clock.read().wall, calendar)),
    ),
    'ticket:read': withSession(parts, async ({ workbench, calendar }, { ticketId }) => {
      const thresholds = thresholdsOf(workbench);
      const ticket = await readTicketView(workbench.database, ticketId, workbench.clock.read(), calendar, thresholds);
      return ticket ? done(ticket) : refuse('not-found');
    }),
    'ticket:mark-opened': withSession(parts, async ({ workbench }, { ticketId }) => {
      await openTicket(workbench, ticketId);
      return done({});
    }),
  };
}
