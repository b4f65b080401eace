import type { TicketId } from '@core/ids';
import { QUEUE_PAGE_ROWS } from '@core/ticket/queue-page';
import type { QueueQuestion } from '@core/ticket/queue-view';
import type { QueueRow, QueueView } from '@ipc/queue-views';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { queuePageQuery, queuePlaceQuery } from '../../api/queries';
import { queryKeys } from '../../api/query-keys';

/** The pages of the queue that these rows are on, in order. */
export function pagesOf(indexes: readonly number[]): number[] {
  return [...new Set(indexes.map((index) => Math.floor(index / QUEUE_PAGE_ROWS)))].toSorted((a, b) => a - b);
}

/** The rows at these places of what is asked for, as far as they have come. Only their pages are read. */
export function useQueueRows(question: QueueQuestion, indexes: readonly number[]): ReadonlyMap<number, QueueRow> {
  const answers = useQueries({ queries: pagesOf(indexes).map((page) => queuePageQuery(question, page)) });
  return new Map(
    answers.flatMap(({ data }) =>
      (data?.rows ?? []).map((row, index): [number, QueueRow] => [(data?.offset ?? 0) + index, row]),
    ),
  );
}

/** Where the open ticket stands in what is asked for; -1: nowhere in it, or nobody knows yet. */
export function useOpenIndex(question: QueueQuestion, ticketId: TicketId | null): number {
  const queryClient = useQueryClient();
  // The list always reads the page of the open ticket: once it is here, its rows say it.
  let index = -1;
  for (const [, page] of queryClient.getQueriesData<QueueView>({ queryKey: queryKeys.queuePages(question) })) {
    const onPage = page?.rows.findIndex(({ id }) => id === ticketId) ?? -1;
    if (page !== undefined && onPage >= 0) index = page.offset + onPage;
  }
  // In a search it is a matter of all that is found, and nobody misses it there.
  const isSought = index < 0 && question.search === '';
  const place = useQuery(queuePlaceQuery(question, isSought ? ticketId : null));
  return index >= 0 ? index : (place.data?.index ?? -1);
}
