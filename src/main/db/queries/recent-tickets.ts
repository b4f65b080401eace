import type { TicketId } from '@core/ids';
import { sql } from 'kysely';
import type { WorkbenchDatabase } from '../open';

/** The tickets whose timer ran last, the latest first. */
export async function listRecentTickets(
  trx: WorkbenchDatabase,
  most: number,
): Promise<{ id: TicketId; number: string; title: string }[]> {
  const { rows } = await sql<{ id: TicketId; number: string; title: string }>`
    SELECT ticket.id, ticket.number, ticket.title FROM ticket
    JOIN timer ON timer.ticket_id = ticket.id
    JOIN timer_event ON timer_event.timer_id = timer.id
    WHERE timer_event.kind IN ('started', 'resumed')
    GROUP BY ticket.id
    -- The log is only appended to, so that a later row is a later event, whatever the clocks said.
    ORDER BY max(timer_event.rowid) DESC
    LIMIT ${most}`.execute(trx);
  return rows;
}
