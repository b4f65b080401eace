import { connectorBetween, enlargedPart } from '@core/capture/callout-parts';
import { keptPart } from '@core/capture/kept-part';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const number = fc.integer({ min: -500, max: 500 });
const side = fc.integer({ min: 1, max: 300 });
const rectangle = fc.record({ x: number, y: number, width: side, height: side });

describe('the line of a call-out', () => {
  it('runs from corner to corner where the view lies across, and straight where it lies beside', () => {
    const source = { x: 0, y: 0, width: 10, height: 10 };
    expect(connectorBetween(source, { x: 30, y: 40, width: 20, height: 20 })).toEqual({
      from: { x: 10, y: 10 },
      to: { x: 30, y: 40 },
    });
    expect(connectorBetween(source, { x: -50, y: 4, width: 20, height: 20 })).toEqual({
      from: { x: 0, y: 7 },
      to: { x: -30, y: 7 },
    });
  });

  it('is not there where the view touches what it enlarges', () => {
    expect(connectorBetween({ x: 0, y: 0, width: 10, height: 10 }, { x: 10, y: 10, width: 20, height: 20 })).toBeNull();
  });

  it('begins and ends at the edges of both', () => {
    fc.assert(
      fc.property(rectangle, rectangle, (source, view) => {
        const line = connectorBetween(source, view);
        if (line === null) return;
        for (const [{ x, y }, part] of [[line.from, source] as const, [line.to, view] as const]) {
          expect(x >= part.x && x <= part.x + part.width).toBe(true);
          expect(y >= part.y && y <= part.y + part.height).toBe(true);
        }
      }),
    );
  });
});

describe('the enlarged part', () => {
  it('lies in what is kept and in the view, and is as much larger as the view is', () => {
    fc.assert(
      fc.property(rectangle, rectangle, fc.double({ min: 1.5, max: 8, noNaN: true }), (source, kept, times) => {
        const view = { x: 40, y: 30, width: source.width * times, height: source.height * times };
        const part = enlargedPart(source, view, kept);
        if (part === null) return;
        const { from, to } = part;
        expect(from.x >= kept.x && from.x + from.width <= kept.x + kept.width).toBe(true);
        expect(from.y >= kept.y && from.y + from.height <= kept.y + kept.height).toBe(true);
        expect(to.width / from.width).toBeCloseTo(times, 6);
        expect(to.height / from.height).toBeCloseTo(times, 6);
        expect(to.x).toBeGreaterThanOrEqual(view.x - 1e-6);
        expect(to.y + to.height).toBeLessThanOrEqual(view.y + view.height + 1e-6);
      }),
    );
  });

  it('is nothing where all of it was cropped off', () => {
    const source = { x: 0, y: 0, width: 10, height: 10 };
    expect(
      enlargedPart(source, { x: 0, y: 0, width: 20, height: 20 }, { x: 10, y: 0, width: 9, height: 9 }),
    ).toBeNull();
  });
});

describe('what is kept of a picture', () => {
  const picture = { width: 100, height: 50 };

  it('is all of it without a crop', () => {
    expect(keptPart(null, picture)).toEqual({ x: 0, y: 0, width: 100, height: 50 });
  });

  it('lies in the picture and holds a pixel, whatever the crop is', () => {
    const start = fc.integer({ min: 0, max: 5000 });
    const pixels = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(fc.record({ x: start, y: start, width: pixels, height: pixels }), (crop) => {
        const { x, y, width, height } = keptPart(crop, picture);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
        expect(x + width).toBeLessThanOrEqual(100);
        expect(y + height).toBeLessThanOrEqual(50);
      }),
    );
  });
});
