import type { QueueViewName } from '@ipc/views';

/** The cache keys of everything that is read from the main process. */
export const queryKeys = {
  app: ['app'] as const,
  timers: ['timers'] as const,
  sync: ['sync'] as const,
  queues: ['queue'] as const,
  queue: (view: QueueViewName, search: string) => ['queue', view, search] as const,
  tickets: ['ticket'] as const,
  ticket: (ticketId: string) => ['ticket', ticketId] as const,
};
