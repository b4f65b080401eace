import type { TicketId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import { sql } from 'kysely';
import type { WorkbenchDatabase } from '../open';

/**
 * When work began on these tickets: the first worked moment (lines of anybody, timers of mine) or the first answer to the
 * customer. A line without a clock time counts from its date. An answer is a message, no note, that was written in Fyra or
 * by somebody whom the portal lists as a colleague.
 */
export async function listWorkBegun(
  trx: WorkbenchDatabase,
  ticketIds: readonly TicketId[],
): Promise<Map<TicketId, Instant>> {
  const { rows } = await sql<{ ticketId: TicketId; begunAt: Instant }>`
    WITH asked (id) AS MATERIALIZED (SELECT value FROM json_each(${JSON.stringify(ticketIds)}))
    SELECT ticket_id, min(begun_at) AS begun_at FROM (
      SELECT ticket_id, coalesce(json_extract(intervals, '$[0].startedAt'), unixepoch(date, '+6 hours') * 1000) AS begun_at
      FROM timesheet_line WHERE ticket_id IN asked AND deleted_at IS NULL
      UNION ALL
      SELECT timer.ticket_id, json_extract(timer_event.event, '$.at.wall') FROM timer
      JOIN timer_event ON timer_event.timer_id = timer.id AND timer_event.sequence = 1
      WHERE timer.ticket_id IN asked
      UNION ALL
      SELECT ticket_id, written_at FROM message
      WHERE ticket_id IN asked AND is_internal_note = 0
        AND (remote_id IS NULL OR message_uid LIKE '<wb-%'
          OR author_name IN (SELECT name FROM portal_name WHERE kind = 'colleague'))
    ) GROUP BY ticket_id`.execute(trx);
  return new Map(rows.map(({ ticketId, begunAt }) => [ticketId, begunAt]));
}
