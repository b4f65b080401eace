import type { Rectangle } from './covered-pixels';
import type { Point } from './geometry';

/** Where a line from one span to another begins and ends: at the ends that face each other, in the middle of what they share. */
function facing(from: number, fromEnd: number, to: number, toEnd: number): readonly [number, number] {
  if (fromEnd < to) return [fromEnd, to];
  if (toEnd < from) return [from, toEnd];
  const middle = (Math.max(from, to) + Math.min(fromEnd, toEnd)) / 2;
  return [middle, middle];
}

/** The shortest line between what a call-out enlarges and its view, both with positive sides; null where they touch. */
export function connectorBetween(
  source: Rectangle,
  view: Rectangle,
): { readonly from: Point; readonly to: Point } | null {
  const [fromX, toX] = facing(source.x, source.x + source.width, view.x, view.x + view.width);
  const [fromY, toY] = facing(source.y, source.y + source.height, view.y, view.y + view.height);
  return fromX === toX && fromY === toY ? null : { from: { x: fromX, y: fromY }, to: { x: toX, y: toY } };
}

/** What a call-out shows: a part of the picture, and where on the picture it is shown enlarged. */
export interface EnlargedPart {
  readonly from: Rectangle;
  readonly to: Rectangle;
}

/** What a call-out shows of a picture of which only a part is kept; null where that is nothing. */
export function enlargedPart(source: Rectangle, view: Rectangle, kept: Rectangle): EnlargedPart | null {
  const left = Math.max(source.x, kept.x);
  const top = Math.max(source.y, kept.y);
  const width = Math.min(source.x + source.width, kept.x + kept.width) - left;
  const height = Math.min(source.y + source.height, kept.y + kept.height) - top;
  if (width <= 0 || height <= 0) return null;
  const across = view.width / source.width;
  const down = view.height / source.height;
  return {
    from: { x: left, y: top, width, height },
    to: {
      x: view.x + (left - source.x) * across,
      y: view.y + (top - source.y) * down,
      width: width * across,
      height: height * down,
    },
  };
}
