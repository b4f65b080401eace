import { assertNever } from '@core/assert-never';
import {
  applyToDrawing,
  type DrawingChange,
  type DrawingHistory,
  type Reordering,
  redoDrawing,
  startDrawing,
  undoDrawing,
} from '@core/capture/drawing-history';
import { isLargeEnough, type Measures } from '@core/capture/geometry';
import { DEFAULT_LOOK, type MarkLook, restyle } from '@core/capture/mark-look';
import type { Crop, Drawing, Shape, ShapeKind } from '@core/capture/shapes';

/** What the mouse and Enter do. */
export type Tool = 'select' | 'crop' | ShapeKind;

/** The editor's drawing, and what is going on in it. */
export interface EditorState {
  readonly history: DrawingHistory;
  readonly measures: Measures;
  readonly tool: Tool;
  /** What the next mark looks like. */
  readonly look: MarkLook;
  /** The selected shapes; each of them exists. */
  readonly selectedIds: readonly string[];
  /** Shapes that are being drawn, moved, resized or written right now: not yet one step of the history. */
  readonly draft: readonly Shape[];
  /** The text among the draft that somebody is writing. */
  readonly writingId: string | null;
  /** What is about to be kept of the picture; null unless the crop tool is chosen. */
  readonly cropFrame: Crop | null;
}

/** One thing a person does in the editor. */
export type EditorAction =
  | { readonly kind: 'choose-tool'; readonly tool: Tool }
  | { readonly kind: 'select'; readonly shapeIds: readonly string[] }
  /** Adds a shape to the selection, or takes it out. */
  | { readonly kind: 'toggle'; readonly shapeId: string }
  | { readonly kind: 'select-all' }
  | { readonly kind: 'add'; readonly shapes: readonly Shape[] }
  /** Shows shapes as they would be; the first draft of an id that is not there yet draws a new shape. */
  | { readonly kind: 'draft'; readonly shapes: readonly Shape[] }
  /** Begins to write a text: one that is there, or a new one. */
  | { readonly kind: 'write'; readonly shape: Extract<Shape, { kind: 'text' }> }
  /** Makes the draft one step of the history. */
  | { readonly kind: 'settle' }
  /** Gives up what is going on. Written text is kept. */
  | { readonly kind: 'cancel' }
  | { readonly kind: 'remove'; readonly shapeIds: readonly string[] }
  | { readonly kind: 'reorder'; readonly to: Reordering }
  /** Restyles the selection, and what is drawn next. */
  | { readonly kind: 'restyle'; readonly look: Partial<MarkLook> }
  | { readonly kind: 'frame-crop'; readonly frame: Crop }
  /** Keeps what the frame holds. */
  | { readonly kind: 'apply-crop' }
  /** Brings the whole picture back. */
  | { readonly kind: 'uncrop' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

/** An editor that shows this drawing, in which marks begin with this look. */
export function startEditor(drawing: Drawing, measures: Measures, look: MarkLook = DEFAULT_LOOK): EditorState {
  const history = startDrawing(drawing);
  return { history, measures, tool: 'select', look, selectedIds: [], draft: [], writingId: null, cropFrame: null };
}

/** The shapes as they are to be seen, the draft among them. */
export function visibleShapes({ history, draft }: EditorState): readonly Shape[] {
  const { shapes } = history.present;
  if (draft.length === 0) return shapes;
  const drafts = new Map(draft.map((shape) => [shape.id, shape]));
  const known = new Set(shapes.map(({ id }) => id));
  const added = [...drafts.values()].filter(({ id }) => !known.has(id));
  return [...shapes.map((shape) => drafts.get(shape.id) ?? shape), ...added];
}

/** The selected shapes as they are to be seen, the lowest first. */
export function selectedShapes(state: EditorState): readonly Shape[] {
  const ids = new Set(state.selectedIds);
  return visibleShapes(state).filter(({ id }) => ids.has(id));
}

/** What is kept of the picture by a frame around all of it is the whole picture. */
function asCrop(frame: Crop, { picture }: Measures): Crop | null {
  const isWhole = frame.x === 0 && frame.y === 0 && frame.width >= picture.width && frame.height >= picture.height;
  return isWhole ? null : frame;
}

function idsOf(shapes: readonly Shape[]): readonly string[] {
  return [...new Set(shapes.map(({ id }) => id))];
}

/** The selection without shapes that do not exist. */
function withKnownSelection(state: EditorState): EditorState {
  const known = new Set(visibleShapes(state).map(({ id }) => id));
  const selectedIds = state.selectedIds.filter((id) => known.has(id));
  return selectedIds.length === state.selectedIds.length ? state : { ...state, selectedIds };
}

function settle(state: EditorState): EditorState {
  const { draft, history, measures, writingId } = state;
  if (draft.length === 0) return state;
  const before = new Map(history.present.shapes.map((shape) => [shape.id, shape]));
  const isWorthKeeping = (shape: Shape) => isLargeEnough(shape, measures);
  const added = draft.filter((shape) => !before.has(shape.id) && isWorthKeeping(shape));
  // A shape that was dragged together to nothing springs back: nobody could find it again.
  const replaced = draft.filter((shape) => before.has(shape.id) && isWorthKeeping(shape));
  const emptied = draft.filter(({ id, kind }) => kind === 'text' && id === writingId && before.has(id));
  const changes: DrawingChange[] = [];
  if (added.length > 0) changes.push({ kind: 'add', shapes: added });
  if (replaced.length > 0) changes.push({ kind: 'replace', shapes: replaced });
  else if (emptied.length > 0) changes.push({ kind: 'remove', shapeIds: emptied.map(({ id }) => id) });
  return withKnownSelection({
    ...state,
    draft: [],
    writingId: null,
    history: changes.reduce(applyToDrawing, history),
  });
}

/** The editor after a change of its drawing. */
function changed(state: EditorState, change: DrawingChange): EditorState {
  return withKnownSelection({ ...state, history: applyToDrawing(state.history, change) });
}

/** The editor at another point of its history. Shapes that are there again are selected, so that they are seen. */
function travel(state: EditorState, history: DrawingHistory): EditorState {
  const before = new Set(state.history.present.shapes.map(({ id }) => id));
  const returned = history.present.shapes.filter(({ id }) => !before.has(id)).map(({ id }) => id);
  return withKnownSelection({
    ...state,
    history,
    selectedIds: returned.length > 0 ? returned : state.selectedIds,
    cropFrame: state.cropFrame === null ? null : frameOf(history.present, state.measures),
  });
}

/** Where the crop frame begins: around what is kept so far. */
function frameOf({ crop }: Drawing, { picture }: Measures): Crop {
  return crop ?? { x: 0, y: 0, width: picture.width, height: picture.height };
}

/** Escape goes back one step: out of the shape being drawn, then out of the tool, then out of the selection. */
function cancel(state: EditorState): EditorState {
  if (state.writingId !== null) return settle(state);
  if (state.draft.length > 0) return withKnownSelection({ ...state, draft: [] });
  if (state.tool !== 'select') return { ...state, tool: 'select', cropFrame: null };
  return { ...state, selectedIds: [] };
}

function showDraft(state: EditorState, shapes: readonly Shape[]): EditorState {
  const drafted = new Set(state.draft.map(({ id }) => id));
  const isSame = state.draft.length === 0 || shapes.every(({ id }) => drafted.has(id));
  const selectedIds = idsOf(shapes);
  return withKnownSelection({ ...(isSame ? state : settle(state)), draft: shapes, selectedIds });
}

/** The editor after an action. What was being drawn, moved or written when another action comes is settled first. */
export function changeEditor(state: EditorState, action: EditorAction): EditorState {
  if (action.kind === 'draft') return showDraft(state, action.shapes);
  if (action.kind === 'cancel') return cancel(state);
  const settled = settle(state);
  const { history, measures } = settled;
  switch (action.kind) {
    case 'settle':
      return settled;
    case 'choose-tool':
      return {
        ...settled,
        tool: action.tool,
        cropFrame: action.tool === 'crop' ? (settled.cropFrame ?? frameOf(history.present, measures)) : null,
      };
    case 'select':
      return withKnownSelection({ ...settled, selectedIds: [...new Set(action.shapeIds)] });
    case 'toggle': {
      const others = settled.selectedIds.filter((id) => id !== action.shapeId);
      const isSelected = others.length < settled.selectedIds.length;
      return withKnownSelection({ ...settled, selectedIds: isSelected ? others : [...others, action.shapeId] });
    }
    case 'select-all':
      return { ...settled, selectedIds: idsOf(history.present.shapes) };
    case 'add': {
      const added = changed(settled, { kind: 'add', shapes: action.shapes });
      return withKnownSelection({ ...added, selectedIds: idsOf(action.shapes) });
    }
    case 'write':
      return { ...settled, draft: [action.shape], writingId: action.shape.id, selectedIds: [action.shape.id] };
    case 'remove':
      return changed(settled, { kind: 'remove', shapeIds: action.shapeIds });
    case 'reorder':
      return changed(settled, { kind: 'reorder', shapeIds: settled.selectedIds, to: action.to });
    case 'restyle': {
      const look = { ...settled.look, ...action.look };

      const shapes = selectedShapes(settled).map((shape) => restyle(shape, action.look));
      return changed({ ...settled, look }, { kind: 'replace', shapes });
    }
    case 'frame-crop':
      return settled.tool === 'crop' ? { ...settled, cropFrame: action.frame } : settled;
    case 'apply-crop': {
      if (settled.cropFrame === null) return settled;
      const crop = asCrop(settled.cropFrame, measures);
      return { ...changed(settled, { kind: 'crop', crop }), tool: 'select', cropFrame: null };
    }
    case 'uncrop':
      return { ...changed(settled, { kind: 'crop', crop: null }), tool: 'select', cropFrame: null };
    case 'undo':
      return travel(settled, undoDrawing(history));
    case 'redo':
      return travel(settled, redoDrawing(history));
    default:
      return assertNever(action);
  }
}
