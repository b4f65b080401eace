import { customerIdSchema, type TicketId, ticketIdSchema } from '@core/ids';
import { checkMerge, firstOfSplit, losesPrecedence, type MergeSide } from '@core/ticket/ticket-link';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termsDocument } from '../terms';

const idOf = (number: number) => ticketIdSchema.parse(`01a00000-0000-7000-8000-${String(number).padStart(12, '0')}`);
const ANNA = customerIdSchema.parse('01b00000-0000-7000-8000-000000000001');
const BERG = customerIdSchema.parse('01b00000-0000-7000-8000-000000000002');

const part = (ticketId: TicketId, mainTicketId: TicketId) => ({ kind: 'part' as const, ticketId, mainTicketId });

function side(number: number, changes: Partial<MergeSide> = {}): MergeSide {
  const plain = { isDuplicate: false, isGone: false, isChangeable: true, hasOpenTimer: false };
  return { id: idOf(number), customerId: ANNA, ...plain, ...changes };
}

describe('the first ticket of a split', () => {
  it('is the one that was not split from any other: "Each ticket is reserved to handle one issue"', () => {
    expect(termsDocument('003')).toContain('Each ticket is reserved to handle one issue');
    const links = [part(idOf(2), idOf(1)), part(idOf(3), idOf(2))];
    expect([1, 2, 3].map((number) => firstOfSplit(idOf(number), links))).toEqual([idOf(1), idOf(1), idOf(1)]);
    expect(firstOfSplit(idOf(9), links)).toBe(idOf(9));
  });

  it('does not follow duplicates', () => {
    expect(firstOfSplit(idOf(2), [{ ...part(idOf(2), idOf(1)), kind: 'duplicate' }])).toBe(idOf(2));
  });

  it('is found whatever anybody has told of parts, also in a circle', () => {
    const number = fc.integer({ min: 1, max: 5 });
    const told = fc.array(fc.tuple(number, number).map(([one, other]) => part(idOf(one), idOf(other))));
    fc.assert(
      fc.property(told, number, (links, asked) => {
        const first = firstOfSplit(idOf(asked), links);
        const isKnown = links.some(({ mainTicketId }) => mainTicketId === first);
        expect(isKnown || first === idOf(asked)).toBe(true);
      }),
    );
  });
});

describe('two tickets', () => {
  it('can be merged where one customer asked twice, or nobody knows who asked', () => {
    expect(checkMerge(side(1), side(2))).toEqual({ ok: true, value: null });
    expect(checkMerge(side(1, { customerId: null }), side(2)).ok).toBe(true);
    expect(checkMerge(side(1), side(2, { customerId: null })).ok).toBe(true);
  });

  it.each([
    ['same-ticket', side(1), side(1)],
    ['other-customer', side(1), side(2, { customerId: BERG })],
    ['already-merged', side(1, { isDuplicate: true }), side(2)],
    ['kept-is-duplicate', side(1), side(2, { isDuplicate: true })],
    ['kept-is-gone', side(1), side(2, { isGone: true })],
    ['timer-open', side(1, { hasOpenTimer: true }), side(2)],
    ['not-brought-yet', side(1, { isChangeable: false }), side(2)],
  ] as const)('are not merged: %s', (kind, duplicate, kept) => {
    expect(checkMerge(duplicate, kept)).toEqual({ ok: false, failure: { kind } });
  });

  it('are merged although a timer runs on the one that is kept', () => {
    expect(checkMerge(side(1), side(2, { hasOpenTimer: true })).ok).toBe(true);
  });
});

describe('a place before others', () => {
  const plain = { escalationKind: 'none', timeCriticalCategory: null } as const;

  it('is lost with a duplicate that is escalated further, or time-critical where the other is not', () => {
    expect(losesPrecedence(plain, plain)).toBe(false);
    expect(losesPrecedence({ ...plain, escalationKind: 'accepted' }, { ...plain, escalationKind: 'requested' })).toBe(
      true,
    );
    expect(losesPrecedence({ ...plain, escalationKind: 'requested' }, { ...plain, escalationKind: 'accepted' })).toBe(
      false,
    );
    expect(losesPrecedence({ ...plain, timeCriticalCategory: 'point-of-sale' }, plain)).toBe(true);
    expect(losesPrecedence(plain, { ...plain, timeCriticalCategory: 'point-of-sale' })).toBe(false);
  });
});
