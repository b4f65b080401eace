import type { QueueQuestion } from '@core/ticket/queue-view';

/** Whether something narrows what is asked for that neither the tabs nor the search box show. */
export function isFiltered({ customerId, tagRemoteId, isTimeCriticalOnly }: QueueQuestion): boolean {
  return customerId !== null || tagRemoteId !== null || isTimeCriticalOnly;
}

/** The same without it. */
export function withoutFilter(question: QueueQuestion): QueueQuestion {
  return { ...question, customerId: null, tagRemoteId: null, isTimeCriticalOnly: false };
}
