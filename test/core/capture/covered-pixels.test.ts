import { coveredPixels } from '@core/capture/covered-pixels';
import { describe, expect, it } from 'vitest';

const PICTURE = { width: 100, height: 50 };

describe('the pixels a rectangle covers', () => {
  it('are the same whichever way it was dragged', () => {
    const pixels = { x: 10, y: 20, width: 30, height: 5 };
    expect(coveredPixels(pixels, PICTURE)).toEqual(pixels);
    expect(coveredPixels({ x: 40, y: 25, width: -30, height: -5 }, PICTURE)).toEqual(pixels);
  });

  it('include those that are only touched', () => {
    expect(coveredPixels({ x: 10.9, y: 20.1, width: 1.2, height: 0.1 }, PICTURE)).toEqual({
      x: 10,
      y: 20,
      width: 3,
      height: 1,
    });
  });

  it('end with the picture', () => {
    expect(coveredPixels({ x: -10, y: -10, width: 1000, height: 1000 }, PICTURE)).toEqual({ x: 0, y: 0, ...PICTURE });
    expect(coveredPixels({ x: 200, y: 10, width: 50, height: 50 }, PICTURE)).toBeNull();
    expect(coveredPixels({ x: 10, y: 10, width: 0, height: 10 }, PICTURE)).toBeNull();
  });
});
