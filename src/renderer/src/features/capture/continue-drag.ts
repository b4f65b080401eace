import { assertNever } from '@core/assert-never';
import { moveView } from '@core/capture/callout-view';
import type { Rectangle } from '@core/capture/covered-pixels';
import { cropBetween, dragCropHandle, moveCrop } from '@core/capture/crop-frame';
import { boundsAround, boundsOf, dragHandle, moveWithin, type Point, shapeBetween } from '@core/capture/geometry';
import { restyle, styleOf } from '@core/capture/mark-look';
import type { Crop, Shape, ShapeOf } from '@core/capture/shapes';
import { NO_GUIDES, snapHandle, snapLinesOf, snapMove } from '@core/capture/snapping';
import type { Drag, DragStep } from './begin-drag';
import { type EditorAction, type EditorState, visibleShapes } from './editor-state';
import { shapesIn } from './hit-test';

/** How the mouse moves on. */
export interface Pull {
  readonly to: Point;
  /** How far the mouse has to go for another point of a stroke, in pixels of the picture. */
  readonly strokeStepPx: number;
  readonly withShift: boolean;
  /** How near something has to come to a line to be laid along it, in pixels of the picture; 0 leaves it alone. */
  readonly snapReachPx: number;
}

/** The schema takes no more, see shapes.ts. */
const MOST_POINTS = 20_000;

function differenceOf(from: Point, to: Point): Point {
  return { x: to.x - from.x, y: to.y - from.y };
}

type Stroke = ShapeOf<'freehand' | 'marker'>;

/** A stroke led on to a point. With Shift it is one straight line from where it began. */
function leadOn(stroke: Stroke, { to, strokeStepPx, withShift }: Pull): Stroke {
  const [first] = stroke.points;
  if (first !== undefined && withShift) return { ...stroke, points: [first, to] };
  const last = stroke.points.at(-1);
  const isFar = last === undefined || Math.hypot(to.x - last.x, to.y - last.y) >= strokeStepPx;
  return isFar && stroke.points.length < MOST_POINTS ? { ...stroke, points: [...stroke.points, to] } : stroke;
}

/** What shapes can be laid along: the picture, and every mark that is not one of them. */
function linesBeside(shapes: readonly Shape[], state: EditorState) {
  const { measures } = state;
  const others = visibleShapes(state).filter(({ id }) => !shapes.some((shape) => shape.id === id));
  return snapLinesOf(
    others.map((shape) => boundsOf(shape, measures)),
    measures.picture,
  );
}

function snappedMove(shapes: readonly Shape[], by: Point, state: EditorState, { snapReachPx }: Pull) {
  const bounds = boundsAround(shapes.map((shape) => boundsOf(shape, state.measures)));
  // A click is no move.
  if (bounds === null || snapReachPx === 0 || (by.x === 0 && by.y === 0)) return { by, guides: NO_GUIDES };
  return snapMove(bounds, by, linesBeside(shapes, state), snapReachPx);
}

/** The drag when the mouse moves on, and what the editor is to show of it. */
export function continueDrag(drag: Drag, state: EditorState, pull: Pull): DragStep {
  const { measures } = state;
  const { to } = pull;
  const show = (shapes: readonly Shape[], next: Drag = drag): DragStep => ({
    drag: next,
    actions: [{ kind: 'draft', shapes }],
  });
  const frame = (crop: Crop): DragStep => ({ drag, actions: [{ kind: 'frame-crop', frame: crop }] });
  switch (drag.kind) {
    case 'span': {
      const drawn = shapeBetween(drag.shapeKind, drag.id, styleOf(state.look), drag.from, to);
      return show([restyle(drawn, state.look)]);
    }
    case 'stroke': {
      const stroke = leadOn(drag.stroke, pull);
      return show([stroke], { ...drag, stroke });
    }
    case 'place': {
      const step = { ...drag.step, ...to };
      return show([step], { ...drag, step });
    }
    case 'write':
      return { drag, actions: [] };
    case 'move': {
      const { by, guides } = snappedMove(drag.shapes, differenceOf(drag.from, to), state, pull);
      const hasMoved = drag.hasMoved || to.x !== drag.from.x || to.y !== drag.from.y;
      return { ...show(moveWithin(drag.shapes, by, measures), { ...drag, hasMoved }), guides };
    }
    case 'handle': {
      const lines = linesBeside([drag.shape], state);
      const snapped = snapHandle(to, drag.name, lines, pull.snapReachPx);
      return { ...show([dragHandle(drag.shape, drag.name, snapped.to, measures)]), guides: snapped.guides };
    }
    case 'view':
      return show([moveView(drag.callout, differenceOf(drag.from, to), measures)]);
    case 'band': {
      const band = { ...drag, to };
      const caught = shapesIn(visibleShapes(state), bandOf(band), measures).map(({ id }) => id);
      return { drag: band, actions: [{ kind: 'select', shapeIds: [...drag.kept, ...caught] }] };
    }
    case 'crop':
      return frame(cropBetween(drag.from, to, drag.frame, measures));
    case 'crop-move':
      return frame(moveCrop(drag.frame, differenceOf(drag.from, to), measures));
    case 'crop-handle':
      return frame(dragCropHandle(drag.frame, drag.name, to, measures));
    default:
      return assertNever(drag);
  }
}

/** What the editor is to do when the mouse is let go. */
export function endDrag(drag: Drag): readonly EditorAction[] {
  switch (drag.kind) {
    case 'write':
      return [{ kind: 'write', shape: drag.text }];
    case 'move':
      // A click on one of several chooses that one.
      return drag.hasMoved ? [{ kind: 'settle' }] : [{ kind: 'select', shapeIds: [drag.hitId] }];
    default:
      return [{ kind: 'settle' }];
  }
}

/** The rectangle of a rubber band, with sides that are negative when it was drawn up or to the left. */
export function bandOf({ from, to }: Extract<Drag, { kind: 'band' }>): Rectangle {
  return { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
}
