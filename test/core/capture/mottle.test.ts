import { mottledCells } from '@core/capture/mottle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const area = fc.record({
  x: fc.integer({ min: 0, max: 500 }),
  y: fc.integer({ min: 0, max: 500 }),
  width: fc.integer({ min: 1, max: 120 }),
  height: fc.integer({ min: 1, max: 120 }),
});

describe('the mottled pattern', () => {
  it('covers every pixel of its area once and none beside it', () => {
    fc.assert(
      fc.property(fc.string(), area, fc.integer({ min: 1, max: 9 }), (id, within, cellPx) => {
        const covered = new Set<number>();
        let pixels = 0;
        for (const { x, y, width, height } of mottledCells(id, within, cellPx, 16)) {
          for (let row = y; row < y + height; row += 1) {
            for (let column = x; column < x + width; column += 1) covered.add(row * 10_000 + column);
          }
          pixels += width * height;
          expect(x >= within.x && y >= within.y).toBe(true);
          expect(x + width <= within.x + within.width && y + height <= within.y + within.height).toBe(true);
        }
        expect(covered.size).toBe(pixels);
        expect(pixels).toBe(within.width * within.height);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same for the same shape, moves along with it, and differs from one to the next', () => {
    const shades = (id: string, x: number) =>
      mottledCells(id, { x, y: 20, width: 200, height: 60 }, 5, 16).map(({ shade }) => shade);
    expect(shades('a', 10)).toEqual(shades('a', 10));
    expect(shades('a', 10)).toEqual(shades('a', 77));
    expect(shades('a', 10)).not.toEqual(shades('b', 10));
  });

  it('has soft edges: neighbours differ little, and yet it is not of one shade', () => {
    const cells = mottledCells('soft', { x: 0, y: 0, width: 400, height: 5 }, 5, 16).map(({ shade }) => shade);
    expect(new Set(cells).size).toBeGreaterThan(5);
    for (const [index, shade] of cells.entries()) {
      const next = cells[index + 1] ?? shade;
      expect(Math.abs(next - shade)).toBeLessThanOrEqual(5);
    }
  });

  it('has larger cells on a large area, so that it is painted as fast', () => {
    expect(mottledCells('large', { x: 0, y: 0, width: 8000, height: 6000 }, 5, 16).length).toBeLessThan(6500);
  });
});
