import { coveredPixels, type Rectangle } from '@core/capture/covered-pixels';

/** A point in pixels of the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The region so far: the corner that stays and the corner that moves. */
export interface RegionSelection {
  readonly fixed: Point;
  readonly moving: Point;
}

const STEP_PX = 1;
const LONG_STEP_PX = 20;
/** A shorter drag is a click that slipped. */
const SHORTEST_DRAG_PX = 4;

/** The whole pixels of a selection; null when it holds none. */
export function pixelsOf({ fixed, moving }: RegionSelection, picture: Size): Rectangle | null {
  return coveredPixels({ x: fixed.x, y: fixed.y, width: moving.x - fixed.x, height: moving.y - fixed.y }, picture);
}

/** Whether a drag was meant as one. */
export function isDrag({ fixed, moving }: RegionSelection): boolean {
  return Math.abs(moving.x - fixed.x) >= SHORTEST_DRAG_PX && Math.abs(moving.y - fixed.y) >= SHORTEST_DRAG_PX;
}

/** What the keyboard begins with: the middle half of the picture. */
function middleOf({ width, height }: Size): RegionSelection {
  return {
    fixed: { x: Math.round(width / 4), y: Math.round(height / 4) },
    moving: { x: Math.round((width * 3) / 4), y: Math.round((height * 3) / 4) },
  };
}

function clamp({ x, y }: Point, picture: Size): Point {
  return { x: Math.min(Math.max(x, 0), picture.width), y: Math.min(Math.max(y, 0), picture.height) };
}

const DIRECTIONS: ReadonlyMap<string, Point> = new Map([
  ['ArrowLeft', { x: -1, y: 0 }],
  ['ArrowRight', { x: 1, y: 0 }],
  ['ArrowUp', { x: 0, y: -1 }],
  ['ArrowDown', { x: 0, y: 1 }],
]);

/** The selection after a key; null for a key that changes none. The first key sets up a selection to work from. */
export function changeByKey(
  selection: RegionSelection | null,
  key: { readonly key: string; readonly shiftKey: boolean },
  picture: Size,
): RegionSelection | null {
  const direction = DIRECTIONS.get(key.key);
  if (key.key === 'Tab') {
    return selection === null ? middleOf(picture) : { fixed: selection.moving, moving: selection.fixed };
  }
  if (direction === undefined) return null;
  if (selection === null) return middleOf(picture);
  const step = key.shiftKey ? LONG_STEP_PX : STEP_PX;
  const moved = { x: selection.moving.x + direction.x * step, y: selection.moving.y + direction.y * step };
  return { fixed: selection.fixed, moving: clamp(moved, picture) };
}
