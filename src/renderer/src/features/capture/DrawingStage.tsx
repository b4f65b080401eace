import type { Shape } from '@core/capture/shapes';
import type Konva from 'konva';
import { type Dispatch, memo, type PointerEvent, type ReactNode, useRef } from 'react';
import { Layer, Rect, Stage, Shape as StageShape } from 'react-konva';
import type { EditorAction, Tool } from './editor-state';
import { inPaintingOrder, markWidthOn, paintShape } from './paint';
import {
  boundsOf,
  clampPoint,
  dragHandle,
  type HandleName,
  handlesOf,
  moveShape,
  type Point,
  type Size,
  shapeBetween,
} from './shape-edits';

interface DrawingStageProps {
  readonly picture: Size;
  readonly scale: number;
  readonly shapes: readonly Shape[];
  readonly selected: Shape | null;
  readonly tool: Tool;
  readonly dispatch: Dispatch<EditorAction>;
}

/** What the pressed mouse is doing, from where and with which shape. */
type Drag =
  | { readonly kind: 'draw'; readonly from: Point; readonly shapeKind: Shape['kind']; readonly id: string }
  | { readonly kind: 'move'; readonly from: Point; readonly shape: Shape }
  | { readonly kind: 'handle'; readonly name: HandleName; readonly shape: Shape };

const HANDLE_PX = 9;

/** The shapes over the picture, and the mouse on them. Everything is in pixels of the picture, the stage scales. */
export function DrawingStage({ picture, scale, shapes, selected, tool, dispatch }: DrawingStageProps) {
  const stageRef = useRef<Konva.Stage>(null);
  const drag = useRef<Drag | null>(null);

  const pointOf = (event: PointerEvent<HTMLElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    const point = { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
    return clampPoint({ x: Math.round(point.x), y: Math.round(point.y) }, picture);
  };
  /** The topmost thing under the pointer. */
  const hitBy = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const node = stageRef.current?.getIntersection({ x: event.clientX - box.left, y: event.clientY - box.top });
    const handle = selected && handlesOf(selected).find(({ name }) => node?.name() === `handle ${name}`);
    return { handle, shape: shapes.find(({ id }) => node?.id() === id) };
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const from = pointOf(event);
    const { handle, shape } = hitBy(event);
    if (handle && selected) {
      drag.current = { kind: 'handle', name: handle.name, shape: selected };
    } else if (tool !== 'select') {
      drag.current = { kind: 'draw', from, shapeKind: tool, id: crypto.randomUUID() };
    } else {
      dispatch({ kind: 'select', shapeId: shape?.id ?? null });
      drag.current = shape ? { kind: 'move', from, shape } : null;
    }
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const { current } = drag;
    const point = pointOf(event);
    if (current === null) {
      const { handle, shape } = hitBy(event);
      const onShape = tool === 'select' && shape !== undefined;
      event.currentTarget.style.cursor = handle ? 'pointer' : onShape ? 'move' : tool === 'select' ? '' : 'crosshair';
    } else if (current.kind === 'draw') {
      dispatch({ kind: 'draft', shape: shapeBetween(current.shapeKind, current.id, current.from, point) });
    } else if (current.kind === 'move') {
      const by = { x: point.x - current.from.x, y: point.y - current.from.y };
      dispatch({ kind: 'draft', shape: moveShape(current.shape, by, picture) });
    } else {
      dispatch({ kind: 'draft', shape: dragHandle(current.shape, current.name, point) });
    }
  };
  const endDrag = (how: 'settle' | 'cancel') => {
    if (drag.current === null) return;
    drag.current = null;
    dispatch({ kind: how });
  };

  return (
    <div
      style={{ position: 'absolute', inset: 0, touchAction: 'none' }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => endDrag('settle')}
      onPointerCancel={() => endDrag('cancel')}
    >
      <Stage
        ref={stageRef}
        width={picture.width * scale}
        height={picture.height * scale}
        scaleX={scale}
        scaleY={scale}
        // Events are read off the element around it, which keeps the pointer beyond its edge.
        style={{ pointerEvents: 'none' }}
      >
        <Layer>
          {inPaintingOrder(shapes).map((shape) => (
            <DrawnShape key={shape.id} shape={shape} picture={picture} reach={8 / scale} />
          ))}
        </Layer>
        <Layer>{selected && <Selection shape={selected} scale={scale} />}</Layer>
      </Stage>
    </div>
  );
}

/** One shape, painted by the routine that also paints what is sent. It can be hit a little beyond its line. */
const DrawnShape = memo(function DrawnShape(props: {
  readonly shape: Shape;
  readonly picture: Size;
  readonly reach: number;
}) {
  const { shape, picture, reach } = props;
  const bounds = boundsOf(shape);
  return (
    <StageShape
      id={shape.id}
      sceneFunc={(pen) => paintShape(pen, shape, picture)}
      hitStrokeWidth={markWidthOn(picture) * 2 + reach}
      stroke="black"
      fill="black"
      hitFunc={(pen, node) => {
        pen.beginPath();
        if (shape.kind === 'arrow') {
          pen.moveTo(shape.fromX, shape.fromY);
          pen.lineTo(shape.toX, shape.toY);
        } else {
          pen.rect(bounds.x, bounds.y, bounds.width, bounds.height);
        }
        // A box is hit on its line only: what lies in it stays within reach.
        if (shape.kind === 'redaction') pen.fillStrokeShape(node);
        else pen.strokeShape(node);
      }}
    />
  );
});

/** The frame and the handles of the selected shape, equally large at every zoom. */
function Selection({ shape, scale }: { readonly shape: Shape; readonly scale: number }): ReactNode {
  const bounds = boundsOf(shape);
  const size = HANDLE_PX / scale;
  return (
    <>
      {shape.kind !== 'arrow' && <Rect {...bounds} stroke="#ffffff" strokeWidth={3 / scale} listening={false} />}
      {shape.kind !== 'arrow' && (
        <Rect {...bounds} stroke="#1f7480" strokeWidth={1.5 / scale} dash={[5 / scale, 3 / scale]} listening={false} />
      )}
      {handlesOf(shape).map(({ name, x, y }) => (
        <Rect
          key={name}
          name={`handle ${name}`}
          x={x - size / 2}
          y={y - size / 2}
          width={size}
          height={size}
          fill="#ffffff"
          stroke="#1f7480"
          strokeWidth={1.5 / scale}
          hitStrokeWidth={8 / scale}
        />
      ))}
    </>
  );
}
