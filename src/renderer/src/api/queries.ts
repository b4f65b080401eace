import type { TicketId } from '@core/ids';
import { QUEUE_PAGE_ROWS } from '@core/ticket/queue-page';
import { type QueueQuestion, type QueueScope, WORKING_QUEUE } from '@core/ticket/queue-view';
import type { TimersView } from '@ipc/timer-views';
import { keepPreviousData, queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { oneSearchAtATime } from './one-search-at-a-time';
import { queryKeys } from './query-keys';

/** The app itself: which screen, which settings, which versions. */
export const appQuery = queryOptions({ queryKey: queryKeys.app, queryFn: () => call('app:read', {}) });

/** The portals that are known on this computer. What waits in each changes without a word: each look reads them again. */
export const portalsQuery = queryOptions({
  queryKey: queryKeys.portals,
  queryFn: () => call('portals:list', {}),
  refetchOnMount: 'always',
});

/** How often the time is asked for where no beat of a timer tells it. */
const CLOCK_EVERY_MS = 20_000;

/** What time it is, for views that draw it. It is asked again while such a view is shown. */
export const clockQuery = queryOptions({
  queryKey: queryKeys.clock,
  queryFn: () => call('clock:read', {}),
  staleTime: 0,
  refetchInterval: CLOCK_EVERY_MS,
  refetchOnWindowFocus: 'always',
});

/** The running timer and the paused ones. Written by every beat. */
export const timersQuery = queryOptions({ queryKey: queryKeys.timers, queryFn: () => call('timer:read', {}) });

/** How often the time of a call is read while its form is open. */
const CALL_EVERY_MS = 1000;

/** The call that is being taken down. */
export const callQuery = queryOptions({
  queryKey: queryKeys.call,
  queryFn: () => call('call:read', {}),
  refetchInterval: CALL_EVERY_MS,
  staleTime: 0,
});

/** The connection, and what waits to be sent. */
export const syncQuery = queryOptions({ queryKey: queryKeys.sync, queryFn: () => call('sync:read', {}) });

/** One page of what is asked of the queue; its rows begin at `page` times so many. */
export function queuePageQuery(question: QueueQuestion, page = 0) {
  const input = { ...question, offset: page * QUEUE_PAGE_ROWS };
  return queryOptions({
    queryKey: queryKeys.queuePage(question, page),
    queryFn: ({ signal }) =>
      question.search === '' ? call('queue:list', input) : oneSearchAtATime(signal, () => call('queue:list', input)),
    // Pages that are not looked at are not kept: there can be a thousand of them.
    gcTime: 30_000,
  });
}

/** All tickets that are here, searched: what is chosen from. */
export function ticketsQuery(search: string) {
  return queryOptions({
    ...queuePageQuery({ ...WORKING_QUEUE, view: 'all', scope: 'team', search }),
    placeholderData: keepPreviousData,
  });
}

/** How many tickets are in each view of the queue. */
export function queueCountsQuery(scope: QueueScope) {
  return queryOptions({
    queryKey: queryKeys.queueCounts(scope),
    queryFn: () => call('queue:counts', { scope }),
    placeholderData: keepPreviousData,
  });
}

/** Where a ticket stands in what is asked of the queue. Nothing is asked about no ticket. */
export function queuePlaceQuery(question: QueueQuestion, ticketId: TicketId | null) {
  return queryOptions({
    queryKey: queryKeys.queuePlace(question, ticketId),
    queryFn: ticketId === null ? skipToken : () => call('queue:place', { question, ticketId }),
    gcTime: 30_000,
  });
}

/** The filters a person has saved. */
export const savedFiltersQuery = queryOptions({
  queryKey: queryKeys.savedFilters,
  queryFn: () => call('queue:filters', {}),
});

/** One ticket with everything on it. */
export function ticketQuery(ticketId: string) {
  return queryOptions({ queryKey: queryKeys.ticket(ticketId), queryFn: () => call('ticket:read', { ticketId }) });
}

/** What is behind a ticket: intake, faults, coverage, customer. Read again with the ticket. */
export function detailsQuery(ticketId: string) {
  return queryOptions({ queryKey: queryKeys.details(ticketId), queryFn: () => call('details:read', { ticketId }) });
}

/** The files on a ticket as they were last listed; no portal is asked. */
export function attachmentsQuery(ticketId: string) {
  return queryOptions({
    queryKey: queryKeys.attachments(ticketId),
    queryFn: () => call('attachment:list', { ticketId }),
    refetchOnMount: 'always',
  });
}

/** What can be chosen for a ticket. A sync can bring other lists without telling: each look reads them again. */
export const choicesQuery = queryOptions({
  queryKey: queryKeys.choices,
  queryFn: () => call('ticket:choices', {}),
  refetchOnMount: 'always',
});

/** What of the portal maps to what here. A sync can bring other stages without telling: each look reads them again. */
export const mappingQuery = queryOptions({
  queryKey: queryKeys.mapping,
  queryFn: () => call('mapping:read', {}),
  refetchOnMount: 'always',
});

/** The drafts of screen dumps that are on no ticket. */
export const unfiledQuery = queryOptions({
  queryKey: queryKeys.unfiled,
  queryFn: () => call('screenshot:list-unfiled', {}),
});

/** My lines from one Stockholm date to another, both included, with their sums and what waits for a decision. */
export function timesheetQuery(from: string, to: string) {
  return queryOptions({
    queryKey: queryKeys.timesheet(from, to),
    queryFn: () => call('timesheet:read', { from, to }),
  });
}

/** Descriptions to choose from for a line on that ticket, or on none. */
export function suggestionsQuery(ticketId: TicketId | null) {
  return queryOptions({
    queryKey: queryKeys.suggestions(ticketId),
    queryFn: () => call('timesheet:suggest', { ticketId }),
  });
}

/** Hours from one Stockholm date to another, both included. What they add up to changes with every line: each look reads again. */
export function hoursReportQuery(from: string, to: string, scope: 'mine' | 'everyone') {
  return queryOptions({
    queryKey: queryKeys.hoursReport(from, to, scope),
    queryFn: () => call('report:hours', { from, to, scope }),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
}

/** What was attained of the targets by the tickets that were registered from one Stockholm date to another. */
export function attainmentQuery(from: string, to: string) {
  return queryOptions({
    queryKey: queryKeys.attainmentReport(from, to),
    queryFn: () => call('report:attainment', { from, to }),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
}

/** Time that waits for approval, and the support packs, as they stand now. */
export const standingReportQuery = queryOptions({
  queryKey: queryKeys.standingReport,
  queryFn: () => call('report:standing', {}),
  refetchOnMount: 'always',
});

/** The price lists, and which customer is on which. */
export const pricesQuery = queryOptions({ queryKey: queryKeys.prices, queryFn: () => call('prices:read', {}) });

/** The customers, and who of them is served at hours of its own. */
export const servicesQuery = queryOptions({ queryKey: queryKeys.services, queryFn: () => call('service:read', {}) });

/** The backups of the file in use. Nothing tells of one that was made by itself: each look reads them again. */
export const backupsQuery = queryOptions({
  queryKey: queryKeys.backups,
  queryFn: () => call('backups:read', {}),
  refetchOnMount: 'always',
});

/** What each customer has agreed on. */
export const agreementsQuery = queryOptions({
  queryKey: queryKeys.agreements,
  queryFn: () => call('agreements:read', {}),
});

/** The support packs of one customer. */
export function packsQuery(customerId: string) {
  return queryOptions({ queryKey: queryKeys.packs(customerId), queryFn: () => call('packs:read', { customerId }) });
}

/**
 * What a component needs of the timers. It is drawn again only when the selected part changes, not at every beat.
 * `select` has to be a stable function.
 */
export function useTimers<Selected>(select: (timers: TimersView) => Selected): Selected | undefined {
  return useQuery({ ...timersQuery, select }).data;
}
