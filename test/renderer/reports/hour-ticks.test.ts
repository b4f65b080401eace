import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourTicks } from '../../../src/renderer/src/features/reports/hour-ticks';

describe('the figures of an axis in hours', () => {
  it('are halves and whole hours, not thirds of what happens to be the most', () => {
    expect(hourTicks(80 / 60)).toEqual([0, 0.5, 1, 1.5]);
    expect(hourTicks(5.87)).toEqual([0, 2, 4, 6]);
    expect(hourTicks(0)).toEqual([0, 1 / 12]);
  });

  it('are few, begin at nothing and reach the most', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100_000, noNaN: true }), (most) => {
        const ticks = hourTicks(most);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});
