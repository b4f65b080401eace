import { fontPxOn, lineWidthOn, stepRadiusOn } from '@core/capture/mark-sizes';
import { MARK_WEIGHTS } from '@core/capture/shapes';
import { describe, expect, it } from 'vitest';

describe('the size of marks', () => {
  it('grows with the picture and never vanishes', () => {
    expect(lineWidthOn({ width: 200, height: 100 }, 'medium')).toBe(3);
    expect(lineWidthOn({ width: 3840, height: 2160 }, 'medium')).toBe(10);
    expect(lineWidthOn({ width: 2, height: 2 }, 'thin')).toBe(2);
    expect(fontPxOn({ width: 2, height: 2 }, 'thin')).toBe(12);
  });

  it('grows with the weight', () => {
    const picture = { width: 1920, height: 1080 };
    for (const sizeOf of [lineWidthOn, fontPxOn, stepRadiusOn]) {
      const sizes = MARK_WEIGHTS.map((weight) => sizeOf(picture, weight));
      expect(sizes).toEqual([...new Set(sizes)].sort((one, other) => one - other));
    }
  });
});
