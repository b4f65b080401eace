import { inGroups } from '@core/groups';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a list in groups', () => {
  it('is the same list, in groups that are full but for the last', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 10 }), (items, size) => {
        const groups = inGroups(items, size);
        expect(groups.flat()).toEqual(items);
        expect(groups.slice(0, -1).every((group) => group.length === size)).toBe(true);
        expect(groups.every((group) => group.length > 0 && group.length <= size)).toBe(true);
      }),
    );
  });
});
