import { queryKeys } from '../../api/query-keys';

/** What shows money or prepaid time, and is read again when a price list or a pack changes. */
export const PRICE_CHANGES = [queryKeys.prices, queryKeys.allPacks, queryKeys.tickets, queryKeys.queues] as const;

/** As {@link PRICE_CHANGES}, and the stages and names that come with imported tickets. */
export const IMPORT_CHANGES = [...PRICE_CHANGES, queryKeys.mapping, queryKeys.choices] as const;
