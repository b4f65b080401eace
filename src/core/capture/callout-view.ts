import type { Rectangle } from './covered-pixels';
import { type Measures, type Point, viewOf } from './geometry';
import type { ShapeOf } from './shapes';

type Callout = ShapeOf<'callout'>;

/** The schema takes no other magnification, see shapes.ts. */
const LEAST = 1.5;
const MOST = 8;

/** Whether a point lies in a call-out's enlarged picture. */
export function isInView({ x, y }: Point, callout: Callout): boolean {
  const view: Rectangle = viewOf(callout);
  return x >= view.x && x <= view.x + view.width && y >= view.y && y <= view.y + view.height;
}

/** A call-out whose enlarged picture is moved and what it enlarges is not, as far as it stays in the picture. */
export function moveView(callout: Callout, by: Point, { picture }: Measures): Callout {
  const view = viewOf(callout);
  // A view larger than the picture covers all of it instead.
  const within = (value: number, length: number, whole: number) =>
    Math.min(Math.max(value, Math.min(0, whole - length)), Math.max(0, whole - length));
  return {
    ...callout,
    toX: within(callout.toX + by.x, view.width, picture.width),
    toY: within(callout.toY + by.y, view.height, picture.height),
  };
}

/** A call-out that enlarges more, or less, from the same corner. */
export function magnifyBy(callout: Callout, by: number): Callout {
  return { ...callout, magnification: Math.max(LEAST, Math.min(MOST, callout.magnification + by)) };
}
