import { type Charge, computeCharge } from '@core/billing/charge';
import { countsAgainstLimit } from '@core/billing/four-hour-rule';
import type { Verdict } from '@core/billing/kind-of-work';
import { computeAmountOre } from '@core/billing/money';
import type { MeterView, PriceListView } from '@ipc/limit-views';

const SECONDS_PER_MINUTE = 60;

/** What the work of a timer adds to the charge of its ticket. */
export interface AddedCharge {
  readonly addedMinutes: number;
  /** What they cost as ordinary time; null where the price list has no rate. */
  readonly addedOre: number | null;
  /** The charge of the ticket with it. */
  readonly after: Charge;
  /** The part of this work that is past the limit and will wait here. */
  readonly overSeconds: number;
}

/**
 * What a timer's work adds to the charge of its ticket: the minimum is charged once per ticket and minutes are rounded on
 * its total, so the same work can add more, less or nothing.
 */
export function planAddedCharge({
  meter,
  workedSeconds,
  verdict,
  priceList,
}: {
  meter: MeterView;
  workedSeconds: number;
  verdict: Verdict;
  priceList: PriceListView;
}): AddedCharge {
  const limitMinutes = Math.floor(meter.limitSeconds / SECONDS_PER_MINUTE);
  const chargeOf = (chargeableSeconds: number) => computeCharge({ chargeableSeconds, priceList, limitMinutes });
  const beforeSeconds = meter.countedSeconds - meter.runningSeconds;
  const addedSeconds = countsAgainstLimit(verdict) ? workedSeconds : 0;
  const after = chargeOf(beforeSeconds + addedSeconds);
  const addedMinutes = after.chargedMinutes - chargeOf(beforeSeconds).chargedMinutes;
  const { ratePerHourOre, overtimePermille } = priceList;
  return {
    addedMinutes,
    addedOre: computeAmountOre({ chargedMinutes: addedMinutes, overtimeMinutes: 0, ratePerHourOre, overtimePermille }),
    after,
    overSeconds: Math.max(0, beforeSeconds + addedSeconds - Math.max(meter.limitSeconds, beforeSeconds)),
  };
}
