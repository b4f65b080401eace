import { describe, expect, it } from 'vitest';
import { planPacks } from '../../../src/renderer/src/ui/pack-plan';

describe('the bar of a support pack', () => {
  it.each([
    [1500, 1500, 'enough', 0],
    [1500, 301, 'enough', 79.93],
    [1500, 300, 'low', 80],
    [1500, 1, 'low', 99.93],
    [1500, 0, 'empty', 100],
  ] as const)('of %i minutes with %i left is %s', (prepaidMinutes, leftMinutes, level, percent) => {
    const plan = planPacks({ prepaidMinutes, leftMinutes });
    expect(plan.level).toBe(level);
    expect(plan.usedPercent).toBeCloseTo(percent, 1);
  });
});
