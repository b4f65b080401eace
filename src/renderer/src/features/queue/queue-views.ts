import { type QueueScope, type QueueViewName, queueScopeSchema, queueViewNameSchema } from '@core/ticket/queue-view';

/** The views of the queue, in the order of their tabs. */
export const QUEUE_VIEWS: readonly QueueViewName[] = queueViewNameSchema.options;

/** The view of that name; the working queue for a name that is none. */
export function toQueueView(name: string | null): QueueViewName {
  return QUEUE_VIEWS.find((view) => view === name) ?? 'working';
}

/** Whose tickets can be looked at. */
export const QUEUE_SCOPES: readonly QueueScope[] = queueScopeSchema.options;
