import {
  boundsAround,
  boundsOf,
  dragHandle,
  handlesOf,
  isLargeEnough,
  type Measures,
  moveShape,
  moveWithin,
  resizeWithin,
  type SpannedKind,
  shapeAround,
  shapeBetween,
  viewOf,
} from '@core/capture/geometry';
import { DEFAULT_STYLE, type Shape, type ShapeKind } from '@core/capture/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyShape } from './any-drawing';

const PICTURE = { width: 800, height: 600 };
const MEASURES: Measures = { picture: PICTURE, textWidth: (text, fontPx) => text.length * fontPx * 0.5 };
const SPANNED: readonly SpannedKind[] = ['arrow', 'line', 'rectangle', 'ellipse', 'redaction', 'callout'];
const KINDS: readonly ShapeKind[] = [...SPANNED, 'freehand', 'marker', 'text', 'step'];
const between = (kind: SpannedKind, fromX: number, fromY: number, toX: number, toY: number) =>
  shapeBetween(kind, 'x', DEFAULT_STYLE, { x: fromX, y: fromY }, { x: toX, y: toY });

describe.each(SPANNED)('a shape of kind %s', (kind) => {
  const backwards = between(kind, 300, 200, 100, 80);

  it('has bounds with positive sides, whichever way it was dragged', () => {
    expect(boundsOf(backwards, MEASURES)).toEqual({ x: 100, y: 80, width: 200, height: 120 });
  });

  it('stops at the edge of the picture when it is moved', () => {
    const [moved = backwards] = moveWithin([backwards], { x: -500, y: 9000 }, MEASURES);
    expect(boundsOf(moved, MEASURES)).toEqual({ x: 0, y: 480, width: 200, height: 120 });
  });

  it('grows at its last end and not beyond the picture', () => {
    const grown = resizeWithin(between(kind, 10, 10, 50, 50), { x: 5, y: 5000 }, MEASURES);
    expect(boundsOf(grown, MEASURES)).toEqual({ x: 10, y: 10, width: 45, height: 590 });
  });

  it('keeps what lies opposite when a corner or an end is dragged', () => {
    for (const handle of handlesOf(backwards, MEASURES)) {
      if (!['from', 'to', 'top-left', 'top-right', 'bottom-left', 'bottom-right'].includes(handle.name)) continue;
      const opposite = { x: handle.x === 100 ? 300 : 100, y: handle.y === 80 ? 200 : 80 };
      const ends = handlesOf(dragHandle(backwards, handle.name, { x: 400, y: 500 }, MEASURES), MEASURES);
      expect(ends).toContainEqual(expect.objectContaining({ x: 400, y: 500 }));
      expect(ends).toContainEqual(expect.objectContaining(opposite));
    }
  });
});

describe.each(KINDS)('with the keyboard a shape of kind %s', (kind) => {
  it('begins in the middle, large enough to be kept', () => {
    const made = shapeAround(kind, 'x', DEFAULT_STYLE, { x: 400, y: 300 }, PICTURE);
    const { x, y, width, height } = boundsOf(made, MEASURES);
    if (made.kind === 'text') return expect({ x, y }).toEqual({ x: 400, y: 300 });
    expect(isLargeEnough(made, MEASURES)).toBe(true);
    expect({ x: x + width / 2, y: y + height / 2 }).toEqual({ x: 400, y: 300 });
  });
});

describe('the side of a rectangle', () => {
  it('moves alone', () => {
    const shape = between('rectangle', 100, 100, 200, 200);
    const bounds = (name: 'top' | 'right' | 'bottom' | 'left') =>
      boundsOf(dragHandle(shape, name, { x: 150, y: 150 }, MEASURES), MEASURES);
    expect(bounds('top')).toEqual({ x: 100, y: 150, width: 100, height: 50 });
    expect(bounds('right')).toEqual({ x: 100, y: 100, width: 50, height: 100 });
    expect(bounds('bottom')).toEqual({ x: 100, y: 100, width: 100, height: 50 });
    expect(bounds('left')).toEqual({ x: 150, y: 100, width: 50, height: 100 });
  });
});

describe('a call-out', () => {
  const callout = between('callout', 100, 100, 200, 150);

  it('shows what it enlarges beside it, twice as large', () => {
    if (callout.kind !== 'callout') throw new Error('no call-out');
    expect(viewOf(callout)).toEqual({ x: 200, y: 150, width: 200, height: 100 });
  });

  it('enlarges more when its view is dragged larger, within limits', () => {
    const drag = (x: number) => dragHandle(callout, 'view', { x, y: 0 }, MEASURES);
    expect(drag(500)).toMatchObject({ magnification: 3 });
    expect(drag(9000)).toMatchObject({ magnification: 8 });
    expect(drag(0)).toMatchObject({ magnification: 1.5 });
  });
});

describe('any shape', () => {
  it('is back where it was after it was moved there and back, and keeps its size on the way', () => {
    const whole = fc.integer({ min: -2000, max: 2000 });
    fc.assert(
      fc.property(anyShape, whole, whole, (shape, x, y) => {
        const there = moveShape(shape, { x, y });
        const before = boundsOf(shape, MEASURES);
        const after = boundsOf(there, MEASURES);
        expect(after.width).toBeCloseTo(before.width, 6);
        expect(after.height).toBeCloseTo(before.height, 6);
        expect(after.x - before.x).toBeCloseTo(x, 6);
        const back = boundsOf(moveShape(there, { x: -x, y: -y }), MEASURES);
        expect(back.y).toBeCloseTo(before.y, 6);
      }),
    );
  });

  it('lies in the bounds around it and others', () => {
    fc.assert(
      fc.property(fc.array(anyShape, { minLength: 1, maxLength: 5 }), (shapes: Shape[]) => {
        const all = shapes.map((shape) => boundsOf(shape, MEASURES));
        const outer = boundsAround(all);
        for (const { x, y, width, height } of all) {
          expect(outer).not.toBeNull();
          if (outer === null) return;
          expect(x).toBeGreaterThanOrEqual(outer.x);
          expect(y).toBeGreaterThanOrEqual(outer.y);
          expect(x + width).toBeLessThanOrEqual(outer.x + outer.width + 1e-6);
          expect(y + height).toBeLessThanOrEqual(outer.y + outer.height + 1e-6);
        }
      }),
    );
  });
});
