import { computeCharge, type PriceList } from './charge';
import { compareByTimeOfWork, type WorkEntry } from './work-entry';

/** What each line adds to the charge of its ticket, in minutes. Together they are the charge. */
export interface ChargeIncrements {
  /** What colleagues' time adds of which only the sum is known: it comes first. */
  readonly unlistedMinutes: number;
  /** By the key of the entry, in order of time of work. */
  readonly minutes: ReadonlyMap<string, number>;
}

/**
 * Shares the charge of a ticket out among its counted lines, in order of time of work: each adds what the charge grows by
 * when its seconds join those before. So the first carries the minimum, and what comes within it is free. Does not
 * depend on the order in which the entries are given. Throws a RangeError for figures that cannot be.
 * Source: 001, "The minimum charge is 30 mins as per your pricelist"; the share of each line is our reading.
 */
export function computeChargeIncrements({
  entries,
  unlistedSeconds,
  priceList,
  limitMinutes,
}: {
  entries: readonly WorkEntry[];
  unlistedSeconds: number;
  priceList: PriceList;
  limitMinutes: number;
}): ChargeIncrements {
  const chargeOf = (chargeableSeconds: number) =>
    computeCharge({ chargeableSeconds, priceList, limitMinutes }).chargedMinutes;
  const unlistedMinutes = chargeOf(unlistedSeconds);
  let seconds = unlistedSeconds;
  let charged = unlistedMinutes;
  const minutes = [...entries].sort(compareByTimeOfWork).map(({ key, workedSeconds }) => {
    seconds += workedSeconds;
    const before = charged;
    charged = chargeOf(seconds);
    return [key, charged - before] as const;
  });
  return { unlistedMinutes, minutes: new Map(minutes) };
}
