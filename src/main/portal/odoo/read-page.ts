import { fail, succeed } from '@core/outcome';
import { addMs, type Instant } from '@core/time/instant';
import { z } from 'zod';
import type { Page, PageKey, PageRequest, PortalResult } from '../portal';
import { formatOdooDatetime } from './datetime';
import type { OdooTransport } from './odoo-transport';

/** Part of a domain, Odoo's filter notation: conditions, with operators in front of what they join. */
export type Domain = readonly (readonly [field: string, operator: string, value: unknown] | '&' | '|')[];

/** How much smaller each next try is, when a page is too much for one answer. */
const SMALLER_PAGES = 4;

/** What a page is made of has an id and a time of change. */
type PulledSchema = z.ZodType<{ readonly id: number; readonly write_date: Instant }>;

interface PageSource<Schema extends PulledSchema> {
  readonly model: string;
  /** Conditions that are all to hold. */
  readonly domain: Domain;
  readonly fields: readonly string[];
  readonly record: Schema;
}

/**
 * Reads one page in the order of `write_date, id`, with `write_date` taken in whole seconds.
 *
 * The server keeps and sorts by microseconds but prints and compares seconds. Within one second its order is therefore
 * not the order of ids, and "behind this row" cannot be said in its terms. So the last second of a full page is never
 * taken as it came: it is read again by id, and what does not fit is left to the next page. Each row is returned once,
 * whatever the page size, also where a whole batch carries one `write_date`.
 *
 * Rows can be so long that a page of them is more than one answer may be: then fewer are asked for.
 */
export async function readPage<Schema extends PulledSchema>(
  transport: OdooTransport,
  source: PageSource<Schema>,
  request: PageRequest,
): Promise<PortalResult<Page<z.output<Schema>>>> {
  let { pageSize } = request;
  let page = await readPageOf(transport, source, request);
  while (!page.ok && page.failure.kind === 'not-a-portal' && page.failure.isTooLong && pageSize > 1) {
    pageSize = Math.max(1, Math.floor(pageSize / SMALLER_PAGES));
    page = await readPageOf(transport, source, { ...request, pageSize });
  }
  // Otherwise a server that always answers the same would be asked for ever.
  if (page.ok && !isBehind(page.value.next, request.after)) {
    return fail({ kind: 'not-a-portal', message: 'The server answered the same records again.' });
  }
  return page;
}

function isBehind(next: PageKey | null, after: PageKey | null): boolean {
  if (next === null || after === null) return true;
  return next.changedAt === after.changedAt ? next.remoteId > after.remoteId : next.changedAt > after.changedAt;
}

async function readPageOf<Schema extends PulledSchema>(
  transport: OdooTransport,
  source: PageSource<Schema>,
  request: PageRequest,
): Promise<PortalResult<Page<z.output<Schema>>>> {
  const { pageSize } = request;
  const search = (domain: Domain, order: string, limit: number) =>
    transport.call({
      model: source.model,
      method: 'search_read',
      arguments: {
        domain: [...source.domain, ...domain],
        fields: source.fields,
        order,
        limit,
        context: { active_test: false },
      },
      answer: z.array(source.record),
    });

  // One row more than asked for tells whether the page ends where a second ends.
  const found = await search(whatFollows(request), 'write_date asc, id asc', pageSize + 1);
  if (!found.ok) return found;
  const rows = found.value.toSorted(bySecondAndId);
  if (rows.length <= pageSize) return succeed({ rows, next: null });

  const lastSecond = rows[pageSize]?.write_date;
  if (lastSecond === undefined) return succeed({ rows, next: null });
  const complete = rows.filter((row) => row.write_date < lastSecond);
  const missing = pageSize - complete.length;
  if (missing === 0) return succeed(pageOf(complete));

  const rest = await search([...withinSecond(lastSecond), ...behindIdWithin(lastSecond, request)], 'id asc', missing);
  if (!rest.ok) return rest;
  // Rows that were changed between the two requests have left this second; they come again in a later one.
  const page = [...complete, ...rest.value.filter((row) => row.write_date === lastSecond)];
  if (page.length === 0) {
    return fail({ kind: 'unreachable', message: 'The records changed while they were read. Try again.' });
  }
  return succeed(pageOf(page));
}

function pageOf<Row extends { readonly id: number; readonly write_date: Instant }>(rows: readonly Row[]): Page<Row> {
  const last = rows.at(-1);
  return { rows, next: last === undefined ? null : { changedAt: last.write_date, remoteId: last.id } };
}

function whatFollows({ changedSince, after }: PageRequest): Domain {
  if (after !== null) {
    return [
      '|',
      ['write_date', '>=', formatOdooDatetime(addMs(wholeSecond(after.changedAt), 1000))],
      '&',
      '&',
      ...withinSecond(after.changedAt),
      ['id', '>', after.remoteId],
    ];
  }
  return changedSince === null ? [] : [['write_date', '>=', formatOdooDatetime(changedSince)]];
}

// Two bounds instead of `=`: older servers compare with the microseconds they keep.
function withinSecond(at: Instant): Domain {
  const second = wholeSecond(at);
  return [
    ['write_date', '>=', formatOdooDatetime(second)],
    ['write_date', '<', formatOdooDatetime(addMs(second, 1000))],
  ];
}

function behindIdWithin(second: Instant, { after }: PageRequest): Domain {
  return after !== null && wholeSecond(after.changedAt) === second ? [['id', '>', after.remoteId]] : [];
}

function wholeSecond(at: Instant): Instant {
  return addMs(at, -(((at % 1000) + 1000) % 1000));
}

function bySecondAndId(
  a: { readonly id: number; readonly write_date: Instant },
  b: { readonly id: number; readonly write_date: Instant },
): number {
  return a.write_date - b.write_date || a.id - b.id;
}

/** Turns the rows of a page; rows that turn out to be none of ours are left out, the page goes on behind them. */
export function mapPage<Row, Mapped>(page: Page<Row>, map: (row: Row) => Mapped | null): Page<Mapped> {
  return { rows: page.rows.flatMap((row) => map(row) ?? []), next: page.next };
}
