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
  // The plus keeps SQLite from finding them first and sorting them then: in any state they are read along the order, and
  // those to follow up, which are few, by their day.
  const conditions = [wanted.states === null || part === 'to-follow-up' ? sql`+${isWanted}` : isWanted];
  const { states, followedUpBy, answeredBy, customerId, tagRemoteId } = wanted;
  if (part === 'to-follow-up') {
    conditions.push(sql`place.place_id IN (
      SELECT place_id FROM queue_place WHERE follow_up_on <= ${followedUpBy} AND state = 'waiting-for-customer')`);
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

/** What is wanted, in parts that are read along an index each. */
function partsOf(wanted: PlacesWanted): Condition[] {
  const parts: readonly Part[] = wanted.followedUpBy === null ? ['in-states'] : ['in-states', 'to-follow-up'];
  return parts.map((part) => sql.join(conditionsOf(wanted, part), sql` AND `));
}

/** The wanted places that a search finds: it reads what it found once, and nothing of that along an index. */
function placesFound(wanted: PlacesWanted, match: string): Condition {
  return sql`ticket_search JOIN queue_place AS place ON place.place_id = ticket_search.rowid
    WHERE ticket_search MATCH ${match} AND (${sql.join(partsOf(wanted), sql` OR `)})`;
}

/** Null for a search that nothing could match. */
function sourcesOf(wanted: PlacesWanted): Wanted | null {
  const words = searchWordsOf(wanted.search);
  if (words.length > 0) {
    const match = matchOf(words);
    return { match, sources: [placesFound(wanted, match)] };
  }
  // Only punctuation was typed.
  if (wanted.search.trim() !== '') return null;
  return { match: null, sources: partsOf(wanted).map((part) => sql`queue_place AS place WHERE ${part}`) };
}

/** The order of a search: the domain's, but first what is found by what the row shows. */
function orderOfSearch(match: string): Condition {
  return sql`place.place_id NOT IN (SELECT rowid FROM ticket_search WHERE ticket_search MATCH ${inRowOnly(match)}),
    ${orderColumns}`;
}

/** The places of the few tickets that are in no list any more: what the index finds without them is with the team. */
const placesGone = sql`(SELECT place_id FROM queue_place WHERE is_with_team = 0)`;

interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** The tickets of a page in the order of the domain. Sources in that order are merged as they are read, and not sorted. */
async function readPage(
  trx: WorkbenchDatabase,
  sources: readonly Condition[],
  { offset, limit }: Page,
): Promise<TicketId[]> {
  const all = sql.join(
    sources.map((source) => sql`SELECT ${orderColumns} FROM ${source}`),
    sql` UNION ALL `,
  );
  const { rows } = await sql<{ ticketId: TicketId }>`${all}
    ORDER BY ${sql.join(ORDER.map((column) => sql.ref(column)))} LIMIT ${limit} OFFSET ${offset}`.execute(trx);
  return rows.map(({ ticketId }) => ticketId);
}

/** Tickets of a page, and how many there are in all; null: nobody has counted. */
interface Found {
  readonly ticketIds: TicketId[];
  readonly count: number | null;
}

/**
 * A page of a search: what is found by what the row shows, and then the rest. The rest is far more, and is read only where
 * the page goes as far: sorting all of it was the greater part of a search.
 */
async function readSearchPage(
  trx: WorkbenchDatabase,
  wanted: PlacesWanted,
  match: string,
  { offset, limit }: Page,
): Promise<Found> {
  const inRow = placesFound(wanted, inRowOnly(match));
  const first = await readPage(trx, [inRow], { offset, limit });
  if (first.length === limit) return { ticketIds: first, count: null };
  const inRowCount = first.length > 0 || offset === 0 ? offset + first.length : await countIn(trx, [inRow]);
  // On the first page all of them are known, and finding them again costs more than reading a list.
  const isInRow =
    offset === 0
      ? sql`place.ticket_id IN ${valuesOf(first)}`
      : sql`place.place_id IN (SELECT rowid FROM ticket_search WHERE ticket_search MATCH ${inRowOnly(match)})`;
  const rest = await readRest(trx, wanted, match, {
    isInRow,
    page: { offset: Math.max(0, offset - inRowCount), limit: limit - first.length },
  });
  return { ticketIds: [...first, ...rest.ticketIds], count: rest.count };
}

/** A page of what a search finds elsewhere than in the row, and how many it finds anywhere: the index is asked once for both. */
async function readRest(
  trx: WorkbenchDatabase,
  wanted: PlacesWanted,
  match: string,
  { isInRow, page: { offset, limit } }: { readonly isInRow: Condition; readonly page: Page },
): Promise<Found> {
  const found = sql`found JOIN queue_place AS place ON place.place_id = found.place_id
    WHERE (${sql.join(partsOf(wanted), sql` OR `)})`;
  const count = isEverything(wanted)
    ? sql`(SELECT count(*) FROM found WHERE place_id NOT IN ${placesGone})`
    : sql`(SELECT count(*) FROM ${found})`;
  const { rows } = await sql<{ ticketId: TicketId; count: number }>`
    WITH found AS MATERIALIZED (SELECT rowid AS place_id FROM ticket_search WHERE ticket_search MATCH ${match})
    SELECT place.ticket_id, ${count} AS count FROM ${found} AND NOT ${isInRow}
    ORDER BY ${orderColumns} LIMIT ${limit} OFFSET ${offset}`.execute(trx);
  return { ticketIds: rows.map(({ ticketId }) => ticketId), count: rows[0]?.count ?? null };
}

async function findPage(trx: WorkbenchDatabase, wanted: PlacesWanted, page: Page): Promise<Found> {
  const from = sourcesOf(wanted);
  if (from === null) return { ticketIds: [], count: 0 };
  if (from.match !== null) return readSearchPage(trx, wanted, from.match, page);
  return { ticketIds: await readPage(trx, from.sources, page), count: null };
}

/** The tickets from one position to another of what is asked for, in the order of the queue. */
export async function listPlaces(trx: WorkbenchDatabase, wanted: PlacesWanted, page: Page): Promise<TicketId[]> {
  return (await findPage(trx, wanted, page)).ticketIds;
}

/** The same, with how many tickets are asked for. */
export async function readPlaces(
  trx: WorkbenchDatabase,
  wanted: PlacesWanted,
  page: Page,
): Promise<{ readonly ticketIds: TicketId[]; readonly count: number }> {
  const { ticketIds, count } = await findPage(trx, wanted, page);
  if (page.offset === 0 && ticketIds.length < page.limit) return { ticketIds, count: ticketIds.length };
  return { ticketIds, count: count ?? (await countPlaces(trx, wanted)) };
}

async function countIn(trx: WorkbenchDatabase, sources: readonly Condition[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT ${sumOf(sources)} AS count`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** How many of the sources together. */
function sumOf(sources: readonly Condition[], andOnly = sql``): Condition {
  return sql.join(
    sources.map((source) => sql`(SELECT count(*) FROM ${source} ${andOnly})`),
    sql` + `,
  );
}

/** Whether all tickets of the team are asked for. */
function isEverything({
  scope,
  states,
  answeredBy,
  customerId,
  tagRemoteId,
  isTimeCriticalOnly,
}: PlacesWanted): boolean {
  const narrowing = [states, answeredBy, customerId, tagRemoteId];
  return scope === 'team' && !isTimeCriticalOnly && narrowing.every((only) => only === null);
}

/** How many tickets are asked for. */
export async function countPlaces(trx: WorkbenchDatabase, wanted: PlacesWanted): Promise<number> {
  const from = sourcesOf(wanted);
  if (from === null) return 0;
  if (from.match === null || !isEverything(wanted)) return countIn(trx, from.sources);
  // The index counts by itself many times faster than places are read.
  const found = sql`ticket_search WHERE ticket_search MATCH ${from.match} AND ticket_search.rowid NOT IN ${placesGone}`;
  return countIn(trx, [found]);
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
