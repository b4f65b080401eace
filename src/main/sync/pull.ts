import { inGroups } from '@core/groups';
import { messageIdSchema, type TicketId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { addMs, type Instant } from '@core/time/instant';
import type { WorkingCalendar } from '@core/time/working-hours';
import type { LineOutboxParts } from '../db/line-outbox';
import type { WorkbenchDatabase } from '../db/open';
import { upsertPulledMessage } from '../db/queries/messages';
import { beginNews } from '../db/queries/portal-facts';
import { isColleague } from '../db/queries/portal-lists';
import { indexStaleTickets } from '../db/queries/search-index';
import { readCursor, writeCursor } from '../db/queries/sync-cursors';
import {
  listTicketRemoteIds,
  listTicketsWithoutHistory,
  markHistoryComplete,
  noteMissingHistory,
  readTicket,
  readTicketByRemoteId,
  type Ticket,
  updateUnlistedSeconds,
} from '../db/queries/tickets';
import type { SyncCursorTable } from '../db/tables/portal-tables';
import { createTurns } from '../db/take-turns';
import type { Page, PageKey, PageRequest, Portal, PortalFailure, PortalMessage, PortalResult } from '../portal/portal';
import { factsOfRow, noteReply, noteTicketNews } from './note-news';
import { storeLine } from './store-line';
import { applyNotedWork, storeNote } from './store-note';
import { storeTicket } from './store-ticket';

export interface PullContext extends LineOutboxParts {
  readonly database: WorkbenchDatabase;
  readonly portal: Portal;
  readonly employeeId: number | null;
  readonly now: () => Instant;
  readonly calendar: WorkingCalendar;
  /** Told after each page how many rows of a model have come. */
  readonly onBrought?: (what: SyncCursorTable['model'], count: number) => void;
  /** Asked between two pages: a person stopped the sync, or the app ends. */
  readonly isCancelled?: () => boolean;
}

/** It was stopped in between. What came before is here; the next pull brings the rest. */
export interface PullCancelled {
  readonly kind: 'cancelled';
}

/** What a pull changed, so that screens and meters follow. */
export interface PullSummary {
  readonly newTickets: readonly TicketId[];
  /** Tickets whose own data or lines changed. */
  readonly changedTickets: readonly TicketId[];
  /** How many of them are new or really otherwise than before: what was changed lately comes again. */
  readonly broughtCount: number;
}

/** `write_date` is the start of the server's transaction: one that committed late lies behind the cursor. */
const OVERLAP_MS = 10 * 60_000;
const PAGE_SIZE = 200;
/** What is stored in one go: others wait for as long, a person among them. */
const ROWS_AT_ONCE = 25;

/**
 * Brings what changed on the portal: tickets, then everybody's lines and the messages on them. A pull that is cut
 * leaves what it brought; the next one brings the same tickets again, and all that was written on the new ones.
 */
export async function pull(context: PullContext): Promise<Outcome<PullSummary, PortalFailure | PullCancelled>> {
  const { database, portal } = context;
  const pulledTickets = new Set<TicketId>();
  const notedTickets = new Set<TicketId>();
  const changedTickets = new Set<TicketId>();
  const broughtTickets = new Set<TicketId>();

  const tickets = await pullModel(
    context,
    { model: 'ticket', from: 'cursor' },
    (request) => portal.readTickets(request),
    async (trx, ticket) => {
      const { id, isNew, isChanged } = await storeTicket(context, trx, ticket);
      pulledTickets.add(id);
      if (isChanged) broughtTickets.add(id);
      if (isNew) await noteMissingHistory(trx, id);
    },
  );
  if (!tickets.ok) return tickets;

  const newTickets = await listTicketsWithoutHistory(database);
  const isNewHere = new Set(newTickets.map(({ id }) => id));
  // What was written on a ticket before it came to us lies behind the cursors.
  const activity = [
    { from: 'start' as const, remoteIds: newTickets.map(({ remoteId }) => remoteId) },
    { from: 'cursor' as const, remoteIds: await listTicketRemoteIds(database) },
  ];
  for (const { from, remoteIds } of activity) {
    if (remoteIds.length === 0) continue;
    const lines = await pullModel(
      context,
      { model: 'timesheet-line', from },
      (request) => portal.readTimesheetLines(remoteIds, request),
      async (trx, line) => {
        for (const ticketId of await storeLine(context, trx, line)) changedTickets.add(ticketId);
      },
    );
    if (!lines.ok) return lines;
    const messages = await pullModel(
      context,
      { model: 'message', from },
      (request) => portal.readMessages(remoteIds, request),
      async (trx, message) => {
        const stored = await storeMessage(context, trx, message, isNewHere);
        if (stored) changedTickets.add(stored.ticketId);
        if (stored?.hasNote) notedTickets.add(stored.ticketId);
      },
    );
    if (!messages.ok) return messages;
  }

  const reached = tickets.value;
  const takeTurn = createTurns();
  for (const group of inGroups([...new Set([...pulledTickets, ...changedTickets])], ROWS_AT_ONCE)) {
    await database.transaction().execute(async (trx) => {
      for (const ticketId of group) await applyNotedWork(trx, ticketId);
    });
    await takeTurn();
  }
  // What a note tells of is no longer a part of the sum that nothing explains.
  for (const group of inGroups([...new Set([...pulledTickets, ...notedTickets])], ROWS_AT_ONCE)) {
    await database.transaction().execute((trx) => updateUnlistedSeconds(trx, group));
    await takeTurn();
  }
  await database.transaction().execute(async (trx) => {
    await markHistoryComplete(trx);
    // Only now: a ticket whose lines are missing would not be brought again, and its sum not worked out.
    if (reached !== null) await writeCursor(trx, 'ticket', reached);
    await beginNews(trx, context.now());
  });
  const newIds = newTickets.map(({ id }) => id);
  return succeed({
    newTickets: newIds,
    changedTickets: [...new Set([...pulledTickets, ...newIds, ...changedTickets])],
    broughtCount: new Set([...broughtTickets, ...newIds, ...changedTickets]).size,
  });
}

/**
 * Reads one model page by page and answers the latest change in it. Lines and messages store their cursor in one
 * transaction with their last page. From the start is only read what lies behind a cursor.
 */
async function pullModel<Row extends { readonly changedAt: Instant }>(
  context: PullContext,
  { model, from }: { model: SyncCursorTable['model']; from: 'cursor' | 'start' },
  read: (request: PageRequest) => Promise<PortalResult<Page<Row>>>,
  store: (trx: WorkbenchDatabase, row: Row) => Promise<void>,
): Promise<Outcome<Instant | null, PortalFailure | PullCancelled>> {
  const cursor = await readCursor(context.database, model);
  if (from === 'start' && cursor === null) return succeed(null);
  const changedSince = from === 'start' || cursor === null ? null : addMs(cursor, -OVERLAP_MS);
  let after: PageKey | null = null;
  let latest: Instant | null = null;
  let count = 0;
  const takeTurn = createTurns();
  do {
    if (context.isCancelled?.()) return fail({ kind: 'cancelled' });
    const page: PortalResult<Page<Row>> = await read({ changedSince, after, pageSize: PAGE_SIZE });
    if (!page.ok) return fail(page.failure);
    const { rows, next } = page.value;
    for (const { changedAt } of rows) latest = latest === null || changedAt > latest ? changedAt : latest;
    const reached = next === null && from === 'cursor' && model !== 'ticket' ? latest : null;
    // Also where the last page is empty: what was read moves the cursor.
    for (const group of rows.length === 0 ? [[]] : inGroups(rows, ROWS_AT_ONCE)) {
      await context.database.transaction().execute(async (trx) => {
        for (const row of group) await store(trx, row);
        // Each page of tickets is found as soon as it is here, with what was written on it as soon as that is.
        await indexStaleTickets(trx, ROWS_AT_ONCE);
        // Pages do not come in order of change, so the cursor moves only once all of them are here.
        if (reached !== null && group.at(-1) === rows.at(-1)) await writeCursor(trx, model, reached);
      });
      await takeTurn();
    }
    count += rows.length;
    if (rows.length > 0) context.onBrought?.(model, count);
    after = next;
  } while (after !== null);
  return succeed(latest);
}

/**
 * Stores a message as the portal has it, what a note tells, and that it is a reply. `isNewHere` are the tickets whose
 * earlier messages are only now being brought. Answers the ticket when something changed.
 */
async function storeMessage(
  context: PullContext,
  trx: WorkbenchDatabase,
  message: PortalMessage,
  isNewHere: ReadonlySet<TicketId>,
): Promise<{ ticketId: TicketId; hasNote: boolean } | null> {
  const ticket = await readTicketByRemoteId(trx, message.ticketRemoteId);
  if (!ticket) return null;
  const change = await upsertPulledMessage(trx, {
    id: messageIdSchema.parse(context.newId()),
    remoteId: message.remoteId,
    messageUid: message.messageUid,
    ticketId: ticket.id,
    authorName: message.authorName,
    isInternalNote: message.isInternalNote ? 1 : 0,
    isOurs: message.isMine || (await isColleague(trx, message.authorName)) ? 1 : 0,
    bodyHtml: message.bodyHtml,
    writtenAt: message.postedAt,
  });
  if (change === 'none') return null;
  if (change === 'new') await noteReply(context, trx, message, { ...ticket, isNewHere: isNewHere.has(ticket.id) });
  const hasNote = message.isInternalNote && (await storeNote(trx, { ...message, ticketId: ticket.id }));
  if (hasNote) await noteNewsOfNote(context, trx, ticket, message);
  return { ticketId: ticket.id, hasNote };
}

/** Keeps what is news about a ticket because of what a colleague's note told of it. */
async function noteNewsOfNote(
  context: PullContext,
  trx: WorkbenchDatabase,
  before: Ticket,
  { changedAt }: PortalMessage,
): Promise<void> {
  const after = await readTicket(trx, before.id);
  if (after) await noteTicketNews(context, trx, { id: before.id, changedAt }, factsOfRow(before), factsOfRow(after));
}
