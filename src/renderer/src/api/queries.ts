import type { QueueViewName, TimersView } from '@ipc/views';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { call } from './client';
import { queryKeys } from './query-keys';

/** The app itself: which screen, which settings, which versions. */
export const appQuery = queryOptions({ queryKey: queryKeys.app, queryFn: () => call('app:read', {}) });

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

/**
 * What a component needs of the timers. It is drawn again only when the selected part changes, not at every beat.
 * `select` has to be a stable function.
 */
export function useTimers<Selected>(select: (timers: TimersView) => Selected): Selected | undefined {
  return useQuery({ ...timersQuery, select }).data;
}
