import { computeOvertimeSeconds, isOvertimeCharged, overtimeStateOf } from '@core/billing/overtime';
import { addMs } from '@core/time/instant';
import type { Interval } from '@core/time/interval';
import { createSwedishCalendar } from '@core/time/swedish-holidays';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND, stockholm } from '../builders';

const calendar = createSwedishCalendar();

function overtimeMinutes(...stretches: [from: string, minutes: number][]): number {
  const intervals = stretches.map(([from, minutes]) => ({ startedAt: stockholm(from), durationMs: minutes * MINUTE }));
  const workedSeconds = stretches.reduce((sum, [, minutes]) => sum + minutes * 60, 0);
  return computeOvertimeSeconds({ intervals, workedSeconds, calendar }) / 60;
}

describe('overtime of a line: "Monday to Friday (excluding public holidays)", "07:00 - 18:00"', () => {
  it('is what lies outside service hours, split at the boundary', () => {
    expect(overtimeMinutes(['2026-11-23 09:00', 60])).toBe(0);
    expect(overtimeMinutes(['2026-11-23 17:30', 60])).toBe(30);
    expect(overtimeMinutes(['2026-11-23 06:30', 60])).toBe(30);
    expect(overtimeMinutes(['2026-11-23 06:00', 13 * 60])).toBe(2 * 60);
    expect(overtimeMinutes(['2026-11-23 18:00', 60])).toBe(60);
  });

  it('is all of a weekend and of a public holiday', () => {
    expect(overtimeMinutes(['2026-11-28 10:00', 60])).toBe(60);
    expect(overtimeMinutes(['2026-12-25 10:00', 60])).toBe(60);
    expect(overtimeMinutes(['2026-12-24 10:00', 60])).toBe(0);
  });

  it('is added up over the stretches of the line', () => {
    expect(overtimeMinutes(['2026-11-23 17:30', 60], ['2026-11-23 21:00', 15])).toBe(45);
  });

  it('is counted by passed time over the change of clocks', () => {
    expect(overtimeMinutes(['2026-10-25 01:00', 3 * 60])).toBe(3 * 60);
  });

  it('is nothing where the clock time of the work is not known', () => {
    expect(computeOvertimeSeconds({ intervals: [], workedSeconds: 3_600, calendar })).toBe(0);
  });

  it('is rounded once, and is never more than the line', () => {
    const evening = stockholm('2026-11-23 19:00');
    const halves = [0, 1, 2].map((hour) => ({ startedAt: addMs(evening, hour * HOUR), durationMs: 500 }));
    expect(computeOvertimeSeconds({ intervals: halves, workedSeconds: 2, calendar })).toBe(2);
    expect(computeOvertimeSeconds({ intervals: halves, workedSeconds: 1, calendar })).toBe(1);
  });

  it('is to the second what a minute-by-minute look at the clock says', () => {
    const stretch = fc.record({
      afterMinutes: fc.nat({ max: 14 * 24 * 60 }),
      minutes: fc.integer({ min: 1, max: 900 }),
    });
    const from = stockholm('2026-12-21 00:00');
    fc.assert(
      fc.property(stretch, ({ afterMinutes, minutes }) => {
        const interval: Interval = { startedAt: addMs(from, afterMinutes * MINUTE), durationMs: minutes * MINUTE };
        let expected = 0;
        for (let minute = 0; minute < minutes; minute += 1) {
          // It is winter: Stockholm's clocks are one hour ahead of UTC.
          const clock = new Date(interval.startedAt + minute * MINUTE + HOUR);
          const isWeekend = [0, 6].includes(clock.getUTCDay());
          const isHoliday = ['2026-12-25', '2026-12-26', '2027-01-01'].includes(clock.toISOString().slice(0, 10));
          const isOpen = !isWeekend && !isHoliday && clock.getUTCHours() >= 7 && clock.getUTCHours() < 18;
          if (!isOpen) expected += MINUTE / SECOND;
        }
        const workedSeconds = (minutes * MINUTE) / SECOND;
        expect(computeOvertimeSeconds({ intervals: [interval], workedSeconds, calendar })).toBe(expected);
      }),
    );
  });
});

describe('whether overtime is charged', () => {
  const stateOf = (decision: 'confirmed' | 'waived' | null, escalation: 'none' | 'requested' | 'accepted') =>
    overtimeStateOf({ overtimeSeconds: 60, decision, escalation });

  it('is proposed on an accepted escalation: "may attract overtime charges without further notification"', () => {
    expect(stateOf(null, 'accepted')).toBe('proposed');
    expect(isOvertimeCharged('proposed')).toBe(true);
  });

  it('is for the consultant to confirm elsewhere, and an escalation that is only asked for is elsewhere', () => {
    expect(stateOf(null, 'none')).toBe('offered');
    expect(stateOf(null, 'requested')).toBe('offered');
    expect(isOvertimeCharged('offered')).toBe(false);
    expect(isOvertimeCharged(stateOf('confirmed', 'none'))).toBe(true);
  });

  it('ends with a waiver, whoever escalated', () => {
    expect(isOvertimeCharged(stateOf('waived', 'accepted'))).toBe(false);
  });

  it('is no question for a line without any', () => {
    expect(overtimeStateOf({ overtimeSeconds: 0, decision: 'confirmed', escalation: 'accepted' })).toBe('none');
    expect(isOvertimeCharged('none')).toBe(false);
  });
});
