import { assertNever } from '../assert-never';
import type { Drawing, Shape } from './shapes';

/** A drawing with the ways back and forth. `past` ends with the drawing before, `future` begins with the one undone last. */
export interface DrawingHistory {
  readonly past: readonly Drawing[];
  readonly present: Drawing;
  readonly future: readonly Drawing[];
}

/** One thing a person does to a drawing. */
export type DrawingChange =
  | { readonly kind: 'add'; readonly shape: Shape }
  /** Puts a shape in the place of the one with its id. */
  | { readonly kind: 'replace'; readonly shape: Shape }
  | { readonly kind: 'remove'; readonly shapeId: string }
  | { readonly kind: 'clear' };

/** A history that begins with this drawing. */
export function startDrawing(present: Drawing): DrawingHistory {
  return { past: [], present, future: [] };
}

function changeShapes(shapes: readonly Shape[], change: DrawingChange): readonly Shape[] {
  switch (change.kind) {
    case 'add':
      return shapes.some(({ id }) => id === change.shape.id) ? shapes : [...shapes, change.shape];
    case 'replace':
      return shapes.some(({ id }) => id === change.shape.id)
        ? shapes.map((shape) => (shape.id === change.shape.id ? change.shape : shape))
        : shapes;
    case 'remove':
      return shapes.some(({ id }) => id === change.shapeId) ? shapes.filter(({ id }) => id !== change.shapeId) : shapes;
    case 'clear':
      return shapes.length === 0 ? shapes : [];
    default:
      return assertNever(change);
  }
}

/**
 * The history after a change; what had been undone is gone. A change that changes nothing (an id that is not there, or
 * one that is there already) leaves the history as it was.
 */
export function applyToDrawing(history: DrawingHistory, change: DrawingChange): DrawingHistory {
  const { past, present } = history;
  const shapes = changeShapes(present.shapes, change);
  if (shapes === present.shapes) return history;
  return { past: [...past, present], present: { ...present, shapes: [...shapes] }, future: [] };
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
