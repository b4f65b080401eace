import { ticketIdSchema } from '@core/ids';
import { targetNewsOf } from '@core/notices/target-news';
import type { TicketState } from '@core/ticket/ticket';
import type { Instant } from '@core/time/instant';
import { addWorkingMinutes } from '@core/time/working-hours';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarWithHolidays, MINUTE, stockholm } from '../builders';

const ID = ticketIdSchema.parse('01970000-0001-7000-8000-000000000001');
const calendar = calendarWithHolidays('2026-12-25');

function newsAt(
  now: Instant,
  {
    registeredAt = stockholm('2026-11-23 09:00'),
    workBegunAt = null,
    state = 'working',
    newsSince = stockholm('2026-11-20 09:00'),
    leadMinutes = 30,
  }: {
    registeredAt?: Instant;
    workBegunAt?: Instant | null;
    state?: TicketState;
    newsSince?: Instant;
    leadMinutes?: number;
  } = {},
) {
  const ticket = { id: ID, state, registeredAt };
  return targetNewsOf({ ticket, workBegunAt, now, newsSince, leadMinutes, calendar });
}

const kindAt = (text: string, given?: Parameters<typeof newsAt>[1]) => newsAt(stockholm(text), given)?.kind ?? null;

describe('the target of a ticket that was registered at nine', () => {
  it.each([
    ['12:29', null],
    ['12:30', 'target-soon'],
    ['13:00', 'target-soon'],
    ['13:01', 'target-overdue'],
  ])('is at %s: %s', (time, kind) => {
    expect(kindAt(`2026-11-23 ${time}`)).toBe(kind);
  });

  it('is told of as early as was asked for', () => {
    expect(kindAt('2026-11-23 11:00', { leadMinutes: 120 })).toBe('target-soon');
    expect(kindAt('2026-11-23 10:59', { leadMinutes: 120 })).toBe(null);
  });

  it('is the next one once work has begun', () => {
    const workBegunAt = stockholm('2026-11-23 10:00');
    expect(kindAt('2026-11-23 14:00', { workBegunAt })).toBe(null);
    expect(newsAt(stockholm('2026-11-25 09:45'), { workBegunAt })).toMatchObject({
      kind: 'target-soon',
      target: 'resolution',
      dueAt: stockholm('2026-11-25 10:00'),
    });
  });

  it('counts working time: what is due in the morning is close the evening before', () => {
    const registeredAt = stockholm('2026-11-23 14:15');
    expect(kindAt('2026-11-23 17:44', { registeredAt })).toBe(null);
    expect(kindAt('2026-11-23 17:45', { registeredAt })).toBe('target-soon');
  });
});

it.each(['waiting-for-customer', 'solved'] as const)('says nothing of a ticket that is %s', (state) => {
  expect(kindAt('2026-11-23 12:45', { state })).toBe(null);
  expect(kindAt('2026-11-24 12:45', { state })).toBe(null);
});

describe('what was so already when the portal was first here', () => {
  it('is no news', () => {
    expect(kindAt('2026-11-23 12:45', { newsSince: stockholm('2026-11-23 12:40') })).toBe(null);
    expect(kindAt('2026-11-24 12:45', { newsSince: stockholm('2026-11-23 13:00') })).toBe(null);
  });

  it('says nothing the moment news begin, whatever the ticket and the lead', () => {
    const anyMinutes = (max: number) => fc.integer({ min: 0, max: max * 60 }).map((seconds) => seconds / 60);
    fc.assert(
      fc.property(
        anyMinutes(3_000),
        fc.option(anyMinutes(3_000)),
        fc.integer({ min: 5, max: 120 }),
        (ago, begun, lead) => {
          const registeredAt = stockholm('2026-11-16 07:00');
          const now = addWorkingMinutes(registeredAt, ago, calendar);
          const workBegunAt = begun === null ? null : addWorkingMinutes(registeredAt, begun, calendar);
          const given = { registeredAt, workBegunAt, newsSince: now, leadMinutes: lead };
          expect(newsAt(now, given)).toBe(null);
        },
      ),
    );
  });
});

it('is close exactly from the lead on until it is missed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 240 * 60 }),
      fc.integer({ min: 5, max: 120 }),
      (secondsAfter, leadMinutes) => {
        const registeredAt = stockholm('2026-11-23 09:00');
        const now = addWorkingMinutes(registeredAt, secondsAfter / 60, calendar);
        const leftMs = stockholm('2026-11-23 13:00') - now;
        const kind = newsAt(now, { leadMinutes })?.kind ?? null;
        expect(kind).toBe(Math.floor(leftMs / MINUTE) <= leadMinutes ? 'target-soon' : null);
      },
    ),
  );
});
