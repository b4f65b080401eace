import type { Rectangle } from '@core/capture/covered-pixels';
import { boundsAround, fullBoundsOf, type Handle, type Measures, type Point } from '@core/capture/geometry';
import type { Shape } from '@core/capture/shapes';

/** The nearest handle within reach of a point, all in pixels of the picture; null where none is. */
export function handleAt(handles: readonly Handle[], point: Point, reachPx: number): Handle | null {
  const distance = ({ x, y }: Handle) => Math.hypot(x - point.x, y - point.y);
  const [nearest] = handles.toSorted((one, other) => distance(one) - distance(other));
  return nearest !== undefined && distance(nearest) <= reachPx ? nearest : null;
}

/** The topmost shape at a point; null where there is none. */
export function topmostAt(shapes: readonly Shape[], point: Point, measures: Measures, reachPx: number): Shape | null {
  const isAt = (shape: Shape) => {
    const { x, y, width, height } = fullBoundsOf(shape, measures);
    const isAcross = point.x >= x - reachPx && point.x <= x + width + reachPx;
    return isAcross && point.y >= y - reachPx && point.y <= y + height + reachPx;
  };
  return shapes.findLast(isAt) ?? null;
}

/** The shapes that lie wholly in a rectangle, which may have been drawn in any direction. */
export function shapesIn(shapes: readonly Shape[], rectangle: Rectangle, measures: Measures): readonly Shape[] {
  const frame = boundsAround([rectangle]);
  if (frame === null) return [];
  return shapes.filter((shape) => {
    const { x, y, width, height } = fullBoundsOf(shape, measures);
    const isAcross = x >= frame.x && x + width <= frame.x + frame.width;
    return isAcross && y >= frame.y && y + height <= frame.y + frame.height;
  });
}
