import type { TicketId } from '@core/ids';
import type { QueueViewName, TimersView } from '@ipc/views';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { queryKeys } from './query-keys';

/** The app itself: which screen, which settings, which versions. */
export const appQuery = queryOptions({ queryKey: queryKeys.app, queryFn: () => call('app:read', {}) });

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

/** The connection, and what waits to be sent. */
export const syncQuery = queryOptions({ queryKey: queryKeys.sync, queryFn: () => call('sync:read', {}) });

/** One view of the queue, searched. */
export function queueQuery(view: QueueViewName, search: string) {
  return queryOptions({
    queryKey: queryKeys.queue(view, search),
    queryFn: () => call('queue:list', { view, search }),
    placeholderData: keepPreviousData,
  });
}

/** One ticket with everything on it. */
export function ticketQuery(ticketId: string) {
  return queryOptions({ queryKey: queryKeys.ticket(ticketId), queryFn: () => call('ticket:read', { ticketId }) });
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
