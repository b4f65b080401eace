import type { CustomerId, TicketId } from '@core/ids';
import { searchWordsOf } from '@core/ticket/search-words';
import type { TicketState } from '@core/ticket/ticket';
import type { Instant } from '@core/time/instant';
import { type RawBuilder, sql } from 'kysely';
import type { WorkbenchDatabase } from '../open';
import { valuesOf } from '../values-of';

/** Which tickets are asked for. Their order is the domain's. */
export interface PlacesWanted {
  /** Mine only, or also nobody's and colleagues'. */
  readonly scope: 'mine' | 'team';
  /** Null: in any state. */
  readonly states: readonly TicketState[] | null;
  /** Also those that wait for the customer and are to be looked at again by this Stockholm date; null: none of them. */
  readonly followedUpBy: string | null;
  /** Only those that we answered by then and whose customer has not written since; null: all. */
  readonly answeredBy: Instant | null;
  readonly search: string;
  readonly customerId: CustomerId | null;
  readonly tagRemoteId: number | null;
  readonly isTimeCriticalOnly: boolean;
}

type Condition = RawBuilder<unknown>;

const ORDER = ['reason_rank', 'in_place_since', 'registered_at', 'ticket_id'] as const;
const orderColumns = sql.join(
  ORDER.map((column) => sql.ref(`place.${column}`)),
  sql`, `,
);

/** Each word as a beginning, all of them required; quotes keep FTS5 from reading operators into what a person typed. */
function matchOf(words: readonly string[]): string {
  return words.map((word) => `"${word}"*`).join(' ');
}

/** The tickets a search finds by what stands in the row of the queue come before those it finds by the rest. */
const inRowOnly = (match: string) => `{number title customer} : (${match})`;

/** What is asked for in states of its own, and what is only there to be followed up: each is read along its own index. */
type Part = 'in-states' | 'to-follow-up';

function conditionsOf(wanted: PlacesWanted, part: Part): Condition[] {
  const isWanted = wanted.scope === 'mine' ? sql`place.is_mine = 1` : sql`place.is_with_team = 1`;
  // The plus keeps SQLite from finding them first and sorting them then: in any state they are read along the order.
  const conditions = [wanted.states === null ? sql`+${isWanted}` : isWanted];
  const { states, followedUpBy, answeredBy, customerId, tagRemoteId } = wanted;
  if (part === 'to-follow-up') {
    conditions.push(sql`place.state = 'waiting-for-customer' AND place.follow_up_on <= ${followedUpBy}`);
  } else if (states !== null) {
    const [only, ...others] = states;
    conditions.push(others.length === 0 ? sql`place.state = ${only}` : sql`place.state IN (${sql.join([...states])})`);
  }
  if (answeredBy !== null) conditions.push(sql`place.answered_at <= ${answeredBy}`);
  if (customerId !== null) conditions.push(sql`place.customer_id = ${customerId}`);
  if (wanted.isTimeCriticalOnly) conditions.push(sql`place.is_time_critical = 1`);
  if (tagRemoteId !== null) {
    conditions.push(sql`place.place_id IN (SELECT place_id FROM queue_tag WHERE tag_remote_id = ${tagRemoteId})`);
  }
  return conditions;
}

/** Where the places are read from and which of them: no place is in two sources. */
interface Wanted {
  readonly sources: readonly Condition[];
  /** Null: nothing is searched for. */
  readonly match: string | null;
}

/** Null for a search that nothing could match. */
function sourcesOf(wanted: PlacesWanted): Wanted | null {
  const words = searchWordsOf(wanted.search);
  // Only punctuation was typed.
  if (words.length === 0 && wanted.search.trim() !== '') return null;
  const match = words.length === 0 ? null : matchOf(words);
  const from =
    match === null
      ? sql`queue_place AS place WHERE`
      : sql`ticket_search JOIN queue_place AS place ON place.place_id = ticket_search.rowid
          WHERE ticket_search MATCH ${match} AND`;
  const parts: readonly Part[] = wanted.followedUpBy === null ? ['in-states'] : ['in-states', 'to-follow-up'];
  const conditions = parts.map((part) => sql.join(conditionsOf(wanted, part), sql` AND `));
  // A search reads what it found once, and nothing of that along an index.
  if (match !== null) return { match, sources: [sql`${from} (${sql.join(conditions, sql` OR `)})`] };
  return { match, sources: conditions.map((condition) => sql`${from} ${condition}`) };
}

/** The order of a search: the domain's, but first what is found by what the row shows. */
function orderOfSearch(match: string): Condition {
  return sql`place.place_id NOT IN (SELECT rowid FROM ticket_search WHERE ticket_search MATCH ${inRowOnly(match)}),
    ${orderColumns}`;
}

/** The tickets from one position to another of what is asked for, in the order of the queue. */
export async function listPlaces(
  trx: WorkbenchDatabase,
  wanted: PlacesWanted,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<TicketId[]> {
  const from = sourcesOf(wanted);
  if (from === null) return [];
  // Sources in the same order are merged as they are read: nothing is sorted that is not shown.
  const all = sql.join(
    from.sources.map((source) => sql`SELECT ${orderColumns} FROM ${source}`),
    sql` UNION ALL `,
  );
  const { rows } =
    from.match === null
      ? await sql<{ ticketId: TicketId }>`${all}
          ORDER BY ${sql.join(ORDER.map((column) => sql.ref(column)))} LIMIT ${limit} OFFSET ${offset}`.execute(trx)
      : await sql<{ ticketId: TicketId }>`${all} ORDER BY ${orderOfSearch(from.match)}
          LIMIT ${limit} OFFSET ${offset}`.execute(trx);
  return rows.map(({ ticketId }) => ticketId);
}

/** How many of the sources together. */
function sumOf(sources: readonly Condition[], andOnly = sql``): Condition {
  return sql.join(
    sources.map((source) => sql`(SELECT count(*) FROM ${source} ${andOnly})`),
    sql` + `,
  );
}

/** How many tickets are asked for. */
export async function countPlaces(trx: WorkbenchDatabase, wanted: PlacesWanted): Promise<number> {
  const from = sourcesOf(wanted);
  if (from === null) return 0;
  const { rows } = await sql<{ count: number }>`SELECT ${sumOf(from.sources)} AS count`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** How many of what is asked for stand before a ticket; null where the ticket is not among them. */
export async function findPlace(
  trx: WorkbenchDatabase,
  wanted: PlacesWanted,
  ticketId: TicketId,
): Promise<number | null> {
  const from = sourcesOf(wanted);
  if (from === null) return null;
  if (from.match === null) {
    const isBefore = sql`AND (${orderColumns}) < (
      SELECT ${orderColumns} FROM queue_place AS place WHERE place.ticket_id = ${ticketId})`;
    const { rows } = await sql<{ isThere: number; before: number }>`
      SELECT ${sumOf(from.sources, sql`AND place.ticket_id = ${ticketId}`)} AS is_there,
        ${sumOf(from.sources, isBefore)} AS before`.execute(trx);
    return rows[0]?.isThere === 1 ? rows[0].before : null;
  }
  const [source] = from.sources;
  const { rows } = await sql<{ position: number }>`
    SELECT position FROM (
      SELECT place.ticket_id, row_number() OVER (ORDER BY ${orderOfSearch(from.match)}) - 1 AS position FROM ${source}
    ) WHERE ticket_id = ${ticketId}`.execute(trx);
  return rows[0]?.position ?? null;
}

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

/** When we last answered these tickets, where the customer has not written since. */
export async function listAnsweredAt(
  trx: WorkbenchDatabase,
  ticketIds: readonly TicketId[],
): Promise<Map<TicketId, Instant>> {
  const rows = await trx
    .selectFrom('queuePlace')
    .select(['ticketId', 'answeredAt'])
    .where('ticketId', 'in', valuesOf(ticketIds))
    .where('answeredAt', 'is not', null)
    .$narrowType<{ answeredAt: Instant }>()
    .execute();
  return new Map(rows.map(({ ticketId, answeredAt }) => [ticketId, answeredAt]));
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
