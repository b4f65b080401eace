import { type PeriodKind, periodKindSchema, periodOf } from '@core/reports/report-period';
import { addDays, daysBetween } from '@core/time/stockholm-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('the periods of reports', () => {
  it.each<[PeriodKind, string, string, string]>([
    ['this-week', '2026-11-25', '2026-11-23', '2026-11-29'],
    ['this-week', '2027-01-01', '2026-12-28', '2027-01-03'],
    ['last-week', '2026-11-23', '2026-11-16', '2026-11-22'],
    ['this-month', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['last-month', '2027-01-15', '2026-12-01', '2026-12-31'],
    ['this-quarter', '2026-11-25', '2026-10-01', '2026-12-31'],
    ['this-year', '2026-11-25', '2026-01-01', '2026-12-31'],
    ['last-year', '2026-11-25', '2025-01-01', '2025-12-31'],
  ])('%s as seen from %s is %s to %s', (kind, today, from, to) => {
    expect(periodOf(kind, today)).toEqual({ from, to });
  });

  it('holds today where it is this one, and ends before it begins where it is the last', () => {
    fc.assert(
      fc.property(fc.constantFrom(...periodKindSchema.options), fc.integer({ min: 0, max: 12_000 }), (kind, days) => {
        const today = addDays('2015-01-01', days);
        const { from, to } = periodOf(kind, today);
        expect(daysBetween(from, to)).toBeGreaterThanOrEqual(6);
        if (kind.startsWith('this')) expect(from <= today && today <= to).toBe(true);
        else expect(to < periodOf(kind.replace('last', 'this') as PeriodKind, today).from).toBe(true);
      }),
    );
  });
});
