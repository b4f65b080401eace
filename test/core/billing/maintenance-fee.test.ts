import { computeMaintenanceFee } from '@core/billing/maintenance-fee';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const KRONA = 100;

describe('the maintenance fee', () => {
  it.each([
    [0, 0],
    [1, 175],
    [100, 175],
    [101, 350],
    [1234, 13 * 175],
  ])(
    'of %d lines is %d kr a month: "175 kr per 100 rader kod (avrundad upp till närmast 100 rader)"',
    (lines, kronor) => {
      expect(computeMaintenanceFee(lines).orePerMonth).toBe(kronor * KRONA);
    },
  );

  it('binds for a year: "Avtals period är minst 12 mån."', () => {
    expect(computeMaintenanceFee(1234)).toEqual({
      linesOfCode: 1234,
      chargedLines: 1300,
      orePerMonth: 2275 * KRONA,
      minimumTermMonths: 12,
      oreOfMinimumTerm: 27_300 * KRONA,
    });
  });

  it('is another where the agreement says so: "Om inte annat anges i slutet av avtalet"', () => {
    const terms = { orePerBlock: 200 * KRONA, linesPerBlock: 50, minimumTermMonths: 6 };
    expect(computeMaintenanceFee(51, terms)).toMatchObject({
      chargedLines: 100,
      orePerMonth: 400 * KRONA,
      oreOfMinimumTerm: 2400 * KRONA,
    });
  });

  it('pays for every line and for fewer than a hundred more', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), (lines) => {
        const { chargedLines, orePerMonth } = computeMaintenanceFee(lines);
        expect(chargedLines - lines).toBeGreaterThanOrEqual(0);
        expect(chargedLines - lines).toBeLessThan(100);
        expect(orePerMonth * 100).toBe(chargedLines * 175 * KRONA);
      }),
    );
  });

  it.each([-1, 0.5, Number.NaN])('is none for %d lines', (lines) => {
    expect(() => computeMaintenanceFee(lines)).toThrow(RangeError);
  });
});
