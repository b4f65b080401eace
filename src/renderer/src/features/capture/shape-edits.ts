import { assertNever } from '@core/assert-never';
import type { Shape } from '@core/capture/shapes';

/** A point in pixels of the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A picture's or a shape's measures. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A shape's end that can be dragged: an arrow has two, a rectangle its four corners. */
export type HandleName = 'from' | 'to' | 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';

/** Where a handle stands. */
export interface Handle extends Point {
  readonly name: HandleName;
}

/** A shape from one point to another, as it is drawn with the mouse. */
export function shapeBetween(kind: Shape['kind'], id: string, from: Point, to: Point): Shape {
  if (kind === 'arrow') return { id, kind, fromX: from.x, fromY: from.y, toX: to.x, toY: to.y };
  return { id, kind, x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
}

/** A shape of a size that can be seen, around a point: what the keyboard begins with. */
export function shapeAround(kind: Shape['kind'], id: string, center: Point, picture: Size): Shape {
  const halfWidth = Math.max(4, Math.round(picture.width / 12));
  const halfHeight = Math.max(4, Math.round(picture.height / (kind === 'redaction' ? 40 : 16)));
  const first = { x: Math.round(center.x) - halfWidth, y: Math.round(center.y) - halfHeight };
  const second = { x: Math.round(center.x) + halfWidth, y: Math.round(center.y) + halfHeight };
  // An arrow points up and to the left, like a pointer.
  return kind === 'arrow' ? shapeBetween(kind, id, second, first) : shapeBetween(kind, id, first, second);
}

/** The smallest rectangle around a shape, with positive sides. */
export function boundsOf(shape: Shape): Point & Size {
  const { from, to } = endsOf(shape);
  const x = Math.min(from.x, to.x);
  const y = Math.min(from.y, to.y);
  return { x, y, width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
}

/** A shape moved, as far as it stays in the picture. */
export function moveShape(shape: Shape, by: Point, picture: Size): Shape {
  const bounds = boundsOf(shape);
  const x = limit(by.x, -bounds.x, picture.width - bounds.width - bounds.x);
  const y = limit(by.y, -bounds.y, picture.height - bounds.height - bounds.y);
  const { from, to } = endsOf(shape);
  return shapeBetween(shape.kind, shape.id, { x: from.x + x, y: from.y + y }, { x: to.x + x, y: to.y + y });
}

/** A shape whose end (an arrow's tip, a rectangle's last corner) is moved within the picture. */
export function resizeShape(shape: Shape, by: Point, picture: Size): Shape {
  const { from, to } = endsOf(shape);
  return shapeBetween(shape.kind, shape.id, from, clampPoint({ x: to.x + by.x, y: to.y + by.y }, picture));
}

/** The handles of a shape. */
export function handlesOf(shape: Shape): readonly Handle[] {
  const { from, to } = endsOf(shape);
  if (shape.kind === 'arrow') {
    return [
      { name: 'from', ...from },
      { name: 'to', ...to },
    ];
  }
  const { x, y, width, height } = boundsOf(shape);
  return [
    { name: 'top-left', x, y },
    { name: 'top-right', x: x + width, y },
    { name: 'bottom-left', x, y: y + height },
    { name: 'bottom-right', x: x + width, y: y + height },
  ];
}

/** A shape whose handle was dragged to a point; the opposite end stays. */
export function dragHandle(shape: Shape, name: HandleName, point: Point): Shape {
  const { from, to } = endsOf(shape);
  const { x, y, width, height } = boundsOf(shape);
  const right = x + width;
  const bottom = y + height;
  switch (name) {
    case 'from':
      return shapeBetween(shape.kind, shape.id, point, to);
    case 'to':
      return shapeBetween(shape.kind, shape.id, from, point);
    case 'top-left':
      return shapeBetween(shape.kind, shape.id, { x: right, y: bottom }, point);
    case 'top-right':
      return shapeBetween(shape.kind, shape.id, { x, y: bottom }, point);
    case 'bottom-left':
      return shapeBetween(shape.kind, shape.id, { x: right, y }, point);
    case 'bottom-right':
      return shapeBetween(shape.kind, shape.id, { x, y }, point);
    default:
      return assertNever(name);
  }
}

const SMALLEST_PX = 4;

/** Whether a shape is worth keeping: less is a click that slipped. A rectangle without area shows nothing. */
export function isLargeEnough(shape: Shape): boolean {
  const { width, height } = boundsOf(shape);
  if (shape.kind === 'arrow') return Math.hypot(width, height) >= 2 * SMALLEST_PX;
  return width >= SMALLEST_PX && height >= SMALLEST_PX;
}

/** The nearest point in the picture. */
export function clampPoint(point: Point, picture: Size): Point {
  return { x: limit(point.x, 0, picture.width), y: limit(point.y, 0, picture.height) };
}

function endsOf(shape: Shape): { from: Point; to: Point } {
  if (shape.kind === 'arrow') {
    return { from: { x: shape.fromX, y: shape.fromY }, to: { x: shape.toX, y: shape.toY } };
  }
  return { from: { x: shape.x, y: shape.y }, to: { x: shape.x + shape.width, y: shape.y + shape.height } };
}

/** Where the two limits cross (a shape as wide as the picture), the lower one holds. */
function limit(value: number, lowest: number, highest: number): number {
  return Math.max(Math.min(value, highest), lowest);
}
