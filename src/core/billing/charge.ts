const SECONDS_PER_MINUTE = 60;

/** How a price list turns worked time into charged time. */
export interface PriceList {
  /** Least minutes of a ticket that has chargeable time at all. */
  readonly minimumMinutes: number;
  /** Charged minutes are a multiple of this. */
  readonly stepMinutes: number;
}

/** Source: 004, "On Demand Support": "at minimum 30 min per request"; the step of one minute is our reading. */
export const DEFAULT_PRICE_LIST: PriceList = { minimumMinutes: 30, stepMinutes: 1 };

/** What one ticket costs in minutes, and why that differs from what was worked. */
export interface Charge {
  readonly workedMinutes: number;
  readonly chargedMinutes: number;
  readonly reason: 'nothing-chargeable' | 'minimum' | 'rounded-up' | 'exact' | 'held-at-limit';
}

function requireThat(isMet: boolean, message: string): void {
  if (!isMet) throw new RangeError(message);
}

/**
 * The charge of one ticket, over all its chargeable and always-separate seconds by all consultants. Seconds become
 * minutes once, on the total, half up; a total below half a minute is no chargeable time. Charged is the larger of the
 * minimum and the total rounded up to the step, and never more than the limit: what was worked beyond it is not approved.
 * Throws a RangeError for negative figures and for a step below one minute.
 * Source: 001, "The minimum charge is 30 mins as per your pricelist" and "The 4 hour rule".
 */
export function computeCharge({
  chargeableSeconds,
  priceList: { minimumMinutes, stepMinutes },
  limitMinutes,
}: {
  chargeableSeconds: number;
  priceList: PriceList;
  limitMinutes: number;
}): Charge {
  requireThat(chargeableSeconds >= 0, `Chargeable seconds must not be negative: ${chargeableSeconds}`);
  requireThat(minimumMinutes >= 0 && limitMinutes >= 0, 'Minimum and limit must not be negative');
  requireThat(Number.isInteger(stepMinutes) && stepMinutes >= 1, `The step must be whole minutes: ${stepMinutes}`);

  const workedMinutes = Math.floor((chargeableSeconds + SECONDS_PER_MINUTE / 2) / SECONDS_PER_MINUTE);
  if (workedMinutes === 0) return { workedMinutes, chargedMinutes: 0, reason: 'nothing-chargeable' };

  const steppedMinutes = Math.ceil(workedMinutes / stepMinutes) * stepMinutes;
  const unheldMinutes = Math.max(minimumMinutes, steppedMinutes);
  if (unheldMinutes > limitMinutes) return { workedMinutes, chargedMinutes: limitMinutes, reason: 'held-at-limit' };
  if (unheldMinutes === workedMinutes) return { workedMinutes, chargedMinutes: workedMinutes, reason: 'exact' };
  const reason = steppedMinutes < minimumMinutes ? 'minimum' : 'rounded-up';
  return { workedMinutes, chargedMinutes: unheldMinutes, reason };
}
