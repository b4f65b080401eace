import { inGroups } from '@core/groups';
import type { TicketId } from '@core/ids';
import { succeed } from '@core/outcome';
import { addMs, type Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../db/open';
import { listOpenEntriesOf } from '../db/queries/outbox';
import { readSweptAt, writeSweptAt } from '../db/queries/portal-facts';
import { listTicketsToCompare, markTicketGone, updateUnlistedSeconds } from '../db/queries/tickets';
import { deleteTimesheetLine, listLinesOnPortal, updateTimesheetLine } from '../db/queries/timesheet-lines';
import type { IdPage, PortalResult, PortalTicket } from '../portal/portal';
import type { PullContext } from './pull';
import { storeTicket } from './store-ticket';

const DAY_MS = 24 * 60 * 60_000;
/** So many tickets are asked about in one request. */
const TICKETS_AT_ONCE = 200;

/** Whether the ids are to be compared again: once a day. Source: SYNC, "Pulling". */
export async function isSweepDue(database: WorkbenchDatabase, now: Instant): Promise<boolean> {
  const sweptAt = await readSweptAt(database);
  // A clock that was set back must not put it off for as long as it was set back by.
  return sweptAt === null || now >= addMs(sweptAt, DAY_MS) || now < sweptAt;
}

async function readAllIds(
  list: (afterId: number) => Promise<PortalResult<IdPage>>,
): Promise<PortalResult<Set<number>>> {
  const ids = new Set<number>();
  let last = 0;
  for (;;) {
    const page = await list(last);
    if (!page.ok) return page;
    for (const id of page.value.ids) ids.add(id);
    last = page.value.ids.at(-1) ?? last;
    if (page.value.isLast) return succeed(ids);
  }
}

/**
 * Compares the ids kept here with the portal's: what a pull cannot tell is what is no longer there. A ticket that is no
 * longer mine leaves the queue; one that is gone, or no longer ours to read, is marked so. A colleague's line that is gone
 * is no copy of anything any more. A line of mine that somebody deleted there stays here and is marked: it is never
 * deleted here, and never sent again by itself. Work that waits to be sent is left to its own operation. Answers the
 * tickets on which something changed.
 */
export async function sweep(context: PullContext): Promise<PortalResult<readonly TicketId[]>> {
  const { database } = context;
  const tickets = await compareTickets(context);
  if (!tickets.ok) return tickets;
  const lines = await compareLines(context);
  if (!lines.ok) return lines;
  await writeSweptAt(database, context.now());
  return succeed([...new Set([...tickets.value, ...lines.value])]);
}

async function readTickets(
  { portal }: PullContext,
  remoteIds: readonly number[],
): Promise<PortalResult<Map<number, PortalTicket>>> {
  const found = new Map<number, PortalTicket>();
  for (const group of inGroups(remoteIds, TICKETS_AT_ONCE)) {
    const read = await portal.readTicketsById(group);
    if (!read.ok) return read;
    for (const ticket of read.value) found.set(ticket.remoteId, ticket);
  }
  return succeed(found);
}

async function compareTickets(context: PullContext): Promise<PortalResult<readonly TicketId[]>> {
  const { database, portal } = context;
  const mine = await readAllIds((afterId) => portal.listTicketIds(afterId));
  if (!mine.ok) return mine;
  const kept = await listTicketsToCompare(database);
  const missing = kept.filter(({ remoteId, isAssignedToMe }) => isAssignedToMe === 1 && !mine.value.has(remoteId));
  const there = await readTickets(
    context,
    missing.map(({ remoteId }) => remoteId),
  );
  if (!there.ok) return there;
  await database.transaction().execute(async (trx) => {
    for (const { id, remoteId } of missing) {
      const ticket = there.value.get(remoteId);
      if (ticket) await storeTicket(context, trx, ticket);
      else await markTicketGone(trx, id, context.now());
    }
  });
  return succeed(missing.map(({ id }) => id));
}

async function compareLines(context: PullContext): Promise<PortalResult<readonly TicketId[]>> {
  const { database, portal } = context;
  const tickets = await listTicketsToCompare(database);
  const present = new Set<number>();
  for (const group of inGroups(tickets, TICKETS_AT_ONCE)) {
    const remoteIds = group.map(({ remoteId }) => remoteId);
    const ids = await readAllIds((afterId) => portal.listTimesheetLineIds(remoteIds, afterId));
    if (!ids.ok) return ids;
    for (const id of ids.value) present.add(id);
  }
  const missing = (await listLinesOnPortal(database)).filter(({ remoteId }) => !present.has(remoteId));
  const gone: typeof missing = [];
  for (const line of missing) {
    // One of mine can have been moved to a ticket that is not here.
    const read = line.origin === 'mine' ? await portal.readTimesheetLine(line.remoteId) : succeed(null);
    if (!read.ok) return read;
    if (read.value === null) gone.push(line);
  }
  const ticketIds = new Set(gone.map(({ ticketId }) => ticketId));
  const remoteIds = tickets.filter(({ id }) => ticketIds.has(id)).map(({ remoteId }) => remoteId);
  // What the tickets sum up to now, so that the time of a line that is gone counts as nobody's.
  const sums = await readTickets(context, remoteIds);
  if (!sums.ok) return sums;
  await database.transaction().execute(async (trx) => {
    for (const { id, origin } of gone) {
      if (origin === 'colleague') await deleteTimesheetLine(trx, id);
      else if ((await listOpenEntriesOf(trx, id)).length === 0) {
        await updateTimesheetLine(trx, id, { portalValues: null });
      }
    }
    for (const ticket of sums.value.values()) await storeTicket(context, trx, ticket);
    await updateUnlistedSeconds(trx, [...ticketIds]);
  });
  return succeed([...ticketIds]);
}
