import { assertNever } from '../assert-never';
import type { Crop, Drawing, Shape } from './shapes';

/** A drawing with the ways back and forth. `past` ends with the drawing before, `future` begins with the one undone last. */
export interface DrawingHistory {
  readonly past: readonly Drawing[];
  readonly present: Drawing;
  readonly future: readonly Drawing[];
}

/** Where among the others shapes are moved: later ones lie on top. */
export type Reordering = 'forward' | 'backward' | 'to-front' | 'to-back';

/** One thing a person does to a drawing. */
export type DrawingChange =
  | { readonly kind: 'add'; readonly shapes: readonly Shape[] }
  /** Puts shapes in the places of those with their ids. */
  | { readonly kind: 'replace'; readonly shapes: readonly Shape[] }
  | { readonly kind: 'remove'; readonly shapeIds: readonly string[] }
  | { readonly kind: 'reorder'; readonly shapeIds: readonly string[]; readonly to: Reordering }
  /** Keeps a part of the picture, or with null all of it again. */
  | { readonly kind: 'crop'; readonly crop: Crop | null }
  | { readonly kind: 'clear' };

/** A history that begins with this drawing. */
export function startDrawing(present: Drawing): DrawingHistory {
  return { past: [], present, future: [] };
}

/** Each chosen shape one place up, those on top first, none past another chosen one. */
function moveForward(shapes: readonly Shape[], isChosen: (shape: Shape) => boolean): readonly Shape[] {
  const moved = [...shapes];
  for (let index = moved.length - 2; index >= 0; index -= 1) {
    const shape = moved[index];
    const above = moved[index + 1];
    if (shape && above && isChosen(shape) && !isChosen(above)) moved.splice(index, 2, above, shape);
  }
  return moved;
}

function reorder(shapes: readonly Shape[], ids: ReadonlySet<string>, to: Reordering): readonly Shape[] {
  const isChosen = ({ id }: Shape) => ids.has(id);
  const chosen = shapes.filter(isChosen);
  const others = shapes.filter((shape) => !isChosen(shape));
  switch (to) {
    case 'to-front':
      return [...others, ...chosen];
    case 'to-back':
      return [...chosen, ...others];
    case 'forward':
      return moveForward(shapes, isChosen);
    case 'backward':
      return moveForward(shapes.toReversed(), isChosen).toReversed();
    default:
      return assertNever(to);
  }
}

function changeDrawing(drawing: Drawing, change: DrawingChange): Drawing {
  const { shapes } = drawing;
  switch (change.kind) {
    case 'add': {
      const known = new Set(shapes.map(({ id }) => id));
      return { ...drawing, shapes: [...shapes, ...change.shapes.filter(({ id }) => !known.has(id))] };
    }
    case 'replace': {
      const next = new Map(change.shapes.map((shape) => [shape.id, shape]));
      return { ...drawing, shapes: shapes.map((shape) => next.get(shape.id) ?? shape) };
    }
    case 'remove': {
      const gone = new Set(change.shapeIds);
      return { ...drawing, shapes: shapes.filter(({ id }) => !gone.has(id)) };
    }
    case 'reorder':
      return { ...drawing, shapes: [...reorder(shapes, new Set(change.shapeIds), change.to)] };
    case 'crop':
      return { ...drawing, crop: change.crop };
    case 'clear':
      return { ...drawing, shapes: [] };
    default:
      return assertNever(change);
  }
}

function isSameDrawing(one: Drawing, other: Drawing): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The history after a change; what had been undone is gone. A change that changes nothing leaves the history as it was. */
export function applyToDrawing(history: DrawingHistory, change: DrawingChange): DrawingHistory {
  const { past, present } = history;
  const next = changeDrawing(present, change);
  return isSameDrawing(next, present) ? history : { past: [...past, present], present: next, future: [] };
}

/** One change back; the same history where there is none. */
export function undoDrawing(history: DrawingHistory): DrawingHistory {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

/** One undone change forth again; the same history where there is none. */
export function redoDrawing(history: DrawingHistory): DrawingHistory {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}
