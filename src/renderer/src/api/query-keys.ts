import type { RequestInput } from '@ipc/contract';
import type { QueueViewName } from '@ipc/views';

/** The cache keys of everything that is read from the main process. */
export const queryKeys = {
  app: ['app'] as const,
  clock: ['clock'] as const,
  timers: ['timers'] as const,
  sync: ['sync'] as const,
  queues: ['queue'] as const,
  queue: (view: QueueViewName, search: string) => ['queue', view, search] as const,
  timesheets: ['timesheet'] as const,
  timesheet: (from: string, to: string) => ['timesheet', from, to] as const,
  suggestions: (ticketId: string | null) => ['timesheet', 'suggestions', ticketId] as const,
  prices: ['prices'] as const,
  services: ['services'] as const,
  allPacks: ['packs'] as const,
  packs: (customerId: string) => ['packs', customerId] as const,
  importPreview: (task: RequestInput<'imports:preview'>) => ['imports', task] as const,
  backups: ['backups'] as const,
  choices: ['choices'] as const,
  mapping: ['mapping'] as const,
  unfiled: ['unfiled'] as const,
  tickets: ['ticket'] as const,
  attachments: (ticketId: string) => ['attachments', ticketId] as const,
  ticket: (ticketId: string) => ['ticket', ticketId] as const,
};
