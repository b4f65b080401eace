import { assertNever } from '@core/assert-never';
import {
  applyToDrawing,
  type DrawingHistory,
  redoDrawing,
  startDrawing,
  undoDrawing,
} from '@core/capture/drawing-history';
import type { Drawing, Shape } from '@core/capture/shapes';
import { isLargeEnough } from './shape-edits';

/** What the mouse and Enter do. */
export type Tool = 'select' | Shape['kind'];

/** The editor's drawing, and what is going on in it. */
export interface EditorState {
  readonly history: DrawingHistory;
  readonly tool: Tool;
  readonly selectedId: string | null;
  /** A shape that is being drawn, moved or resized right now: not yet one step of the history. */
  readonly draft: Shape | null;
}

/** One thing a person does in the editor. */
export type EditorAction =
  | { readonly kind: 'choose-tool'; readonly tool: Tool }
  | { readonly kind: 'select'; readonly shapeId: string | null }
  | { readonly kind: 'add'; readonly shape: Shape }
  /** Shows a shape as it would be; the first draft of an id that is not there yet draws a new shape. */
  | { readonly kind: 'draft'; readonly shape: Shape }
  /** Makes the draft one step of the history. */
  | { readonly kind: 'settle' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'remove'; readonly shapeId: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

/** An editor that shows this drawing. */
export function startEditor(drawing: Drawing): EditorState {
  return { history: startDrawing(drawing), tool: 'select', selectedId: null, draft: null };
}

/** The shapes as they are to be seen, the draft among them. */
export function visibleShapes({ history, draft }: EditorState): readonly Shape[] {
  const { shapes } = history.present;
  if (draft === null) return shapes;
  if (shapes.every(({ id }) => id !== draft.id)) return [...shapes, draft];
  return shapes.map((shape) => (shape.id === draft.id ? draft : shape));
}

/** The selected shape as it is to be seen; null when there is none, also when it was undone. */
export function selectedShape(state: EditorState): Shape | null {
  return visibleShapes(state).find(({ id }) => id === state.selectedId) ?? null;
}

function settle(state: EditorState): EditorState {
  const { draft, history } = state;
  if (draft === null) return state;
  const known = history.present.shapes.find(({ id }) => id === draft.id);
  if (known !== undefined) {
    const isUnchanged = JSON.stringify(known) === JSON.stringify(draft);
    // A shape that was dragged together to nothing springs back: nobody could find it again.
    if (isUnchanged || !isLargeEnough(draft)) return { ...state, draft: null };
    return { ...state, draft: null, history: applyToDrawing(history, { kind: 'replace', shape: draft }) };
  }
  if (!isLargeEnough(draft)) return { ...state, draft: null, selectedId: null };
  return { ...state, draft: null, history: applyToDrawing(history, { kind: 'add', shape: draft }) };
}

/** The editor after an action. What was being drawn or moved when another action comes is settled first. */
export function changeEditor(state: EditorState, action: EditorAction): EditorState {
  if (action.kind === 'draft') {
    const isSameShape = state.draft === null || state.draft.id === action.shape.id;
    return { ...(isSameShape ? state : settle(state)), draft: action.shape, selectedId: action.shape.id };
  }
  if (action.kind === 'cancel') return cancel(state);
  const settled = settle(state);
  const { history } = settled;
  switch (action.kind) {
    case 'settle':
      return settled;
    case 'choose-tool':
      return { ...settled, tool: action.tool };
    case 'select':
      return { ...settled, selectedId: action.shapeId };
    case 'add':
      return {
        ...settled,
        history: applyToDrawing(history, { kind: 'add', shape: action.shape }),
        selectedId: action.shape.id,
      };
    case 'remove':
      return {
        ...settled,
        history: applyToDrawing(history, { kind: 'remove', shapeId: action.shapeId }),
        selectedId: settled.selectedId === action.shapeId ? null : settled.selectedId,
      };
    case 'undo':
      return { ...settled, history: undoDrawing(history) };
    case 'redo':
      return { ...settled, history: redoDrawing(history) };
    default:
      return assertNever(action);
  }
}

/** Escape goes back one step: out of the shape being drawn, then out of the tool, then out of the selection. */
function cancel(state: EditorState): EditorState {
  if (state.draft !== null) return { ...state, draft: null };
  if (state.tool !== 'select') return { ...state, tool: 'select' };
  return { ...state, selectedId: null };
}
