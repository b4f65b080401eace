import { fail, type Outcome, succeed } from '@core/outcome';
import type { PriceListView } from '@ipc/limit-views';
import { formatKronorInput, parseKronor } from '../../ui/kronor';

const MOST_MINIMUM_MINUTES = 480;
const MOST_STEP_MINUTES = 60;
const PERMILLE = 1000;
const MOST_FACTOR_PERMILLE = 10_000;

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

/** A factor in permille as it is written: `1,5`. */
export function formatFactor(permille: number): string {
  const decimals = String(permille % PERMILLE)
    .padStart(3, '0')
    .replace(/0+$/u, '');
  return `${Math.trunc(permille / PERMILLE)}${decimals === '' ? '' : `,${decimals}`}`;
}

/** Reads a factor such as `1,5` or `2`, in permille; null when it is none, or below 1. */
export function parseFactor(text: string): number | null {
  const parts = /^(\d{1,2})(?:[.,](\d{1,3}))?$/u.exec(text.trim());
  if (parts === null) return null;
  const permille = Number(parts[1]) * PERMILLE + Number((parts[2] ?? '').padEnd(3, '0'));
  return permille >= PERMILLE && permille <= MOST_FACTOR_PERMILLE ? permille : null;
}

function parseMinutes(text: string, least: number, most: number): number | null {
  const written = text.trim().replace(/\s*min$/u, '');
  if (!/^\d{1,3}$/u.test(written)) return null;
  const minutes = Number(written);
  return minutes >= least && minutes <= most ? minutes : null;
}

/** Reads the form. Answers every field that cannot be read. */
export function readPriceDraft(
  draft: PriceDraft,
  id: PriceListView['id'],
): Outcome<PriceListView, ReadonlySet<PriceField>> {
  const name = draft.name.trim();
  const minimumMinutes = parseMinutes(draft.minimum, 0, MOST_MINIMUM_MINUTES);
  const stepMinutes = parseMinutes(draft.step, 1, MOST_STEP_MINUTES);
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
