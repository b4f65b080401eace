import { moveTo } from '@core/capture/step-order';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('the order of steps', () => {
  it('changes for the one that is moved, and for no other two', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.nat(), fc.integer(), (values, index, to) => {
        const from = index % values.length;
        const moved = moveTo(values, from, to);
        const chosen = values[from];
        expect(moved.filter((value) => value !== chosen)).toEqual(values.filter((value) => value !== chosen));
        expect(moved.indexOf(chosen ?? 0)).toBe(Math.min(Math.max(to, 0), values.length - 1));
      }),
    );
  });

  it('stays as it is when there is nothing at that place', () => {
    expect(moveTo(['a', 'b'], 5, 0)).toEqual(['a', 'b']);
  });
});
