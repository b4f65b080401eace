import { isInView } from '@core/capture/callout-view';
import type { Rectangle } from '@core/capture/covered-pixels';
import { handlesOfCrop } from '@core/capture/crop-frame';
import { type HandleName, handlesOf, type Point, type SpannedKind } from '@core/capture/geometry';
import { styleOf } from '@core/capture/mark-look';
import type { Crop, Shape, ShapeKind, ShapeOf } from '@core/capture/shapes';
import type { Guides } from '@core/capture/snapping';
import { type EditorAction, type EditorState, selectedShapes, visibleShapes } from './editor-state';
import { handleAt, topmostAt } from './hit-test';

/** What the pressed mouse is doing, from where and with what. All points are in pixels of the picture. */
export type Drag =
  | { readonly kind: 'span'; readonly shapeKind: SpannedKind; readonly id: string; readonly from: Point }
  | { readonly kind: 'stroke'; readonly stroke: ShapeOf<'freehand' | 'marker'> }
  | { readonly kind: 'place'; readonly step: ShapeOf<'step'> }
  | { readonly kind: 'write'; readonly text: ShapeOf<'text'> }
  | {
      readonly kind: 'move';
      readonly from: Point;
      readonly shapes: readonly Shape[];
      readonly hitId: string;
      readonly hasMoved: boolean;
    }
  | { readonly kind: 'handle'; readonly name: HandleName; readonly shape: Shape }
  /** A call-out's enlarged picture, without what it enlarges. */
  | { readonly kind: 'view'; readonly from: Point; readonly callout: ShapeOf<'callout'> }
  /** A rubber band around what is to be selected, together with what was selected before. */
  | { readonly kind: 'band'; readonly from: Point; readonly to: Point; readonly kept: readonly string[] }
  | { readonly kind: 'crop'; readonly from: Point; readonly frame: Crop }
  | { readonly kind: 'crop-move'; readonly from: Point; readonly frame: Crop }
  | { readonly kind: 'crop-handle'; readonly name: HandleName; readonly frame: Crop };

/** A drag, if there is one, and what the editor is to do. */
export interface DragStep {
  readonly drag: Drag | null;
  readonly actions: readonly EditorAction[];
  /** What is being dragged lies along these lines. */
  readonly guides?: Guides;
}

/** How the mouse is pressed. */
export interface Press {
  readonly at: Point;
  /** How close to a line or a handle counts as on it, in pixels of the picture. */
  readonly reachPx: number;
  readonly withShift: boolean;
  /** The id of the shape that may come of it. */
  readonly newId: string;
}

function isInside({ x, y }: Point, frame: Rectangle): boolean {
  return x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height;
}

function beginCrop(frame: Crop, state: EditorState, { at, reachPx }: Press): Drag {
  const handle = handleAt(handlesOfCrop(frame, state.measures), at, reachPx);
  if (handle !== null) return { kind: 'crop-handle', name: handle.name, frame };
  const { picture } = state.measures;
  const isWhole = frame.width === picture.width && frame.height === picture.height;
  // A frame around everything cannot be moved: whoever presses in it draws a new one.
  if (!isWhole && isInside(at, frame)) return { kind: 'crop-move', from: at, frame };
  return { kind: 'crop', from: at, frame };
}

function beginMark(kind: ShapeKind, state: EditorState, { at, reachPx, newId }: Press): Drag {
  const mark = { id: newId, ...styleOf(state.look) };
  switch (kind) {
    case 'freehand':
    case 'marker':
      return { kind: 'stroke', stroke: { ...mark, kind, points: [at, at] } };
    case 'step':
      return { kind: 'place', step: { ...mark, kind, ...at } };
    case 'text': {
      const hit = topmostAt(visibleShapes(state), at, state.measures, reachPx);
      return { kind: 'write', text: hit?.kind === 'text' ? hit : { ...mark, kind, ...at, text: '' } };
    }
    default:
      return { kind: 'span', shapeKind: kind, id: newId, from: at };
  }
}

function beginSelecting(state: EditorState, { at, reachPx, withShift }: Press): DragStep {
  const hit = topmostAt(visibleShapes(state), at, state.measures, reachPx);
  if (hit === null) {
    const kept = withShift ? state.selectedIds : [];
    return { drag: { kind: 'band', from: at, to: at, kept }, actions: [{ kind: 'select', shapeIds: kept }] };
  }
  if (withShift) return { drag: null, actions: [{ kind: 'toggle', shapeId: hit.id }] };
  const isSelected = state.selectedIds.includes(hit.id);
  const shapes = isSelected ? selectedShapes(state) : [hit];
  if (hit.kind === 'callout' && shapes.length === 1 && isInView(at, hit)) {
    return { drag: { kind: 'view', from: at, callout: hit }, actions: [{ kind: 'select', shapeIds: [hit.id] }] };
  }
  return {
    drag: { kind: 'move', from: at, shapes, hitId: hit.id, hasMoved: false },
    actions: isSelected ? [] : [{ kind: 'select', shapeIds: [hit.id] }],
  };
}

/** The handle of the one selected shape, or of the crop frame, at a point; null where there is none. */
export function handleUnder(at: Point, state: EditorState, reachPx: number): HandleName | null {
  const { measures, cropFrame } = state;
  if (cropFrame !== null) return handleAt(handlesOfCrop(cropFrame, measures), at, reachPx)?.name ?? null;
  const [only, ...others] = selectedShapes(state);
  if (only === undefined || others.length > 0) return null;
  return handleAt(handlesOf(only, measures), at, reachPx)?.name ?? null;
}

/** What pressing the mouse begins: by the tool, and by what lies there. */
export function beginDrag(state: EditorState, press: Press): DragStep {
  const { tool, cropFrame } = state;
  if (cropFrame !== null) return { drag: beginCrop(cropFrame, state, press), actions: [] };
  const handle = handleUnder(press.at, state, press.reachPx);
  const [only] = selectedShapes(state);
  if (handle !== null && only !== undefined)
    return { drag: { kind: 'handle', name: handle, shape: only }, actions: [] };
  if (tool === 'select' || tool === 'crop') return beginSelecting(state, press);
  const drag = beginMark(tool, state, press);
  return { drag, actions: drag.kind === 'place' ? [{ kind: 'draft', shapes: [drag.step] }] : [] };
}
