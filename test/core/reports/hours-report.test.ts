import { customerIdSchema, ticketIdSchema } from '@core/ids';
import {
  groupHours,
  hoursByDate,
  hoursByMonth,
  monthsBetween,
  type ReportedWork,
  sumHours,
} from '@core/reports/hours-report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const id = (place: number) => `00000000-0000-7000-8000-00000000000${place}`;
const [FIRST, SECOND, THIRD] = [1, 2, 3].map((place) => customerIdSchema.parse(id(place)));
const tickets = [4, 5, 6, 7].map((place) => ticketIdSchema.parse(id(place)));

function work(part: Partial<ReportedWork>): ReportedWork {
  return {
    date: '2026-11-25',
    customerId: FIRST ?? null,
    ticketId: tickets[0] ?? null,
    kindOfWork: 'general-user-support',
    verdict: 'chargeable',
    workedSeconds: 600,
    chargedMinutes: 30,
    ...part,
  };
}

const anyWork = fc.record({
  date: fc.constantFrom('2026-11-23', '2026-11-24', '2026-12-01'),
  customerId: fc.constantFrom(FIRST ?? null, SECOND ?? null, THIRD ?? null, null),
  ticketId: fc.option(fc.constantFrom(...tickets)),
  kindOfWork: fc.constantFrom('general-user-support' as const, 'bug-analysis' as const),
  verdict: fc.constantFrom('chargeable' as const, 'included' as const, 'undecided' as const),
  workedSeconds: fc.integer({ min: 0, max: 100_000 }),
  chargedMinutes: fc.integer({ min: 0, max: 2_000 }),
});

describe('hours in a report', () => {
  it('adds worked time up by verdict and counts tickets once', () => {
    const sum = sumHours([
      work({}),
      work({ workedSeconds: 60, chargedMinutes: 0, verdict: 'included' }),
      work({ ticketId: null, verdict: 'not-charged', workedSeconds: 30, chargedMinutes: 0 }),
    ]);
    expect(sum).toEqual({
      workedSeconds: 690,
      chargedMinutes: 30,
      secondsByVerdict: { chargeable: 600, included: 60, 'always-separate': 0, 'not-charged': 30, undecided: 0 },
      lineCount: 3,
      ticketCount: 1,
    });
  });

  it('puts whoever took the most time first', () => {
    const rows = groupHours(
      [work({}), work({ customerId: SECOND ?? null, workedSeconds: 700 })],
      ({ customerId }) => customerId,
    );
    expect(rows.map(({ key }) => key)).toEqual([SECOND, FIRST]);
  });

  it('shows days and months without work too', () => {
    expect(hoursByDate([work({})], ['2026-11-24', '2026-11-25']).map(({ workedSeconds }) => workedSeconds)).toEqual([
      0, 600,
    ]);
    const months = hoursByMonth([work({ date: '2027-01-04' })], '2026-11-30', '2027-01-31');
    expect(months.map(({ key, workedSeconds }) => [key, workedSeconds])).toEqual([
      ['2026-11', 0],
      ['2026-12', 0],
      ['2027-01', 600],
    ]);
    expect(monthsBetween('2026-12-01', '2026-11-30')).toEqual([]);
  });

  it('loses and doubles nothing, by whatever it is grouped', () => {
    fc.assert(
      fc.property(fc.array(anyWork), (all) => {
        const whole = sumHours(all);
        const groupings = [
          groupHours(all, ({ customerId }) => customerId),
          groupHours(all, ({ verdict }) => verdict),
          hoursByMonth(all, '2026-11-01', '2026-12-31'),
        ];
        for (const rows of groupings) {
          expect(rows.reduce((sum, row) => sum + row.workedSeconds, 0)).toBe(whole.workedSeconds);
          expect(rows.reduce((sum, row) => sum + row.chargedMinutes, 0)).toBe(whole.chargedMinutes);
          expect(rows.reduce((sum, row) => sum + row.lineCount, 0)).toBe(all.length);
          for (const row of rows) {
            const ofVerdicts = Object.values(row.secondsByVerdict).reduce((sum, seconds) => sum + seconds, 0);
            expect(ofVerdicts).toBe(row.workedSeconds);
          }
        }
      }),
    );
  });
});
