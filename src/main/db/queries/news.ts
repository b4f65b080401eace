import { type NewsId, newsIdSchema, type TicketId } from '@core/ids';
import type { BroughtKind, BroughtNews, DueNews } from '@core/notices/news';
import type { WaitingNews } from '@core/notices/plan-news';
import type { Instant } from '@core/time/instant';
import type { WorkbenchDatabase } from '../open';
import { valuesOf } from '../values-of';

const BROUGHT_KINDS = ['new-ticket', 'reply', 'escalation', 'time-critical'] as const satisfies readonly BroughtKind[];
const DUE_KINDS = ['target-soon', 'target-overdue', 'follow-up'] as const satisfies readonly DueNews['kind'][];
/** What leaves a mark in the queue until the ticket is opened. */
const MARKED_KINDS = ['new-ticket', 'reply'] as const satisfies readonly BroughtKind[];
export type UnreadKind = (typeof MARKED_KINDS)[number];

/** Keeps news to be told of. What has the same subject on the same ticket is no news again. */
export async function keepNews(
  trx: WorkbenchDatabase,
  news: { id: NewsId; ticketId: TicketId; kind: BroughtKind; subject: string; cameAt: Instant },
): Promise<void> {
  await trx
    .insertInto('news')
    .values({ ...news, toldAt: null, openedAt: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** News that waits to be told, oldest first, with what has become of its ticket. */
export async function listWaitingNews(trx: WorkbenchDatabase): Promise<WaitingNews[]> {
  const rows = await trx
    .selectFrom('news')
    .innerJoin('ticket', 'ticket.id', 'news.ticketId')
    .select(['news.id', 'news.ticketId', 'news.kind', 'news.openedAt', 'ticket.isAssignedToMe', 'ticket.state'])
    .where('news.toldAt', 'is', null)
    .where('news.kind', 'in', BROUGHT_KINDS)
    .$narrowType<{ kind: BroughtKind }>()
    .orderBy('news.cameAt')
    .orderBy('news.id')
    .execute();
  return rows.map(({ openedAt, isAssignedToMe, ...news }) => ({
    ...news,
    isOpened: openedAt !== null,
    isAssignedToMe: isAssignedToMe === 1,
  }));
}

/** Notes that these are no longer to be told of. */
export async function settleNews(trx: WorkbenchDatabase, news: readonly BroughtNews[], at: Instant): Promise<void> {
  for (const { id } of news) await trx.updateTable('news').set({ toldAt: at }).where('id', '=', id).execute();
}

/** What tells one piece of news of a kind on a ticket from another. */
function subjectOf(news: DueNews): string {
  return news.kind === 'follow-up' ? news.on : news.target;
}

/** Those of what is due that were never told of. */
export async function withoutToldDue(trx: WorkbenchDatabase, due: readonly DueNews[]): Promise<readonly DueNews[]> {
  if (due.length === 0) return [];
  const rows = await trx
    .selectFrom('news')
    .select(['ticketId', 'kind', 'subject'])
    .where('kind', 'in', DUE_KINDS)
    .execute();
  const told = new Set(rows.map(({ ticketId, kind, subject }) => `${ticketId} ${kind} ${subject}`));
  return due.filter((news) => !told.has(`${news.ticketId} ${news.kind} ${subjectOf(news)}`));
}

/** Notes that these are no longer to be told of. */
export async function settleDue(
  trx: WorkbenchDatabase,
  due: readonly DueNews[],
  { newId, at }: { newId: () => string; at: Instant },
): Promise<void> {
  for (const news of due) {
    await trx
      .insertInto('news')
      .values({
        id: newsIdSchema.parse(newId()),
        ticketId: news.ticketId,
        kind: news.kind,
        subject: subjectOf(news),
        cameAt: at,
        toldAt: at,
        openedAt: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Somebody has opened a ticket. Answers whether anything on it was new. */
export async function markNewsOpened(trx: WorkbenchDatabase, ticketId: TicketId, at: Instant): Promise<boolean> {
  const updated = await trx
    .updateTable('news')
    .set({ openedAt: at })
    .where('ticketId', '=', ticketId)
    .where('openedAt', 'is', null)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}

/** Those of these tickets with something new that nobody has opened: a ticket that is new itself, or else one with a reply. */
export async function listUnread(
  trx: WorkbenchDatabase,
  ticketIds: readonly TicketId[],
): Promise<Map<TicketId, UnreadKind>> {
  const rows = await trx
    .selectFrom('news')
    .select(['ticketId', 'kind'])
    .where('ticketId', 'in', valuesOf(ticketIds))
    .where('openedAt', 'is', null)
    .where('kind', 'in', MARKED_KINDS)
    .$narrowType<{ kind: UnreadKind }>()
    // The later one stays in the map.
    .orderBy((eb) => eb.case().when('kind', '=', 'new-ticket').then(1).else(0).end())
    .execute();
  return new Map(rows.map(({ ticketId, kind }) => [ticketId, kind]));
}
