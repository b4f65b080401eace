import { ticketIdSchema } from '@core/ids';
import { describe, expect, it } from 'vitest';
import { NOTHING_CHOSEN, rangeBetween, toggleChosen } from '../../src/renderer/src/features/queue/choosing';
import { pagesOf } from '../../src/renderer/src/features/queue/use-queue-rows';

const ID = ticketIdSchema.parse('0198f000-0001-7000-8000-000000000001');
const OTHER = ticketIdSchema.parse('0198f000-0001-7000-8000-000000000002');

describe('choosing tickets', () => {
  it('takes one in and out again, and begins a range at the last of them', () => {
    const one = toggleChosen(NOTHING_CHOSEN, ID, 3);
    const two = toggleChosen(one, OTHER, 7);
    expect([[...two.ids], two.anchorIndex]).toEqual([[ID, OTHER], 7]);
    expect([...toggleChosen(two, ID, 3).ids]).toEqual([OTHER]);
  });

  it('reaches from where a range begins to where it ends, down and up', () => {
    expect(rangeBetween(3, 7, 500)).toEqual({ offset: 3, limit: 5 });
    expect(rangeBetween(7, 3, 500)).toEqual({ offset: 3, limit: 5 });
    expect(rangeBetween(3, 3, 500)).toEqual({ offset: 3, limit: 1 });
  });

  it('keeps the part of a long range that is next to where it begins', () => {
    expect(rangeBetween(10, 10_000, 500)).toEqual({ offset: 10, limit: 500 });
    expect(rangeBetween(10_000, 10, 500)).toEqual({ offset: 9_501, limit: 500 });
  });
});

it('reads each page of the rows in sight once, also that of a row far away', () => {
  expect(pagesOf([48, 49, 50, 51, 50_000])).toEqual([0, 1, 1_000]);
  expect(pagesOf([])).toEqual([]);
});
