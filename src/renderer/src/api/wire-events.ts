import type { QueryClient } from '@tanstack/react-query';
import { listen } from './client';
import { forgetPortal } from './forget-portal';
import { queryKeys } from './query-keys';

/** Lets what the main process tells flow into the cache: small facts are written, large ones are read again. */
export function wireEventsToCache(queryClient: QueryClient) {
  listen('timer:beat', (timers) => queryClient.setQueryData(queryKeys.timers, timers));
  listen('timer:changed', (timers) => {
    queryClient.setQueryData(queryKeys.timers, timers);
    void queryClient.invalidateQueries({ queryKey: queryKeys.timesheets });
    void queryClient.invalidateQueries({ queryKey: queryKeys.queues });
    void queryClient.invalidateQueries({ queryKey: queryKeys.tickets });
  });
  listen('timesheet:changed', () => {
    void queryClient.invalidateQueries({ queryKey: queryKeys.timesheets });
    void queryClient.invalidateQueries({ queryKey: queryKeys.tickets });
  });
  listen('sync:changed', (sync) => queryClient.setQueryData(queryKeys.sync, sync));
  listen('portal:left', () => forgetPortal(queryClient));
  listen('app:changed', () => void queryClient.invalidateQueries({ queryKey: queryKeys.app }));
  listen('queue:changed', () => void queryClient.invalidateQueries({ queryKey: queryKeys.queues }));
  listen('ticket:changed', ({ ticketId }) => {
    const queryKey = ticketId === null ? queryKeys.tickets : queryKeys.ticket(ticketId);
    void queryClient.invalidateQueries({ queryKey });
    void queryClient.invalidateQueries({ queryKey: queryKeys.unfiled });
    // A sync brings what customers have agreed on and prepaid with their tickets.
    if (ticketId !== null) return;
    for (const ofCustomers of [queryKeys.agreements, queryKeys.allPacks, queryKeys.prices]) {
      void queryClient.invalidateQueries({ queryKey: ofCustomers });
    }
  });
}
