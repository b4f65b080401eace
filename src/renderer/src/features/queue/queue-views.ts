import type { QueueViewName } from '@ipc/views';

/** The views of the queue, in the order of their tabs. */
export const QUEUE_VIEWS = [
  'working',
  'waiting-for-customer',
  'solved',
  'all',
] as const satisfies readonly QueueViewName[];

/** The view of that name; the working queue for a name that is none. */
export function toQueueView(name: string | null): QueueViewName {
  return QUEUE_VIEWS.find((view) => view === name) ?? 'working';
}
