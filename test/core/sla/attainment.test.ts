import { attainmentOf, type MeasuredTicket, resultOf } from '@core/sla/attainment';
import { minutesWithin, RESULT_OF_2025, TARGET_NAMES, TARGETS } from '@core/sla/targets';
import { calendarForCustomer, createServiceCalendar } from '@core/time/service-calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarWithHolidays, stockholm } from '../builders';
import { termsDocument } from '../terms';

const calendar = calendarWithHolidays();
const NOW = stockholm('2026-12-31 18:00');

function ticket({
  registered = '2026-11-23 09:00',
  begun = '2026-11-23 10:00' as string | null,
  resolved = null as string | null,
  isExact = true,
  ...parts
}: Partial<Pick<MeasuredTicket, 'pauses' | 'line' | 'calendar'>> & {
  registered?: string;
  begun?: string | null;
  resolved?: string | null;
  isExact?: boolean;
}): MeasuredTicket {
  return {
    registeredAt: stockholm(registered),
    workBegunAt: begun === null ? null : stockholm(begun),
    resolution: resolved === null ? { kind: 'open' } : { kind: 'resolved', at: stockholm(resolved), isExact },
    pauses: [],
    line: 'first',
    calendar,
    ...parts,
  };
}

describe('the targets of the terms', () => {
  it.each([
    ['assignment', '000', 'Ticket assignment | 80% within 4 working hours'],
    ['first-line', '000', 'First Line resolution | 80% within 2 working days'],
    ['second-line', '000', 'Second Line resolution | 80% within 10 working days'],
    ['assignment-at-latest', '001', 'assigned to a qualified Consultant or Technician within 2 working days'],
    ['all', '001', '80% of support issues can be resolved with 10 working days'],
  ] as const)('hold the %s as %s says it', (name, document, sentence) => {
    expect(termsDocument(document)).toContain(sentence);
    const [, amount, unit] = / with(?:in)? (\d+) working (hour|day)s/u.exec(sentence) ?? [];
    const minutes = Number(amount) * (unit === 'day' ? 660 : 60);
    expect(minutesWithin(TARGETS[name], calendar)).toBe(minutes);
    const percent = /(\d+)%/u.exec(sentence)?.[1] ?? '100';
    expect(TARGETS[name].goalPercent).toBe(Number(percent));
  });

  it('know the result of 2025, which is no goal', () => {
    const sentence = 'we successfully resolved 70% of all tickets within 6 working days';
    for (const document of ['000', '001'] as const) expect(termsDocument(document)).toMatch(new RegExp(sentence, 'i'));
    expect(RESULT_OF_2025).toEqual({ percent: 70, withinWorkingDays: 6 });
  });

  it('count a working day as long as the customer is served on it', () => {
    const short = calendarForCustomer(createServiceCalendar({ closesOnEves: false, closedDays: [] }), {
      opensAtMinute: 8 * 60,
      closesAtMinute: 16 * 60,
      closedDays: [],
    });
    expect(minutesWithin(TARGETS['first-line'], short)).toBe(2 * 8 * 60);
    expect(minutesWithin(TARGETS.assignment, short)).toBe(4 * 60);
  });
});

describe('what became of a target', () => {
  it('is within up to the last moment, and missed a minute later', () => {
    expect(resultOf('assignment', ticket({ begun: '2026-11-23 13:00' }), NOW)).toBe('within');
    expect(resultOf('assignment', ticket({ begun: '2026-11-23 13:01' }), NOW)).toBe('missed');
    expect(resultOf('first-line', ticket({ resolved: '2026-11-25 10:00' }), NOW)).toBe('within');
    expect(resultOf('first-line', ticket({ resolved: '2026-11-25 10:01' }), NOW)).toBe('missed');
  });

  it('is missed by an open ticket whose time has run out, and open while some is left', () => {
    expect(resultOf('first-line', ticket({}), stockholm('2026-11-24 10:00'))).toBe('open');
    expect(resultOf('first-line', ticket({}), stockholm('2026-11-25 10:01'))).toBe('missed');
    expect(resultOf('assignment', ticket({ begun: null }), stockholm('2026-11-23 14:00'))).toBe('missed');
  });

  it('holds for the line that the ticket is in', () => {
    expect(resultOf('second-line', ticket({ resolved: '2026-11-27 10:00' }), NOW)).toBeNull();
    expect(resultOf('second-line', ticket({ resolved: '2026-11-27 10:00', line: 'second' }), NOW)).toBe('within');
    expect(resultOf('first-line', ticket({ resolved: '2026-11-27 10:00', line: 'second' }), NOW)).toBeNull();
  });

  it('leaves out what waited for the customer', () => {
    const pauses = [{ from: stockholm('2026-11-24 10:00'), until: stockholm('2026-11-26 10:00') }];
    expect(resultOf('first-line', ticket({ resolved: '2026-11-26 12:00' }), NOW)).toBe('missed');
    expect(resultOf('first-line', ticket({ resolved: '2026-11-26 12:00', pauses }), NOW)).toBe('within');
  });

  it('is unknown where nobody knows when it was: only that it had been by then', () => {
    expect(resultOf('all', ticket({ resolved: '2026-12-30 10:00', isExact: false }), NOW)).toBe('unknown');
    expect(resultOf('all', ticket({ resolved: '2026-11-24 10:00', isExact: false }), NOW)).toBe('within');
    expect(resultOf('assignment', ticket({ begun: null, resolved: '2026-11-24 10:00' }), NOW)).toBe('unknown');
  });
});

describe('what was attained', () => {
  const tickets = [
    ticket({ begun: '2026-11-23 10:00', resolved: '2026-11-24 10:00' }),
    ticket({ begun: '2026-11-23 14:00', resolved: '2026-11-24 10:00' }),
    ticket({ begun: '2026-11-23 10:00', resolved: '2026-12-01 10:00' }),
    ticket({ registered: '2026-12-01 09:00', begun: '2026-12-01 09:30', resolved: '2026-12-10 09:00', line: 'second' }),
    ticket({ registered: '2026-12-31 16:00', begun: null }),
  ];

  it('is told by target, month of registration and line, with the number of tickets behind each figure', () => {
    const figures = attainmentOf(tickets, NOW);
    expect(figures.filter(({ target }) => target === 'assignment')).toEqual([
      {
        target: 'assignment',
        month: '2026-11',
        line: 'first',
        count: 3,
        withinCount: 2,
        percent: 200 / 3,
        goalPercent: 80,
        openCount: 0,
        unknownCount: 0,
      },
      {
        target: 'assignment',
        month: '2026-12',
        line: 'first',
        count: 0,
        withinCount: 0,
        percent: null,
        goalPercent: 80,
        openCount: 1,
        unknownCount: 0,
      },
      {
        target: 'assignment',
        month: '2026-12',
        line: 'second',
        count: 1,
        withinCount: 1,
        percent: 100,
        goalPercent: 80,
        openCount: 0,
        unknownCount: 0,
      },
    ]);
    const firstLine = figures.find(({ target, month }) => target === 'first-line' && month === '2026-11');
    expect(firstLine).toMatchObject({ count: 3, withinCount: 2 });
    expect(figures.find(({ target }) => target === 'second-line')).toMatchObject({ count: 1, withinCount: 1 });
  });

  it('takes the month from Stockholm’s calendar', () => {
    const atNewYear = ticket({ registered: '2027-01-01 00:10' });
    expect(attainmentOf([atNewYear], NOW).map(({ month }) => month)).toContain('2027-01');
  });

  it('counts each ticket once for each target that holds for it, in whatever order they come', () => {
    const some = fc.array(
      fc.record({
        begun: fc.constantFrom(null, '2026-11-23 10:00', '2026-11-25 17:00'),
        resolved: fc.constantFrom(null, '2026-11-26 10:00', '2026-12-20 10:00'),
        isExact: fc.boolean(),
        line: fc.constantFrom('first' as const, 'second' as const),
      }),
    );
    fc.assert(
      fc.property(some, (given) => {
        const made = given.map(ticket);
        const figures = attainmentOf(made, NOW);
        expect(attainmentOf(made.toReversed(), NOW)).toEqual(figures);
        for (const name of TARGET_NAMES) {
          const holding = made.filter((one) => resultOf(name, one, NOW) !== null).length;
          const counted = figures
            .filter(({ target }) => target === name)
            .reduce((sum, { count, openCount, unknownCount }) => sum + count + openCount + unknownCount, 0);
          expect(counted).toBe(holding);
        }
      }),
    );
  });

  it('follows a calendar that changes, without anything being written anew', () => {
    const resolved = ticket({
      begun: '2026-12-23 10:00',
      registered: '2026-12-23 10:00',
      resolved: '2026-12-28 12:00',
    });
    const open = createServiceCalendar({ closesOnEves: false, closedDays: [] });
    const closed = createServiceCalendar({ closesOnEves: true, closedDays: [] });
    expect(resultOf('first-line', { ...resolved, calendar: open }, NOW)).toBe('missed');
    expect(resultOf('first-line', { ...resolved, calendar: closed }, NOW)).toBe('within');
  });
});
