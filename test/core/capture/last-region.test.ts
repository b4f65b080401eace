import { repeatRegion } from '@core/capture/last-region';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const region = { displayId: '7', x: 100, y: 50, width: 300, height: 200 };

describe('the region that was drawn last', () => {
  it('is the same on a display that has not changed', () => {
    expect(repeatRegion(region, { width: 1920, height: 1080 })).toEqual({ x: 100, y: 50, width: 300, height: 200 });
  });

  it('is as much of it as a smaller display has, and nothing where it has none', () => {
    expect(repeatRegion(region, { width: 250, height: 120 })).toEqual({ x: 100, y: 50, width: 150, height: 70 });
    expect(repeatRegion(region, { width: 100, height: 1080 })).toBeNull();
  });

  it('always lies within the display', () => {
    const side = fc.integer({ min: 1, max: 5_000 });
    const place = fc.integer({ min: 0, max: 5_000 });
    fc.assert(
      fc.property(place, place, side, side, side, side, (x, y, width, height, wide, high) => {
        const part = repeatRegion({ displayId: '7', x, y, width, height }, { width: wide, height: high });
        if (part === null) return;
        expect(part.x + part.width).toBeLessThanOrEqual(wide);
        expect(part.y + part.height).toBeLessThanOrEqual(high);
      }),
    );
  });
});
