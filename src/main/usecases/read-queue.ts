import { computeCharge, DEFAULT_PRICE_LIST } from '@core/billing/charge';
import { coverageUnder } from '@core/billing/coverage';
import { countsAgainstLimit, DEFAULT_LIMIT_SECONDS } from '@core/billing/four-hour-rule';
import type { TicketId } from '@core/ids';
import { inPlaceSince, reasonInQueue } from '@core/ticket/queue-order';
import {
  holdsDueFollowUps,
  type QueueQuestion,
  type QueueScope,
  type QueueViewName,
  statesInView,
  unansweredSince,
  WORKING_QUEUE,
} from '@core/ticket/queue-view';
import { handledBy } from '@core/ticket/ticket-event';
import type { Instant } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import type { WorkingCalendar } from '@core/time/working-hours';
import type { WorkbenchDatabase } from '../db/open';
import { listAllAgreements } from '../db/queries/agreements';
import { listTicketLimits } from '../db/queries/approvals';
import { listUnread } from '../db/queries/news';
import { listNotedSeconds } from '../db/queries/noted-work';
import { readUserRemoteId } from '../db/queries/portal-facts';
import { listColleagueNames } from '../db/queries/portal-lists';
import { listPriceListsOfCustomers } from '../db/queries/price-lists';
import { countByState, countToFollowUp } from '../db/queries/queue-counts';
import { countPlaces, findPlace, listPlaces, type PlacesWanted, readPlaces } from '../db/queries/queue-places';
import { listEvents } from '../db/queries/ticket-events';
import { escalationOf, listTickets, type QueueCandidate } from '../db/queries/tickets';
import { listOpenTimers } from '../db/queries/timers';
import { listVerdictTotals } from '../db/queries/timesheet-lines';
import { assigneesOf } from '../db/ticket-outbox';
import { followUpView } from './read-handling';
import { bringIndexInStep, readExcerpts } from './search-tickets';
import { COLLEAGUES_KIND_OF_WORK } from './ticket-figures';
import { readTargets } from './ticket-targets';
import type { WorkbenchSettings } from './workbench';

/** When and by whose rules the queue is read. */
export interface QueueReading {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly unansweredDays: WorkbenchSettings['unansweredDays'];
}

/** A part of what is asked for. */
export interface QueuePart {
  readonly offset: number;
  readonly limit: number;
}

function wantedOf(
  { view, scope, search, customerId, tagRemoteId, isTimeCriticalOnly }: QueueQuestion,
  { now, unansweredDays }: Pick<QueueReading, 'now' | 'unansweredDays'>,
): PlacesWanted {
  const answeredBy = view === 'unanswered' ? unansweredSince(now, unansweredDays) : null;
  const followedUpBy = holdsDueFollowUps(view) ? stockholmDate(now) : null;
  return {
    scope,
    states: statesInView(view),
    followedUpBy,
    answeredBy,
    search,
    customerId,
    tagRemoteId,
    isTimeCriticalOnly,
  };
}

/**
 * A part of the queue in the domain's order, with why each ticket stands where it does, and how many tickets there are. In a
 * search those come first that are found by number, title and customer, which the row shows.
 */
export async function readQueue(
  database: WorkbenchDatabase,
  { offset, limit, ...question }: QueueQuestion & QueuePart,
  reading: QueueReading,
) {
  if (question.search !== '') await bringIndexInStep(database);
  const wanted = wantedOf(question, reading);
  const { ticketIds, count } = await readPlaces(database, wanted, { offset, limit });
  return { rows: await readRows(database, ticketIds, question.search, reading), offset, count };
}

/** How many tickets are in each view. */
export async function countQueue(
  database: WorkbenchDatabase,
  scope: QueueScope,
  reading: Pick<QueueReading, 'now' | 'unansweredDays'>,
): Promise<Record<QueueViewName, number>> {
  const byState = await countByState(database, scope);
  const states = [...byState.keys()];
  const inStates = (view: QueueViewName) =>
    (statesInView(view) ?? states).reduce((sum, state) => sum + (byState.get(state) ?? 0), 0);
  const unanswered = await countPlaces(database, wantedOf({ ...WORKING_QUEUE, view: 'unanswered', scope }, reading));
  return {
    working: inStates('working') + (await countToFollowUp(database, scope, stockholmDate(reading.now))),
    'waiting-for-customer': inStates('waiting-for-customer'),
    unanswered,
    solved: inStates('solved'),
    all: inStates('all'),
  };
}

/** Where a ticket stands in what is asked for, counted from 0; null: it is not among it. */
export async function findInQueue(
  database: WorkbenchDatabase,
  question: QueueQuestion,
  ticketId: TicketId,
  reading: Pick<QueueReading, 'now' | 'unansweredDays'>,
): Promise<number | null> {
  return findPlace(database, wantedOf(question, reading), ticketId);
}

/** The tickets of a part of the queue, in its order. */
export async function listQueueIds(
  database: WorkbenchDatabase,
  question: QueueQuestion,
  part: QueuePart,
  reading: Pick<QueueReading, 'now' | 'unansweredDays'>,
): Promise<TicketId[]> {
  return listPlaces(database, wantedOf(question, reading), part);
}

/** The rows of these tickets, in the same order. */
async function readRows(
  database: WorkbenchDatabase,
  ticketIds: readonly TicketId[],
  search: string,
  { now, calendar }: QueueReading,
) {
  const tickets = await listTickets(database, ticketIds);
  const countedSeconds = await countSeconds(database, tickets, stockholmDate(now));
  const limits = await listTicketLimits(database, ticketIds);
  const priceLists = await listPriceListsOfCustomers(
    database,
    tickets.flatMap(({ customerId }) => customerId ?? []),
  );
  const figuresOf = ({ id, customerId }: QueueCandidate) => {
    const chargeableSeconds = countedSeconds.get(id) ?? 0;
    const limitSeconds = limits.get(id) ?? DEFAULT_LIMIT_SECONDS;
    const priceList = (customerId && priceLists.get(customerId)) ?? DEFAULT_PRICE_LIST;
    const charge = computeCharge({ chargeableSeconds, priceList, limitMinutes: Math.floor(limitSeconds / 60) });
    return { countedSeconds: chargeableSeconds, limitSeconds, charge: { ...charge, amountOre: null } };
  };
  const timers = new Map((await listOpenTimers(database)).map((timer) => [timer.ticketId, timer.state]));
  const events = await listEvents(database, ticketIds);
  const targets = await readTargets(database, tickets, now, calendar);
  const unread = await listUnread(database, ticketIds);
  const othersOf = await readOthers(database);
  const excerpts = await readExcerpts(database, tickets, search);
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  return ticketIds.flatMap((id) => {
    const ticket = byId.get(id);
    if (ticket === undefined) return [];
    const queued = { ...ticket, escalation: escalationOf(ticket) };
    return {
      id,
      number: ticket.number,
      title: ticket.title,
      customerName: ticket.customerName,
      state: ticket.state,
      stageName: ticket.stageName,
      reason: reasonInQueue(queued),
      inPlaceSince: inPlaceSince(queued),
      timeCriticalCategory: ticket.timeCriticalCategory,
      registeredAt: ticket.registeredAt,
      target: targets.get(id) ?? null,
      followUp: followUpView(handledBy(events.get(id) ?? []).followUpOn, now),
      ...figuresOf(ticket),
      timer: openStateOf(timers.get(id)),
      isMine: ticket.isAssignedToMe === 1,
      assigneeNames: othersOf(ticket),
      answeredAt: ticket.answeredAt,
      unread: unread.get(id) ?? ('none' as const),
      excerpt: excerpts.get(id) ?? null,
    };
  });
}

/** Tells the names of those who have a ticket beside me. */
async function readOthers(database: WorkbenchDatabase): Promise<(ticket: QueueCandidate) => string[]> {
  const userRemoteId = await readUserRemoteId(database);
  const names = await listColleagueNames(database);
  return (ticket) =>
    assigneesOf(ticket).flatMap((remoteId) =>
      remoteId === userRemoteId ? [] : (names.get(remoteId) ?? `#${remoteId}`),
    );
}

function openStateOf(state: 'running' | 'paused' | 'stopped' | undefined): 'none' | 'running' | 'paused' {
  return state === 'running' || state === 'paused' ? state : 'none';
}

/** Seconds that count against each ticket's limit, colleagues' included; the running timer is not in them. */
async function countSeconds(
  database: WorkbenchDatabase,
  tickets: readonly QueueCandidate[],
  day: string,
): Promise<Map<TicketId, number>> {
  const counted = new Map<TicketId, number>();
  const add = (ticketId: TicketId, seconds: number) => counted.set(ticketId, (counted.get(ticketId) ?? 0) + seconds);
  const ticketIds = tickets.map(({ id }) => id);
  for (const { ticketId, verdict, workedSeconds } of await listVerdictTotals(database, ticketIds)) {
    if (countsAgainstLimit(verdict)) add(ticketId, workedSeconds);
  }
  for (const { ticketId, verdict, seconds } of await listNotedSeconds(database, ticketIds)) {
    if (countsAgainstLimit(verdict)) add(ticketId, seconds);
  }
  const agreements = await listAllAgreements(database, day);
  for (const { id, customerId, unlistedSeconds } of tickets) {
    if (unlistedSeconds === 0) continue;
    const held = (customerId && agreements.get(customerId)) ?? [];
    const { verdict } = coverageUnder({ kindOfWork: COLLEAGUES_KIND_OF_WORK, agreements: held, day });
    if (countsAgainstLimit(verdict)) add(id, unlistedSeconds);
  }
  return counted;
}
