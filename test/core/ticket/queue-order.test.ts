import { compareInQueue, QUEUE_REASONS, type QueuedTicket, reasonInQueue } from '@core/ticket/queue-order';
import { timeCriticalCategorySchema } from '@core/ticket/ticket';
import { instantFromEpochMs } from '@core/time/instant';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallAt } from '../builders';

function ticket(id: string, rest: Partial<QueuedTicket> = {}): QueuedTicket {
  return { id, escalation: { kind: 'none' }, timeCriticalCategory: null, registeredAt: wallAt(0), ...rest };
}

function order(...tickets: QueuedTicket[]): string[] {
  return tickets.toSorted(compareInQueue).map(({ id }) => id);
}

describe('the queue', () => {
  it('is first come, first served', () => {
    expect(order(ticket('b', { registeredAt: wallAt(2) }), ticket('a', { registeredAt: wallAt(1) }))).toEqual([
      'a',
      'b',
    ]);
  });

  it('puts accepted escalations before requested ones, these before time-critical tickets, and these before the rest', () => {
    expect(
      order(
        ticket('rest', { registeredAt: wallAt(1) }),
        ticket('critical', { timeCriticalCategory: 'invoicing', registeredAt: wallAt(2) }),
        ticket('requested', { escalation: { kind: 'requested', at: wallAt(30) }, registeredAt: wallAt(3) }),
        ticket('accepted', { escalation: { kind: 'accepted', at: wallAt(40) }, registeredAt: wallAt(4) }),
      ),
    ).toEqual(['accepted', 'requested', 'critical', 'rest']);
  });

  it('orders accepted escalations by their acceptance, not by registration', () => {
    expect(
      order(
        ticket('late', { escalation: { kind: 'accepted', at: wallAt(20) }, registeredAt: wallAt(1) }),
        ticket('early', { escalation: { kind: 'accepted', at: wallAt(10) }, registeredAt: wallAt(5) }),
      ),
    ).toEqual(['early', 'late']);
  });

  it('treats all time-critical categories alike', () => {
    expect(
      order(
        ticket('later', { timeCriticalCategory: 'system-down', registeredAt: wallAt(2) }),
        ticket('first', { timeCriticalCategory: 'point-of-sale', registeredAt: wallAt(1) }),
      ),
    ).toEqual(['first', 'later']);
  });

  it('settles ties by id, letter by letter and without a language', () => {
    expect(order(ticket('a'), ticket('B'), ticket('ä'), ticket('z'))).toEqual(['B', 'a', 'z', 'ä']);
  });

  it.each([
    [ticket('a', { escalation: { kind: 'accepted', at: wallAt(0) } }), 'escalation-accepted'],
    [
      ticket('a', { escalation: { kind: 'requested', at: wallAt(0) }, timeCriticalCategory: 'system-down' }),
      'escalation-requested',
    ],
    [ticket('a', { timeCriticalCategory: 'customer-order' }), 'time-critical'],
    [ticket('a'), 'registration'],
  ])('says why a ticket stands where it does (%#)', (aTicket, reason) => {
    expect(reasonInQueue(aTicket)).toBe(reason);
  });
});

describe('the order of any queue', () => {
  const instant = fc.nat({ max: 3 }).map(instantFromEpochMs);
  const tickets = fc.uniqueArray(
    fc.record<QueuedTicket>({
      id: fc.string({ minLength: 1, maxLength: 2 }),
      escalation: fc.oneof(
        fc.constant({ kind: 'none' as const }),
        fc.record({ kind: fc.constant('requested' as const), at: instant }),
        fc.record({ kind: fc.constant('accepted' as const), at: instant }),
      ),
      timeCriticalCategory: fc.option(fc.constantFrom(...timeCriticalCategorySchema.options)),
      registeredAt: instant,
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );

  it('does not depend on the order the tickets came in', () => {
    fc.assert(
      fc.property(
        tickets.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(order(...shuffled)).toEqual(order(...list));
        },
      ),
    );
  });

  it('is total: two tickets are never equal, and each pair is ordered one way', () => {
    fc.assert(
      fc.property(tickets, (list) => {
        for (const a of list) {
          expect(compareInQueue(a, a)).toBe(0);
          for (const b of list) {
            if (a !== b) expect(Math.sign(compareInQueue(a, b))).toBe(-Math.sign(compareInQueue(b, a)));
            if (a !== b) expect(compareInQueue(a, b)).not.toBe(0);
          }
        }
      }),
    );
  });

  it('never lets a weaker reason come first', () => {
    fc.assert(
      fc.property(tickets, (list) => {
        const reasons = list.toSorted(compareInQueue).map((item) => QUEUE_REASONS.indexOf(reasonInQueue(item)));
        expect(reasons).toEqual(reasons.toSorted((a, b) => a - b));
      }),
    );
  });
});
