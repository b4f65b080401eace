import type { TicketId } from '@core/ids';
import type { WorkbenchDatabase } from '../db/open';
import { listDraftsOfTicket } from '../db/queries/screenshots';
import { readTicketSteps } from '../db/queries/ticket-steps';
import { readTicket } from '../db/queries/tickets';
import { toScreenshotView } from './read-screenshot';

/** The steps of a ticket as they were kept, with every draft that could be one; undefined for a ticket that is not here. */
export async function readStepsView(database: WorkbenchDatabase, ticketId: TicketId) {
  const ticket = await readTicket(database, ticketId);
  if (!ticket) return undefined;
  const { happened, expected } = await readTicketSteps(database, ticketId);
  const drafts = await listDraftsOfTicket(database, ticketId);
  return {
    ticketId,
    ticketNumber: ticket.number,
    ticketTitle: ticket.title,
    happened,
    expected,
    // Steps first, in their order.
    drafts: drafts.map((draft) => toScreenshotView(draft, new Map())),
  };
}
