import type { Rectangle } from './covered-pixels';
import type { HandleName, Point } from './geometry';
import type { Size } from './mark-sizes';

/** Lines that something can be laid along: across the picture at `x`, along it at `y`, in its pixels. */
export interface SnapLines {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** The line that something was laid along on each axis; null where there is none. */
export interface Guides {
  readonly x: number | null;
  readonly y: number | null;
}

export const NO_GUIDES: Guides = { x: null, y: null };

/** The edges and the middle of the picture, and of everything that stands on it; rectangles with positive sides. */
export function snapLinesOf(others: readonly Rectangle[], picture: Size): SnapLines {
  const all: readonly Rectangle[] = [{ x: 0, y: 0, ...picture }, ...others];
  return {
    x: all.flatMap(({ x, width }) => [x, x + width / 2, x + width]),
    y: all.flatMap(({ y, height }) => [y, y + height / 2, y + height]),
  };
}

const HALF_A_PIXEL = 0.5;

/** The way to the nearest line from any of these places, in whole pixels; null where none is within reach. */
function nearest(
  places: readonly number[],
  lines: readonly number[],
  reachPx: number,
): { readonly by: number; readonly line: number } | null {
  let found: { readonly by: number; readonly line: number; readonly away: number } | null = null;
  for (const line of lines) {
    for (const place of places) {
      const away = Math.abs(line - place);
      if (away > reachPx || (found !== null && away >= found.away)) continue;
      // Where a line lies between two pixels, either of them is along it: what was laid there must not move on.
      found = { by: away <= HALF_A_PIXEL ? 0 : Math.round(line - place), line, away };
    }
  }
  return found;
}

/**
 * A move that lays what is moved along the nearest lines: its edges or its middle, on each axis for itself. It changes the
 * move by no more than `reachPx`, rounded to a whole pixel.
 */
export function snapMove(
  bounds: Rectangle,
  by: Point,
  lines: SnapLines,
  reachPx: number,
): { readonly by: Point; readonly guides: Guides } {
  const { x, y, width, height } = bounds;
  const left = x + by.x;
  const top = y + by.y;
  const across = nearest([left, left + width / 2, left + width], lines.x, reachPx);
  const along = nearest([top, top + height / 2, top + height], lines.y, reachPx);
  return {
    by: { x: by.x + (across?.by ?? 0), y: by.y + (along?.by ?? 0) },
    guides: { x: across?.line ?? null, y: along?.line ?? null },
  };
}

/** A point that is dragged by a handle, laid along the nearest lines on the axes that the handle moves. */
export function snapHandle(
  point: Point,
  name: HandleName,
  lines: SnapLines,
  reachPx: number,
): { readonly to: Point; readonly guides: Guides } {
  const isEnd = name === 'from' || name === 'to';
  const movesAcross = isEnd || name.includes('left') || name.includes('right');
  const movesAlong = isEnd || name.includes('top') || name.includes('bottom');
  const across = movesAcross ? nearest([point.x], lines.x, reachPx) : null;
  const along = movesAlong ? nearest([point.y], lines.y, reachPx) : null;
  return {
    to: { x: point.x + (across?.by ?? 0), y: point.y + (along?.by ?? 0) },
    guides: { x: across?.line ?? null, y: along?.line ?? null },
  };
}
