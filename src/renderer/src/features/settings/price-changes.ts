import { queryKeys } from '../../api/query-keys';

/** What shows money or prepaid time, and is read again when a price list or a pack changes. */
export const PRICE_CHANGES = [queryKeys.prices, queryKeys.allPacks, queryKeys.tickets, queryKeys.queues] as const;
