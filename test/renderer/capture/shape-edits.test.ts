import type { Shape } from '@core/capture/shapes';
import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  dragHandle,
  handlesOf,
  isLargeEnough,
  moveShape,
  resizeShape,
  shapeAround,
  shapeBetween,
} from '../../../src/renderer/src/features/capture/shape-edits';

const PICTURE = { width: 800, height: 600 };
const kinds: readonly Shape['kind'][] = ['arrow', 'box', 'redaction'];

describe.each(kinds)('a shape of kind %s', (kind) => {
  const backwards = shapeBetween(kind, 'x', { x: 300, y: 200 }, { x: 100, y: 80 });

  it('has bounds with positive sides, whichever way it was dragged', () => {
    expect(boundsOf(backwards)).toEqual({ x: 100, y: 80, width: 200, height: 120 });
  });

  it('stops at the edge of the picture when it is moved', () => {
    expect(boundsOf(moveShape(backwards, { x: -500, y: 9000 }, PICTURE))).toEqual({
      x: 0,
      y: 480,
      width: 200,
      height: 120,
    });
  });

  it('keeps its direction when it is moved', () => {
    const moved = moveShape(backwards, { x: 10, y: 20 }, PICTURE);
    expect(moved).toEqual(shapeBetween(kind, 'x', { x: 310, y: 220 }, { x: 110, y: 100 }));
  });

  it('can be made with the keyboard, large enough to be seen', () => {
    const made = shapeAround(kind, 'x', { x: 400, y: 300 }, PICTURE);
    expect(isLargeEnough(made)).toBe(true);
    const { x, y, width, height } = boundsOf(made);
    expect({ x: x + width / 2, y: y + height / 2 }).toEqual({ x: 400, y: 300 });
  });

  it('grows at its last end and not beyond the picture', () => {
    const made = shapeBetween(kind, 'x', { x: 10, y: 10 }, { x: 50, y: 50 });
    expect(boundsOf(resizeShape(made, { x: 5, y: 5000 }, PICTURE))).toEqual({ x: 10, y: 10, width: 45, height: 590 });
  });

  it('keeps the opposite end when a handle is dragged', () => {
    for (const handle of handlesOf(backwards)) {
      const opposite = { x: handle.x === 100 ? 300 : 100, y: handle.y === 80 ? 200 : 80 };
      const ends = handlesOf(dragHandle(backwards, handle.name, { x: 400, y: 500 }));
      expect(ends).toContainEqual(expect.objectContaining({ x: 400, y: 500 }));
      expect(ends).toContainEqual(expect.objectContaining(opposite));
    }
  });
});
