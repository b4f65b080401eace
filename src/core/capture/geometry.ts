import { assertNever } from '../assert-never';
import type { Rectangle } from './covered-pixels';
import { fontPxOn, lineHeightOf, type Size, stepRadiusOn, textPaddingOf } from './mark-sizes';
import type { MarkStyle, Shape, ShapeKind } from './shapes';

/** A point in pixels of the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the measures of some shapes depend on: the picture, and how wide a text is written, both in pixels. */
export interface Measures {
  readonly picture: Size;
  readonly textWidth: (text: string, fontPx: number) => number;
}

/** The kinds that are drawn from one corner or end to another. */
export type SpannedKind = Exclude<ShapeKind, 'freehand' | 'marker' | 'text' | 'step'>;

/** A part of a shape that can be dragged. `view` is a call-out's enlarged picture. */
export type HandleName =
  | 'from'
  | 'to'
  | 'top-left'
  | 'top'
  | 'top-right'
  | 'right'
  | 'bottom-right'
  | 'bottom'
  | 'bottom-left'
  | 'left'
  | 'view';

/** Where a handle stands. */
export interface Handle extends Point {
  readonly name: HandleName;
}

/** How much a new call-out enlarges. */
const MAGNIFICATION = 2;
const SMALLEST_PX = 4;

/** A rectangle with positive sides. */
function upright({ x, y, width, height }: Rectangle): Rectangle {
  return { x: Math.min(x, x + width), y: Math.min(y, y + height), width: Math.abs(width), height: Math.abs(height) };
}

function around(points: readonly Point[]): Rectangle {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const x = xs.reduce((one, other) => Math.min(one, other));
  const y = ys.reduce((one, other) => Math.min(one, other));
  return {
    x,
    y,
    width: xs.reduce((one, other) => Math.max(one, other)) - x,
    height: ys.reduce((one, other) => Math.max(one, other)) - y,
  };
}

/** The smallest rectangle around all of these, with positive sides; null around none. */
export function boundsAround(rectangles: readonly Rectangle[]): Rectangle | null {
  if (rectangles.length === 0) return null;
  return around(
    rectangles.map(upright).flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
  );
}

/** Where a call-out's enlarged picture lies. */
export function viewOf(callout: Extract<Shape, { kind: 'callout' }>): Rectangle {
  const { toX, toY, magnification } = callout;
  const { width, height } = upright(callout);
  return { x: toX, y: toY, width: width * magnification, height: height * magnification };
}

/** The rectangle that a shape takes up, with positive sides; of a call-out what it enlarges, without its view. */
export function boundsOf(shape: Shape, measures: Measures): Rectangle {
  switch (shape.kind) {
    case 'arrow':
    case 'line':
      return around([
        { x: shape.fromX, y: shape.fromY },
        { x: shape.toX, y: shape.toY },
      ]);
    case 'rectangle':
    case 'ellipse':
    case 'redaction':
    case 'callout':
      return upright(shape);
    case 'freehand':
    case 'marker':
      return around(shape.points);
    case 'text': {
      const fontPx = fontPxOn(measures.picture, shape.weight);
      const lines = shape.text.split('\n');
      const widest = lines.reduce((width, line) => Math.max(width, measures.textWidth(line, fontPx)), fontPx);
      const padding = textPaddingOf(fontPx);
      return {
        x: shape.x,
        y: shape.y,
        width: Math.ceil(widest) + 2 * padding,
        height: lines.length * lineHeightOf(fontPx) + 2 * padding,
      };
    }
    case 'step': {
      const radius = stepRadiusOn(measures.picture, shape.weight);
      return { x: shape.x - radius, y: shape.y - radius, width: 2 * radius, height: 2 * radius };
    }
    default:
      return assertNever(shape);
  }
}

/** Everything a shape takes up, a call-out's view with it. */
export function fullBoundsOf(shape: Shape, measures: Measures): Rectangle {
  const bounds = boundsOf(shape, measures);
  return shape.kind === 'callout' ? around(cornersOf(bounds).concat(cornersOf(viewOf(shape)))) : bounds;
}

function cornersOf({ x, y, width, height }: Rectangle): Point[] {
  return [
    { x, y },
    { x: x + width, y: y + height },
  ];
}

/** A shape from one point to another, as it is drawn with the mouse. */
export function shapeBetween(kind: SpannedKind, id: string, style: MarkStyle, from: Point, to: Point): Shape {
  const frame = { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
  switch (kind) {
    case 'arrow':
    case 'line':
      return { id, kind, ...style, fromX: from.x, fromY: from.y, toX: to.x, toY: to.y };
    case 'rectangle':
    case 'ellipse':
      return { id, kind, ...style, ...frame };
    case 'redaction':
      return { id, kind, look: 'solid', ...frame };
    case 'callout': {
      // Below and to the right of what it enlarges, where it covers none of it.
      const { x, y, width, height } = upright(frame);
      return { id, kind, ...style, ...frame, toX: x + width, toY: y + height, magnification: MAGNIFICATION };
    }
    default:
      return assertNever(kind);
  }
}

/** A shape of a size that can be seen, around a point: what the keyboard begins with. */
export function shapeAround(kind: ShapeKind, id: string, style: MarkStyle, center: Point, picture: Size): Shape {
  const halfWidth = Math.max(4, Math.round(picture.width / 12));
  const halfHeight = Math.max(4, Math.round(picture.height / (kind === 'redaction' ? 40 : 16)));
  const middle = { x: Math.round(center.x), y: Math.round(center.y) };
  const first = { x: middle.x - halfWidth, y: middle.y - halfHeight };
  const last = { x: middle.x + halfWidth, y: middle.y + halfHeight };
  switch (kind) {
    case 'freehand':
    case 'marker': {
      const y = middle.y;
      return {
        id,
        kind,
        ...style,
        points: [
          { x: first.x, y },
          { x: last.x, y },
        ],
      };
    }
    case 'text':
      return { id, kind, ...style, ...middle, text: '' };
    case 'step':
      return { id, kind, ...style, ...middle };
    case 'arrow':
      // It points up and to the left, like a pointer.
      return shapeBetween(kind, id, style, last, first);
    default:
      return shapeBetween(kind, id, style, first, last);
  }
}

/** A shape moved, wherever that leads. */
export function moveShape(shape: Shape, by: Point): Shape {
  switch (shape.kind) {
    case 'arrow':
    case 'line':
      return {
        ...shape,
        fromX: shape.fromX + by.x,
        fromY: shape.fromY + by.y,
        toX: shape.toX + by.x,
        toY: shape.toY + by.y,
      };
    case 'freehand':
    case 'marker':
      return { ...shape, points: shape.points.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })) };
    case 'callout':
      return { ...shape, x: shape.x + by.x, y: shape.y + by.y, toX: shape.toX + by.x, toY: shape.toY + by.y };
    case 'rectangle':
    case 'ellipse':
    case 'redaction':
    case 'text':
    case 'step':
      return { ...shape, x: shape.x + by.x, y: shape.y + by.y };
    default:
      return assertNever(shape);
  }
}

/** Where the two limits cross (something wider than the picture), the lower one holds. */
function limit(value: number, lowest: number, highest: number): number {
  return Math.max(Math.min(value, highest), lowest);
}

/** Shapes moved together, as far as they stay in the picture. */
export function moveWithin(shapes: readonly Shape[], by: Point, measures: Measures): readonly Shape[] {
  const bounds = boundsAround(shapes.map((shape) => boundsOf(shape, measures)));
  if (bounds === null) return shapes;
  const { picture } = measures;
  const within = {
    x: limit(by.x, -bounds.x, picture.width - bounds.width - bounds.x),
    y: limit(by.y, -bounds.y, picture.height - bounds.height - bounds.y),
  };
  return shapes.map((shape) => moveShape(shape, within));
}

/** The handles of a shape; a text and a step have none. */
export function handlesOf(shape: Shape, measures: Measures): readonly Handle[] {
  switch (shape.kind) {
    case 'arrow':
    case 'line':
      return [
        { name: 'from', x: shape.fromX, y: shape.fromY },
        { name: 'to', x: shape.toX, y: shape.toY },
      ];
    case 'text':
    case 'step':
      return [];
    case 'callout': {
      const view = viewOf(shape);
      const handle: Handle = { name: 'view', x: view.x + view.width, y: view.y + view.height };
      return [...frameHandles(boundsOf(shape, measures)), handle];
    }
    default:
      return frameHandles(boundsOf(shape, measures));
  }
}

function frameHandles({ x, y, width, height }: Rectangle): Handle[] {
  const right = x + width;
  const bottom = y + height;
  const middleX = x + width / 2;
  const middleY = y + height / 2;
  return [
    { name: 'top-left', x, y },
    { name: 'top', x: middleX, y },
    { name: 'top-right', x: right, y },
    { name: 'right', x: right, y: middleY },
    { name: 'bottom-right', x: right, y: bottom },
    { name: 'bottom', x: middleX, y: bottom },
    { name: 'bottom-left', x, y: bottom },
    { name: 'left', x, y: middleY },
  ];
}

/** The rectangle after one of its handles was dragged to a point; the opposite side or corner stays. */
function dragFrame({ x, y, width, height }: Rectangle, name: HandleName, point: Point): Rectangle {
  const left = name.endsWith('left') ? point.x : x;
  const right = name.endsWith('right') ? point.x : x + width;
  const top = name.startsWith('top') ? point.y : y;
  const bottom = name.startsWith('bottom') ? point.y : y + height;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** A shape whose handle was dragged to a point; what lies opposite stays. Handles that it does not have change nothing. */
export function dragHandle(shape: Shape, name: HandleName, point: Point, measures: Measures): Shape {
  switch (shape.kind) {
    case 'arrow':
    case 'line':
      if (name === 'from') return { ...shape, fromX: point.x, fromY: point.y };
      return name === 'to' ? { ...shape, toX: point.x, toY: point.y } : shape;
    case 'rectangle':
    case 'ellipse':
    case 'redaction':
      return { ...shape, ...dragFrame(boundsOf(shape, measures), name, point) };
    case 'callout':
      if (name === 'view') {
        const { width } = boundsOf(shape, measures);
        return { ...shape, magnification: limit((point.x - shape.toX) / Math.max(width, 1), 1.5, 8) };
      }
      return { ...shape, ...dragFrame(boundsOf(shape, measures), name, point) };
    case 'freehand':
    case 'marker': {
      const before = boundsOf(shape, measures);
      const after = dragFrame(before, name, point);
      const across = before.width === 0 ? 1 : after.width / before.width;
      const down = before.height === 0 ? 1 : after.height / before.height;
      const points = shape.points.map(({ x, y }) => ({
        x: after.x + (x - before.x) * across,
        y: after.y + (y - before.y) * down,
      }));
      return { ...shape, points };
    }
    case 'text':
    case 'step':
      return shape;
    default:
      return assertNever(shape);
  }
}

/** A shape whose last end (an arrow's tip, a rectangle's last corner) is moved within the picture. */
export function resizeWithin(shape: Shape, by: Point, measures: Measures): Shape {
  const handle = handlesOf(shape, measures).find(({ name }) => name === 'to' || name === 'bottom-right');
  if (handle === undefined) return shape;
  return dragHandle(
    shape,
    handle.name,
    clampPoint({ x: handle.x + by.x, y: handle.y + by.y }, measures.picture),
    measures,
  );
}

/** Whether a shape is worth keeping: less is a click that slipped. A rectangle without area shows nothing. */
export function isLargeEnough(shape: Shape, measures: Measures): boolean {
  const { width, height } = boundsOf(shape, measures);
  switch (shape.kind) {
    case 'arrow':
    case 'line':
    case 'freehand':
    case 'marker':
      return Math.hypot(width, height) >= 2 * SMALLEST_PX;
    case 'text':
      return shape.text.trim() !== '';
    case 'step':
      return true;
    default:
      return width >= SMALLEST_PX && height >= SMALLEST_PX;
  }
}

/** The nearest point in the picture. */
export function clampPoint(point: Point, picture: Size): Point {
  return { x: limit(point.x, 0, picture.width), y: limit(point.y, 0, picture.height) };
}
