import { sumTotals, type TotalledLine, totalsByDate } from '@core/timesheet/totals';
import { describe, expect, it } from 'vitest';

function line(values: Partial<TotalledLine> = {}): TotalledLine {
  return {
    date: '2026-11-23',
    workedSeconds: 3600,
    verdict: 'chargeable',
    unapprovedSeconds: 0,
    onPortalSeconds: 0,
    chargedMinutes: 0,
    ...values,
  };
}

describe('the totals', () => {
  it('are nothing of nothing', () => {
    expect(sumTotals([])).toEqual({
      workedSeconds: 0,
      chargedMinutes: 0,
      includedSeconds: 0,
      notChargedSeconds: 0,
      unapprovedSeconds: 0,
      notYetSentSeconds: 0,
    });
  });

  it('sum worked, charged, included, not charged, unapproved and not yet sent time', () => {
    expect(
      sumTotals([
        line({ chargedMinutes: 61, onPortalSeconds: 3600 }),
        line({ unapprovedSeconds: 600, onPortalSeconds: 1200, chargedMinutes: 30 }),
        line({ verdict: 'included' }),
        line({ verdict: 'not-charged' }),
        line({ verdict: 'undecided' }),
        line({ verdict: 'always-separate', workedSeconds: 60, onPortalSeconds: 90 }),
      ]),
    ).toEqual({
      workedSeconds: 5 * 3600 + 60,
      chargedMinutes: 91,
      includedSeconds: 3600,
      notChargedSeconds: 3600,
      unapprovedSeconds: 600,
      notYetSentSeconds: 1800 + 3 * 3600,
    });
  });

  it('of the dates add up to those of the week', () => {
    const lines = [line(), line({ date: '2026-11-24' }), line({ date: '2026-11-24', verdict: 'included' })];
    const days = totalsByDate(['2026-11-23', '2026-11-24', '2026-11-25'], lines);
    expect(days.map(({ date, totals }) => [date, totals.workedSeconds])).toEqual([
      ['2026-11-23', 3600],
      ['2026-11-24', 7200],
      ['2026-11-25', 0],
    ]);
    expect(days.reduce((sum, { totals }) => sum + totals.workedSeconds, 0)).toBe(sumTotals(lines).workedSeconds);
  });
});
