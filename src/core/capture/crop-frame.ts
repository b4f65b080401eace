import { coveredPixels, type Rectangle } from './covered-pixels';
import {
  boundsOf,
  dragHandle,
  type Handle,
  type HandleName,
  handlesOf,
  type Measures,
  moveWithin,
  type Point,
  resizeWithin,
} from './geometry';
import { type Crop, DEFAULT_STYLE, type ShapeOf } from './shapes';

/** A frame is taken and moved as a rectangle is; nobody sees this one. */
function asRectangle(crop: Crop): ShapeOf<'rectangle'> {
  return { id: 'crop', kind: 'rectangle', ...DEFAULT_STYLE, ...crop };
}

/** The whole pixels of the picture in a frame; the frame as it was where there are none. */
function toCrop(frame: Rectangle, before: Crop, { picture }: Measures): Crop {
  return coveredPixels(frame, picture) ?? before;
}

/** The handles of a frame around what is kept of the picture. */
export function handlesOfCrop(crop: Crop, measures: Measures): readonly Handle[] {
  return handlesOf(asRectangle(crop), measures);
}

/** A frame from one point to another. */
export function cropBetween(from: Point, to: Point, before: Crop, measures: Measures): Crop {
  return toCrop({ x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y }, before, measures);
}

/** A frame one of whose handles was dragged to a point. */
export function dragCropHandle(crop: Crop, name: HandleName, point: Point, measures: Measures): Crop {
  return toCrop(boundsOf(dragHandle(asRectangle(crop), name, point, measures), measures), crop, measures);
}

/** A frame moved as far as it stays in the picture. */
export function moveCrop(crop: Crop, by: Point, measures: Measures): Crop {
  const [moved] = moveWithin([asRectangle(crop)], by, measures);
  return moved === undefined ? crop : toCrop(boundsOf(moved, measures), crop, measures);
}

/** A frame whose lower right corner is moved within the picture, as far as it stays below and to the right of the other. */
export function resizeCrop(crop: Crop, by: Point, measures: Measures): Crop {
  const least = { x: Math.max(by.x, 1 - crop.width), y: Math.max(by.y, 1 - crop.height) };
  return toCrop(boundsOf(resizeWithin(asRectangle(crop), least, measures), measures), crop, measures);
}
