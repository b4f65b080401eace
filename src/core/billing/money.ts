const MINUTES_PER_HOUR = 60n;
const PERMILLE = 1000n;

function roundedHalfUp(numerator: bigint, denominator: bigint): number {
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/**
 * What charged minutes cost, in öre; null where the price list has no rate. Overtime minutes (those confirmed; never more
 * than the charged ones) cost `overtimePermille` of the rate: the factor changes the money and never the minutes. Whole
 * numbers all the way, rounded half up once. Throws a RangeError for negative figures and a factor below 1000.
 * Source: 004, "will be charged hourly"; 000, "Escalated issues may attract overtime charges".
 */
export function computeAmountOre({
  chargedMinutes,
  overtimeMinutes,
  ratePerHourOre,
  overtimePermille,
}: {
  chargedMinutes: number;
  overtimeMinutes: number;
  ratePerHourOre: number | null;
  overtimePermille: number;
}): number | null {
  const isSound = chargedMinutes >= 0 && overtimeMinutes >= 0 && overtimePermille >= 1000 && (ratePerHourOre ?? 0) >= 0;
  if (!isSound)
    throw new RangeError('Minutes and rate must not be negative, and overtime costs no less than other time');
  if (ratePerHourOre === null) return null;
  const ordinary = BigInt(chargedMinutes) * PERMILLE;
  const surcharge = BigInt(Math.min(overtimeMinutes, chargedMinutes)) * (BigInt(overtimePermille) - PERMILLE);
  return roundedHalfUp(BigInt(ratePerHourOre) * (ordinary + surcharge), MINUTES_PER_HOUR * PERMILLE);
}
