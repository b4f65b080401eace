import { assertNever } from '@core/assert-never';
import { magnifyBy, moveView } from '@core/capture/callout-view';
import type { Rectangle } from '@core/capture/covered-pixels';
import { moveCrop, resizeCrop } from '@core/capture/crop-frame';
import { moveWithin, type Point, resizeWithin, shapeAround } from '@core/capture/geometry';
import { duplicateMarks } from '@core/capture/mark-clipboard';
import { commonLook, restyle, styleOf } from '@core/capture/mark-look';
import { MARK_COLORS, MARK_WEIGHTS, type Shape, type ShapeOf } from '@core/capture/shapes';
import type { Dispatch } from 'react';
import type { KeyCommand } from './editor-keys';
import { type EditorAction, type EditorState, selectedShapes, visibleShapes } from './editor-state';
import type { Zoom } from './use-zoom';

const STEP_PX = 10;
const FINE_STEP_PX = 1;
const MAGNIFY_STEP = 0.5;
/** In pixels of the window. */
const PAN_STEP_PX = 80;

interface CommandOptions {
  readonly state: EditorState;
  /** The part of the picture that is shown: new marks are placed in its middle. */
  readonly view: Rectangle;
  readonly dispatch: Dispatch<EditorAction>;
  readonly zoom: Zoom;
  readonly onSave: () => void;
  readonly onToggleHelp: () => void;
}

function after<Value>(values: readonly Value[], value: Value, by: 1 | -1): Value {
  return values.at((values.indexOf(value) + by) % values.length) ?? value;
}

/** Carries out what a key or a button asks of the editor. Answers whether there was anything to do. */
export function useEditorCommands({ state, view, dispatch, zoom, onSave, onToggleHelp }: CommandOptions) {
  const { tool, measures, look, cropFrame } = state;
  const selected = selectedShapes(state);
  const shapes = visibleShapes(state);
  /** What is pressed in the style panel: the look of the selection, and else of the next mark. */
  const shown = { ...look, ...commonLook(selected) };
  const target = { existing: shapes, makeId: () => crypto.randomUUID(), measures };

  const duplicate = () => dispatch({ kind: 'add', shapes: duplicateMarks(selected, target) });

  const write = (): boolean => {
    const [only, ...others] = selected;
    if (only?.kind !== 'text' || others.length > 0) return false;
    dispatch({ kind: 'write', shape: only });
    return true;
  };

  /** Enter does what the tool does, in the middle of what is shown. */
  const enter = (): boolean => {
    if (tool === 'crop') {
      dispatch({ kind: 'apply-crop' });
      return true;
    }
    if (tool === 'select') return write();
    const center = { x: view.x + view.width / 2, y: view.y + view.height / 2 };
    const made = restyle(shapeAround(tool, crypto.randomUUID(), styleOf(look), center, measures.picture), look);
    if (made.kind === 'text') dispatch({ kind: 'write', shape: made });
    else dispatch({ kind: 'add', shapes: duplicateMarks([made], target) });
    return true;
  };

  /** One press, however long, is one step of the history: it is settled when the key comes up. */
  const nudge = (kind: 'move' | 'resize', direction: Point, stepPx: number): boolean => {
    const by = { x: direction.x * stepPx, y: direction.y * stepPx };
    if (cropFrame !== null) {
      const frame = kind === 'move' ? moveCrop(cropFrame, by, measures) : resizeCrop(cropFrame, by, measures);
      dispatch({ kind: 'frame-crop', frame });
      return true;
    }
    if (selected.length === 0) return false;
    const changed =
      kind === 'move' ? moveWithin(selected, by, measures) : selected.map((shape) => resizeWithin(shape, by, measures));
    dispatch({ kind: 'draft', shapes: changed });
    return true;
  };

  /** Changes the enlarged picture of the one call-out that is selected. */
  const changeCallout = (change: (callout: ShapeOf<'callout'>) => Shape): boolean => {
    const [only, ...others] = selected;
    if (only?.kind !== 'callout' || others.length > 0) return false;
    dispatch({ kind: 'draft', shapes: [change(only)] });
    return true;
  };

  /** Beyond the last mark and before the first the key leads on out of the picture. */
  const walk = (by: 1 | -1): boolean => {
    const chosen = shapes.findIndex(({ id }) => id === state.selectedIds[0]);
    if (chosen === -1 && by === -1) return false;
    const next = shapes[chosen + by];
    if (next === undefined) dispatch({ kind: 'select', shapeIds: [] });
    else dispatch({ kind: 'select', shapeIds: [next.id] });
    return next !== undefined;
  };

  const run = (command: KeyCommand): boolean => {
    switch (command.kind) {
      case 'choose-tool':
        dispatch({ kind: 'choose-tool', tool: command.tool });
        return true;
      case 'enter':
        return enter();
      case 'write':
        return write();
      case 'move':
      case 'resize':
        return nudge(command.kind, command.direction, command.isFine ? FINE_STEP_PX : STEP_PX);
      case 'move-view': {
        const by = { x: command.direction.x * STEP_PX, y: command.direction.y * STEP_PX };
        return changeCallout((callout) => moveView(callout, by, measures));
      }
      case 'magnify':
        return changeCallout((callout) => magnifyBy(callout, command.by * MAGNIFY_STEP));
      case 'walk':
        return walk(command.by);
      case 'pan':
        zoom.panBy({ x: command.direction.x * PAN_STEP_PX, y: command.direction.y * PAN_STEP_PX });
        return true;
      case 'reorder':
        dispatch({ kind: 'reorder', to: command.to });
        return true;
      case 'duplicate':
        duplicate();
        return true;
      case 'remove':
        dispatch({ kind: 'remove', shapeIds: state.selectedIds });
        return true;
      case 'next-color':
        dispatch({ kind: 'restyle', look: { color: after(MARK_COLORS, shown.color, command.by) } });
        return true;
      case 'next-weight':
        dispatch({ kind: 'restyle', look: { weight: after(MARK_WEIGHTS, shown.weight, command.by) } });
        return true;
      case 'switch-redaction':
        dispatch({ kind: 'restyle', look: { redaction: shown.redaction === 'solid' ? 'blur' : 'solid' } });
        return true;
      case 'select-all':
      case 'undo':
      case 'redo':
      case 'cancel':
        dispatch({ kind: command.kind });
        return true;
      case 'save':
        onSave();
        return true;
      case 'help':
        onToggleHelp();
        return true;
      case 'zoom-in':
        zoom.zoomIn();
        return true;
      case 'zoom-out':
        zoom.zoomOut();
        return true;
      case 'zoom-fit':
        zoom.fit();
        return true;
      case 'zoom-actual':
        zoom.showActualSize();
        return true;
      default:
        return assertNever(command);
    }
  };
  return { run, duplicate };
}
