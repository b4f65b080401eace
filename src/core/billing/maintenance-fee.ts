/** How the maintenance fee of an agreement follows from the code installed. */
export interface MaintenanceFeeTerms {
  readonly orePerBlock: number;
  /** The fee is paid for each begun block of so many lines. */
  readonly linesPerBlock: number;
  readonly minimumTermMonths: number;
}

/**
 * What holds unless the agreement says otherwise. Source: 002, "en månatliga avgift på 175 kr per 100 rader kod (avrundad
 * upp till närmast 100 rader)", "Avtals period är minst 12 mån."
 */
export const DEFAULT_MAINTENANCE_FEE_TERMS: MaintenanceFeeTerms = {
  orePerBlock: 175_00,
  linesPerBlock: 100,
  minimumTermMonths: 12,
};

/** A maintenance fee, in whole öre. */
export interface MaintenanceFee {
  readonly linesOfCode: number;
  /** Rounded up to whole blocks. */
  readonly chargedLines: number;
  readonly orePerMonth: number;
  readonly minimumTermMonths: number;
  /** What the customer is bound to at least. */
  readonly oreOfMinimumTerm: number;
}

/**
 * The monthly fee for so many lines of code, blank and comment lines not counted. Throws a RangeError for lines that are
 * no whole number or negative. Source: 002, "ODOO MAINTENANCE AND SUPPORT".
 */
export function computeMaintenanceFee(
  linesOfCode: number,
  terms: MaintenanceFeeTerms = DEFAULT_MAINTENANCE_FEE_TERMS,
): MaintenanceFee {
  if (!(Number.isSafeInteger(linesOfCode) && linesOfCode >= 0)) {
    throw new RangeError(`Lines of code must be a whole number: ${linesOfCode}`);
  }
  const blocks = Math.ceil(linesOfCode / terms.linesPerBlock);
  const orePerMonth = blocks * terms.orePerBlock;
  return {
    linesOfCode,
    chargedLines: blocks * terms.linesPerBlock,
    orePerMonth,
    minimumTermMonths: terms.minimumTermMonths,
    oreOfMinimumTerm: orePerMonth * terms.minimumTermMonths,
  };
}
