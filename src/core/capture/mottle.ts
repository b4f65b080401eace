import type { Rectangle } from './covered-pixels';

/** A part of the mottled pattern in whole pixels, and which of the shades it has: 0 is the darkest. */
export interface MottledCell extends Rectangle {
  readonly shade: number;
}

/** A larger area gets larger cells, so that it never takes longer to paint than this many. */
const MOST_CELLS = 6000;
/** How many cells lie between two points of the pattern: wider than high, as blurred lines of writing are. */
const ACROSS = 5;
const DOWN = 2.5;

/** A number that is the same for the same text. */
function seedOf(text: string): number {
  let seed = 0x2545f491;
  for (const sign of text) seed = Math.imul(seed ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return seed;
}

/** From 0 to 1, the same for the same place, and without a visible order among neighbours. */
function valueAt(seed: number, column: number, row: number): number {
  let value = seed ^ Math.imul(column + 1, 0x27d4eb2d) ^ Math.imul(row + 1, 0x165667b1);
  value = Math.imul(value ^ (value >>> 15), 0x7feb352d);
  value = Math.imul(value ^ (value >>> 13), 0x68e31da5);
  return ((value ^ (value >>> 16)) >>> 0) / 2 ** 32;
}

function between(from: number, to: number, share: number): number {
  return from + (to - from) * share * share * (3 - 2 * share);
}

/** The pattern's value between its points, from 0 to 1. */
function smoothAt(seed: number, across: number, down: number): number {
  const [column, row] = [Math.floor(across), Math.floor(down)];
  const upper = between(valueAt(seed, column, row), valueAt(seed, column + 1, row), across - column);
  const lower = between(valueAt(seed, column, row + 1), valueAt(seed, column + 1, row + 1), across - column);
  return between(upper, lower, down - row);
}

/**
 * A soft pattern over an area, which looks like something blurred and is computed from an id alone: nothing of a picture
 * goes into it, so nothing of one can be read out of it. The cells come row by row and cover the area exactly. `cellPx`
 * is how large a cell is on a small area, `shades` how many there are.
 */
export function mottledCells(id: string, area: Rectangle, cellPx: number, shades: number): readonly MottledCell[] {
  const side = Math.max(Math.ceil(cellPx), Math.ceil(Math.sqrt((area.width * area.height) / MOST_CELLS)), 1);
  const seed = seedOf(id);
  const cells: MottledCell[] = [];
  for (let top = 0; top < area.height; top += side) {
    for (let left = 0; left < area.width; left += side) {
      const value = smoothAt(seed, left / side / ACROSS, top / side / DOWN);
      cells.push({
        x: area.x + left,
        y: area.y + top,
        width: Math.min(side, area.width - left),
        height: Math.min(side, area.height - top),
        shade: Math.min(Math.floor(value * shades), shades - 1),
      });
    }
  }
  return cells;
}
