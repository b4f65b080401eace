import { z } from 'zod';
import { boundsOf, type Measures, moveWithin, type Point } from './geometry';
import { type Shape, shapeSchema } from './shapes';

/**
 * Marks as a text on the clipboard. The first key names what it is, so that no other program's text is taken for it, and
 * its value the version.
 */
const copiedMarksSchema = z.object({ fyraMarks: z.literal(1), shapes: z.array(shapeSchema).min(1).max(5000) });

/** The beginning of every such text; what does not begin so need not be parsed. */
const BEGINNING = '{"fyraMarks":';
/** How far a copy lies from its like, in pixels of the picture, so that both are seen. */
const OFFSET_PX = 16;

/** Marks as a text for the clipboard. */
export function copyMarks(shapes: readonly Shape[]): string {
  return JSON.stringify({ fyraMarks: 1, shapes });
}

/** The marks in a text from the clipboard; null where it holds none, or those of another version. */
export function readCopiedMarks(text: string): readonly Shape[] | null {
  if (!text.startsWith(BEGINNING)) return null;
  try {
    return copiedMarksSchema.parse(JSON.parse(text)).shapes;
  } catch {
    return null;
  }
}

/** The marks and the picture that copies are made for. */
export interface CopyTarget {
  readonly existing: readonly Shape[];
  readonly makeId: () => string;
  readonly measures: Measures;
}

/**
 * Copies of marks with ids of their own, within the picture: in the same place, or beside the marks that are there
 * already.
 */
export function duplicateMarks(shapes: readonly Shape[], { existing, makeId, measures }: CopyTarget): readonly Shape[] {
  const placeOf = (marks: readonly Shape[]): Point | undefined => marks[0] && boundsOf(marks[0], measures);
  const taken = new Set(existing.map((shape) => keyOf(boundsOf(shape, measures))));
  const copies = shapes.map((shape) => ({ ...shape, id: makeId() }));
  let placed = moveWithin(copies, { x: 0, y: 0 }, measures);
  for (let place = placeOf(placed); place !== undefined && taken.has(keyOf(place)); place = placeOf(placed)) {
    // At the edge of the picture nothing moves further; then it has been here before and stays.
    taken.delete(keyOf(place));
    placed = moveWithin(placed, { x: OFFSET_PX, y: OFFSET_PX }, measures);
  }
  return placed;
}

function keyOf({ x, y }: Point): string {
  return `${x} ${y}`;
}
