import { listStatusChanges } from '@core/ticket/state-history';
import { handledBy, isFollowUpDue } from '@core/ticket/ticket-event';
import { ticketStatusOf } from '@core/ticket/ticket-status';
import type { Instant } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import type { WorkbenchDatabase } from '../db/open';
import { listEventsOfTicket } from '../db/queries/ticket-events';
import type { Ticket } from '../db/queries/tickets';
import { readPasts } from './ticket-targets';

/** A follow-up as it is shown; null where none is set. */
export function followUpView(followUpOn: string | null, now: Instant) {
  return followUpOn === null ? null : { on: followUpOn, isDue: isFollowUpDue(followUpOn, stockholmDate(now)) };
}

/** How a ticket came to be where it is, and what was decided about it. */
export async function readHandling(trx: WorkbenchDatabase, ticket: Ticket, now: Instant) {
  const past = (await readPasts(trx, [ticket])).get(ticket.id);
  const changes = past === undefined ? [] : listStatusChanges(past);
  const events = await listEventsOfTicket(trx, ticket.id);
  const { line, followUpOn } = handledBy(events);
  const status = ticketStatusOf({
    meaning: past?.stages.at(-1)?.meaning ?? ticket.state,
    isAssigned: ticket.assigneeRemoteIds !== '[]',
    isWorkBegun: past !== undefined && past.workBegunAt !== null,
  });
  return {
    status,
    changes,
    line,
    followUp: followUpView(followUpOn, now),
    events: events.map(({ id, handling, at, by, isWithdrawn }) => ({ id, handling, at, by, isWithdrawn })),
  };
}
