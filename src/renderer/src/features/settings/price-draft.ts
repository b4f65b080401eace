import { formatKronorInput, parseKronor } from '@core/billing/kronor';
import { formatFactor, parseFactor, parseMinimumMinutes, parseStepMinutes } from '@core/billing/price-text';
import { fail, type Outcome, succeed } from '@core/outcome';
import type { PriceListView } from '@ipc/limit-views';

/** A price list as its form holds it: everything as typed. */
export interface PriceDraft {
  readonly name: string;
  readonly minimum: string;
  readonly step: string;
  /** Empty: no money is shown. */
  readonly rate: string;
  readonly overtime: string;
}

/** A field of the form. */
export type PriceField = keyof PriceDraft;

/** The form of a price list, or that of a new one, which begins as the terms' own. */
export function toPriceDraft(priceList: PriceListView, isNew: boolean): PriceDraft {
  return {
    name: isNew ? '' : priceList.name,
    minimum: String(priceList.minimumMinutes),
    step: String(priceList.stepMinutes),
    rate: priceList.ratePerHourOre === null ? '' : formatKronorInput(priceList.ratePerHourOre),
    overtime: formatFactor(priceList.overtimePermille),
  };
}

/** Reads the form. Answers every field that cannot be read. */
export function readPriceDraft(
  draft: PriceDraft,
  id: PriceListView['id'],
): Outcome<PriceListView, ReadonlySet<PriceField>> {
  const name = draft.name.trim();
  const minimumMinutes = parseMinimumMinutes(draft.minimum);
  const stepMinutes = parseStepMinutes(draft.step);
  const rate = draft.rate.trim() === '' ? succeed(null) : parseKronor(draft.rate);
  const overtimePermille = parseFactor(draft.overtime);
  const wrong = new Set<PriceField>();
  if (name === '') wrong.add('name');
  if (!rate.ok) wrong.add('rate');
  if (minimumMinutes === null) wrong.add('minimum');
  if (stepMinutes === null) wrong.add('step');
  if (overtimePermille === null) wrong.add('overtime');
  if (!rate.ok || minimumMinutes === null || stepMinutes === null || overtimePermille === null || wrong.size > 0) {
    return fail(wrong);
  }
  return succeed({ id, name, minimumMinutes, stepMinutes, ratePerHourOre: rate.value, overtimePermille });
}
