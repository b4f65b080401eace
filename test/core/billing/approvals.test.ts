import { type Approval, checkEstimate, computeTicketLimit, limitOfEstimate } from '@core/billing/approvals';
import { DEFAULT_LIMIT_SECONDS } from '@core/billing/four-hour-rule';
import { addMs } from '@core/time/instant';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, SECOND, stockholm } from '../builders';
import { termsDocument } from '../terms';

const HOUR_S = HOUR / SECOND;
const MONDAY = stockholm('2026-11-23 10:00');

function approval(id: string, hours: number, rest: Partial<Approval> = {}): Approval {
  return { id, approvedAt: MONDAY, limitSeconds: hours * HOUR_S, isWithdrawn: false, ...rest };
}

function limitOf(...history: Approval[]) {
  const { limitSeconds, source } = computeTicketLimit(history);
  return [limitSeconds / HOUR_S, source?.id ?? null];
}

const TUESDAY = addMs(MONDAY, 24 * HOUR);

describe('the limit of a ticket', () => {
  it('is four hours by its registration alone', () => {
    expect(limitOf()).toEqual([4, null]);
  });

  it('is what the customer approved last, by when they did and not by when it became known', () => {
    const late = approval('a', 20, { approvedAt: TUESDAY });
    expect(limitOf(approval('b', 10), late)).toEqual([20, 'a']);
    expect(limitOf(late, approval('b', 10))).toEqual([20, 'a']);
  });

  it('can be less than it was: the last word counts', () => {
    expect(limitOf(approval('a', 10), approval('b', 6, { approvedAt: TUESDAY }))).toEqual([6, 'b']);
  });

  it('is settled by the id when two were approved at one moment', () => {
    expect(limitOf(approval('b', 20), approval('a', 10))).toEqual([20, 'b']);
  });

  it('is what it was before when an approval is withdrawn', () => {
    const mistaken = approval('b', 20, { approvedAt: TUESDAY, isWithdrawn: true });
    expect(limitOf(approval('a', 10), mistaken)).toEqual([10, 'a']);
    expect(limitOf(mistaken)).toEqual([4, null]);
  });

  it('is set by no approval of nothing', () => {
    expect(limitOf(approval('a', 0), approval('b', -1))).toEqual([4, null]);
  });

  it('does not depend on the order of the history', () => {
    const history = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        approvedAt: fc.nat({ max: 3 }).map((days) => addMs(MONDAY, days * 24 * HOUR)),
        limitSeconds: fc.nat({ max: 40 * HOUR_S }),
        isWithdrawn: fc.boolean(),
      }),
      { maxLength: 8, selector: ({ id }) => id },
    );
    const shuffled = history.chain((given) =>
      fc.record({
        given: fc.constant(given),
        shuffled: fc.shuffledSubarray(given, { minLength: given.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given, shuffled: otherwise }) => {
        expect(computeTicketLimit(otherwise)).toEqual(computeTicketLimit(given));
      }),
    );
  });
});

describe('an estimate', () => {
  it('comes in the bands of the terms', () => {
    const terms = termsDocument('001');
    expect(terms).toContain('More or less than 10 hours');
    expect(terms).toContain('More or less than 20 hours');
    expect(terms).toContain('Specific work estimate (for issues requiring more than 25 hours of work)');
  });

  it('sets its figure as the limit, and "more than" none', () => {
    expect(limitOfEstimate({ band: 'under-10' })).toBe(10 * HOUR_S);
    expect(limitOfEstimate({ band: 'under-20' })).toBe(20 * HOUR_S);
    expect(limitOfEstimate({ band: 'specific', seconds: 32 * HOUR_S })).toBe(32 * HOUR_S);
    expect(limitOfEstimate({ band: 'over-10' })).toBeNull();
    expect(limitOfEstimate({ band: 'over-20' })).toBeNull();
  });

  it('asks for more than the customer has given', () => {
    expect(checkEstimate({ band: 'under-10' }, DEFAULT_LIMIT_SECONDS)).toEqual({ ok: true, value: 10 * HOUR_S });
    expect(checkEstimate({ band: 'under-10' }, 10 * HOUR_S)).toMatchObject({ failure: { kind: 'not-above-limit' } });
    expect(checkEstimate({ band: 'specific', seconds: 6 * HOUR_S }, DEFAULT_LIMIT_SECONDS)).toMatchObject({ ok: true });
    expect(checkEstimate({ band: 'specific', seconds: 4 * HOUR_S }, DEFAULT_LIMIT_SECONDS)).toMatchObject({
      ok: false,
    });
    expect(checkEstimate({ band: 'specific', seconds: Number.NaN }, 0)).toMatchObject({ ok: false });
    expect(checkEstimate({ band: 'over-20' }, 30 * HOUR_S)).toEqual({ ok: true, value: null });
  });
});
