import type { Rectangle } from '@core/capture/covered-pixels';
import { clampPoint, type Point } from '@core/capture/geometry';
import { type Guides, NO_GUIDES } from '@core/capture/snapping';
import { type Dispatch, type PointerEvent, useRef, useState } from 'react';
import { beginDrag, type Drag, type DragStep, handleUnder } from './begin-drag';
import { bandOf, continueDrag, endDrag } from './continue-drag';
import { type EditorAction, type EditorState, visibleShapes } from './editor-state';
import { topmostAt } from './hit-test';

/** How close to a line or a handle still counts as on it, in pixels of the window. */
const REACH_PX = 8;
const STROKE_STEP_PX = 2;
/** How near is near enough to be laid along a line, in pixels of the window. */
const SNAP_REACH_PX = 6;

interface StagePointerOptions {
  readonly state: EditorState;
  /** The part of the picture that is shown; the element with the handlers lies exactly over it. */
  readonly view: Rectangle;
  /** Window pixels per picture pixel. */
  readonly scale: number;
  readonly dispatch: Dispatch<EditorAction>;
}

/** The mouse on the picture: its events become drags, and drags what the editor does. */
export function useStagePointer({ state, view, scale, dispatch }: StagePointerOptions) {
  const { measures, tool } = state;
  const drag = useRef<Drag | null>(null);
  const [band, setBand] = useState<Rectangle | null>(null);
  const [guides, setGuides] = useState<Guides>(NO_GUIDES);
  const reachPx = REACH_PX / scale;

  const pointOf = (event: PointerEvent<HTMLElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - box.left) / scale + view.x;
    const y = (event.clientY - box.top) / scale + view.y;
    return clampPoint({ x: Math.round(x), y: Math.round(y) }, measures.picture);
  };
  const take = (step: DragStep) => {
    drag.current = step.drag;
    for (const action of step.actions) dispatch(action);
    setBand(step.drag?.kind === 'band' ? bandOf(step.drag) : null);
    setGuides(step.guides ?? NO_GUIDES);
  };
  const cursorAt = (point: Point): string => {
    if (handleUnder(point, state, reachPx) !== null) return 'pointer';
    if (tool !== 'select') return tool === 'text' ? 'text' : 'crosshair';
    return topmostAt(visibleShapes(state), point, measures, reachPx) === null ? '' : 'move';
  };

  return {
    band,
    guides,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const at = pointOf(event);
        take(beginDrag(state, { at, reachPx, withShift: event.shiftKey, newId: crypto.randomUUID() }));
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const to = pointOf(event);
        if (drag.current === null) event.currentTarget.style.cursor = cursorAt(to);
        else {
          const pull = {
            to,
            strokeStepPx: STROKE_STEP_PX / scale,
            withShift: event.shiftKey,
            // Alt lets go of the lines.
            snapReachPx: event.altKey ? 0 : SNAP_REACH_PX / scale,
          };
          take(continueDrag(drag.current, state, pull));
        }
      },
      onPointerUp: () => {
        const ended = drag.current;
        if (ended !== null) take({ drag: null, actions: endDrag(ended) });
      },
      onPointerCancel: () => {
        if (drag.current !== null) take({ drag: null, actions: [{ kind: 'cancel' }] });
      },
      onDoubleClick: (event: PointerEvent<HTMLElement> | React.MouseEvent<HTMLElement>) => {
        const box = event.currentTarget.getBoundingClientRect();
        const point = { x: (event.clientX - box.left) / scale + view.x, y: (event.clientY - box.top) / scale + view.y };
        const hit = topmostAt(visibleShapes(state), point, measures, reachPx);
        if (tool === 'select' && hit?.kind === 'text') dispatch({ kind: 'write', shape: hit });
      },
    },
  };
}
