import type { TicketState } from '@core/ticket/ticket';
import { sql } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import type { PlacesWanted } from './queue-places';

/** How many tickets there are in each state. */
export async function countByState(
  trx: WorkbenchDatabase,
  scope: PlacesWanted['scope'],
): Promise<Map<TicketState, number>> {
  const isWanted = scope === 'mine' ? sql`is_mine = 1` : sql`is_with_team = 1`;
  const { rows } = await sql<{ state: TicketState; count: number }>`
    SELECT state, count(*) AS count FROM queue_place WHERE ${isWanted} GROUP BY state`.execute(trx);
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** How many tickets wait for the customer and are to be looked at again by a Stockholm date. */
export async function countToFollowUp(
  trx: WorkbenchDatabase,
  scope: PlacesWanted['scope'],
  today: string,
): Promise<number> {
  const isWanted = scope === 'mine' ? sql`is_mine = 1` : sql`is_with_team = 1`;
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM queue_place
    WHERE follow_up_on <= ${today} AND state = 'waiting-for-customer' AND ${isWanted}`.execute(trx);
  return rows[0]?.count ?? 0;
}
