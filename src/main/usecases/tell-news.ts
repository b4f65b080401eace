import type { TicketId } from '@core/ids';
import type { DueNews, FollowUpNews, News, TargetNews } from '@core/notices/news';
import { groupNews, type NewsGroup } from '@core/notices/news-group';
import { isQuiet, planNews } from '@core/notices/plan-news';
import { targetNewsOf } from '@core/notices/target-news';
import { handledBy, isFollowUpDue } from '@core/ticket/ticket-event';
import type { Instant } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import type { WorkbenchDatabase } from '../db/open';
import { listWaitingNews, settleDue, settleNews, withoutToldDue } from '../db/queries/news';
import { readNewsSince } from '../db/queries/portal-facts';
import { listFollowedUp } from '../db/queries/ticket-events';
import { listAssignedTickets, readTicket } from '../db/queries/tickets';
import { measureTickets } from './ticket-targets';
import type { Workbench } from './workbench';

/** What one notification tells of, with what it takes to name it. */
export interface NewsToTell extends NewsGroup {
  readonly tickets: readonly { readonly id: TicketId; readonly number: string; readonly title: string }[];
  /** The target that is due or missed, where it is about one ticket only. */
  readonly target: Pick<TargetNews, 'kind' | 'target' | 'dueAt'> | null;
}

/**
 * Tells, in one go, of everything that is news by now: what syncs brought and what has become due. What was told is on
 * disk first, so that nothing is told twice.
 */
export async function tellNews(workbench: Workbench): Promise<void> {
  const now = workbench.clock.read().wall;
  const { calendar, newId } = workbench;
  const settings = workbench.settings();
  const toTell = await workbench.database.transaction().execute(async (trx) => {
    const newsSince = await readNewsSince(trx);
    if (newsSince === null) return null;
    const waiting = await listWaitingNews(trx);
    // Worked out when it can be told only: by the morning somebody may have begun work.
    const due = isQuiet(now, calendar, settings) ? [] : await listDueNews(workbench, trx, now, newsSince);
    const plan = planNews({ waiting, due, now, calendar, settings });
    await settleNews(trx, plan.settledNews, now);
    await settleDue(trx, plan.settledDue, { newId, at: now });
    return plan.tell.length === 0 ? null : nameTickets(trx, plan.tell);
  });
  if (toTell) workbench.announce.news(toTell);
}

/** The targets that are close or missed and the follow-ups that are due, as far as they were never told of. */
async function listDueNews(
  workbench: Workbench,
  trx: WorkbenchDatabase,
  now: Instant,
  newsSince: Instant,
): Promise<readonly DueNews[]> {
  const targets = await listTargetNews(workbench, trx, now, newsSince);
  return withoutToldDue(trx, [...targets, ...(await listFollowUpNews(trx, now))]);
}

/** The follow-ups that are due. One that was set for that very day, or an earlier one, is known to whoever set it. */
async function listFollowUpNews(trx: WorkbenchDatabase, now: Instant): Promise<readonly FollowUpNews[]> {
  const today = stockholmDate(now);
  return [...(await listFollowedUp(trx))].flatMap(([ticketId, events]) => {
    const on = handledBy(events).followUpOn;
    const wasSetBefore = events.some(
      ({ handling, at }) => handling.kind === 'follow-up' && handling.on === on && stockholmDate(at) < (on ?? ''),
    );
    return on !== null && wasSetBefore && isFollowUpDue(on, today) ? [{ kind: 'follow-up', ticketId, on }] : [];
  });
}

/** The targets that are close or missed. */
async function listTargetNews(
  { calendar, settings }: Workbench,
  trx: WorkbenchDatabase,
  now: Instant,
  newsSince: Instant,
): Promise<readonly TargetNews[]> {
  const { targetLeadMinutes: leadMinutes } = settings();
  const tickets = await listAssignedTickets(trx, 'working');
  const measured = await measureTickets(trx, tickets, calendar);
  return tickets.flatMap((ticket) => {
    const measures = measured.get(ticket.id);
    return (measures && targetNewsOf({ ...measures, ticket, now, newsSince, leadMinutes })) ?? [];
  });
}

async function nameTickets(trx: WorkbenchDatabase, news: readonly News[]): Promise<NewsToTell> {
  const group = groupNews(news);
  const tickets = await Promise.all(group.ticketIds.map((id) => readTicket(trx, id)));
  const [target = null] = news.filter((one) => 'target' in one);
  return {
    ...group,
    tickets: tickets.flatMap((ticket) => (ticket ? { id: ticket.id, number: ticket.number, title: ticket.title } : [])),
    target: tickets.length === 1 ? target : null,
  };
}
