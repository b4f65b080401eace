import { queryKeys } from '../../api/query-keys';
import { PRICE_CHANGES } from './price-changes';

/** What shows agreements, verdicts or what follows from them. */
export const AGREEMENT_CHANGES = [queryKeys.agreements, queryKeys.timesheets, ...PRICE_CHANGES] as const;
