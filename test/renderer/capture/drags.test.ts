import { DEFAULT_STYLE, EMPTY_DRAWING, type Shape } from '@core/capture/shapes';
import { describe, expect, it } from 'vitest';
import { beginDrag, type Drag, handleUnder } from '../../../src/renderer/src/features/capture/begin-drag';
import { continueDrag, endDrag } from '../../../src/renderer/src/features/capture/continue-drag';
import {
  changeEditor,
  type EditorAction,
  type EditorState,
  startEditor,
  type Tool,
  visibleShapes,
} from '../../../src/renderer/src/features/capture/editor-state';

const MEASURES = {
  picture: { width: 800, height: 600 },
  textWidth: (text: string, fontPx: number) => text.length * fontPx * 0.5,
};
const makeBox = (id: string, x: number): Shape => ({
  id,
  kind: 'rectangle',
  ...DEFAULT_STYLE,
  x,
  y: 100,
  width: 80,
  height: 40,
});

/** An editor with this tool, and boxes at these places from left to right; the boxes are named a, b, c. */
function makeEditor(tool: Tool, ...places: number[]): EditorState {
  const shapes = places.map((x, index) => makeBox('abc'.charAt(index), x));
  const state = startEditor({ ...EMPTY_DRAWING, shapes }, MEASURES);
  return changeEditor(state, { kind: 'choose-tool', tool });
}

interface Mouse {
  state: EditorState;
  drag: Drag | null;
}

const run = (mouse: Mouse, actions: readonly EditorAction[]) => {
  mouse.state = actions.reduce(changeEditor, mouse.state);
};

/** Presses the mouse at the first point, moves it over the others, and lets it go. */
function dragOver(
  state: EditorState,
  points: readonly [number, number][],
  withShift = false,
  snapReachPx = 0,
): EditorState {
  const mouse: Mouse = { state, drag: null };
  const [first, ...others] = points.map(([x, y]) => ({ x, y }));
  if (first === undefined) throw new Error('no points');
  const begun = beginDrag(state, { at: first, reachPx: 5, withShift, newId: 'new' });
  run(mouse, begun.actions);
  mouse.drag = begun.drag;
  for (const to of others) {
    if (mouse.drag === null) break;
    const step = continueDrag(mouse.drag, mouse.state, { to, strokeStepPx: 2, withShift, snapReachPx });
    run(mouse, step.actions);
    mouse.drag = step.drag;
  }
  if (mouse.drag !== null) run(mouse, endDrag(mouse.drag));
  return mouse.state;
}
const drawnBy = (state: EditorState) => visibleShapes(state).find(({ id }) => id === 'new');

describe('the mouse with a tool that draws', () => {
  it('draws from where it is pressed to where it is let go, in the look that was chosen', () => {
    const blue = changeEditor(makeEditor('arrow'), { kind: 'restyle', look: { color: 'blue' } });
    const state = dragOver(blue, [
      [10, 20],
      [50, 60],
      [90, 30],
    ]);
    expect(drawnBy(state)).toEqual({
      id: 'new',
      kind: 'arrow',
      color: 'blue',
      weight: 'medium',
      fromX: 10,
      fromY: 20,
      toX: 90,
      toY: 30,
    });
    expect(state.history.past).toHaveLength(1);
  });

  it('redacts in the look that was chosen', () => {
    const blurred = changeEditor(makeEditor('redaction'), { kind: 'restyle', look: { redaction: 'blur' } });
    const state = dragOver(blurred, [
      [10, 20],
      [90, 60],
    ]);
    expect(drawnBy(state)).toMatchObject({ kind: 'redaction', look: 'blur', width: 80, height: 40 });
  });

  it('leaves nothing where it was only clicked', () => {
    expect(drawnBy(dragOver(makeEditor('ellipse'), [[10, 20]]))).toBeUndefined();
  });

  it('takes a point of a stroke only so far from the last one', () => {
    const state = dragOver(makeEditor('freehand'), [
      [10, 10],
      [11, 10],
      [12, 10],
      [40, 30],
    ]);
    expect(drawnBy(state)).toMatchObject({
      points: [
        { x: 10, y: 10 },
        { x: 10, y: 10 },
        { x: 12, y: 10 },
        { x: 40, y: 30 },
      ],
    });
  });

  it('makes a stroke straight with Shift', () => {
    const path: [number, number][] = [
      [10, 10],
      [30, 90],
      [60, 20],
    ];
    expect(drawnBy(dragOver(makeEditor('marker'), path, true))).toMatchObject({
      points: [
        { x: 10, y: 10 },
        { x: 60, y: 20 },
      ],
    });
  });

  it('places a step with a click, and where it is dragged to', () => {
    expect(drawnBy(dragOver(makeEditor('step'), [[10, 20]]))).toMatchObject({ kind: 'step', x: 10, y: 20 });
    const dragged = dragOver(makeEditor('step'), [
      [10, 20],
      [30, 40],
    ]);
    expect(drawnBy(dragged)).toMatchObject({ x: 30, y: 40 });
  });

  it('begins to write where it is let go, and in a text that is there', () => {
    const begun = dragOver(makeEditor('text'), [[10, 20]]);
    expect(begun.writingId).toBe('new');
    const written = changeEditor(begun, {
      kind: 'draft',
      shapes: [{ id: 'new', kind: 'text', ...DEFAULT_STYLE, x: 10, y: 20, text: 'Here' }],
    });
    const again = dragOver(changeEditor(written, { kind: 'settle' }), [[15, 25]]);
    expect(again.writingId).toBe('new');
    expect(visibleShapes(again)).toHaveLength(1);
  });
});

describe('the mouse with the tool that selects', () => {
  it('selects what it is pressed on, and nothing on empty ground', () => {
    const chosen = dragOver(makeEditor('select', 100, 300), [[100, 110]]);
    expect(chosen.selectedIds).toEqual(['a']);
    expect(dragOver(chosen, [[20, 500]]).selectedIds).toEqual([]);
  });

  it('adds with Shift, and takes out', () => {
    const one = dragOver(makeEditor('select', 100, 300), [[100, 110]]);
    const both = dragOver(one, [[300, 110]], true);
    expect(both.selectedIds).toEqual(['a', 'b']);
    expect(dragOver(both, [[100, 110]], true).selectedIds).toEqual(['b']);
  });

  it('moves everything that is selected as one step', () => {
    const all = changeEditor(makeEditor('select', 100, 300), { kind: 'select-all' });
    const moved = dragOver(all, [
      [300, 110],
      [320, 130],
      [310, 140],
    ]);
    expect(visibleShapes(moved)).toMatchObject([
      { x: 110, y: 130 },
      { x: 310, y: 130 },
    ]);
    expect(moved.history.past).toHaveLength(1);
  });

  it('chooses one of several with a click', () => {
    const all = changeEditor(makeEditor('select', 100, 300), { kind: 'select-all' });
    expect(dragOver(all, [[300, 110]]).selectedIds).toEqual(['b']);
  });

  it('catches with a rubber band what lies wholly in it, in any direction, beside what was selected with Shift', () => {
    const state = makeEditor('select', 100, 300, 500);
    const band: [number, number][] = [
      [395, 200],
      [200, 150],
      [90, 50],
    ];
    expect(dragOver(state, band).selectedIds).toEqual(['a', 'b']);
    const third = changeEditor(state, { kind: 'select', shapeIds: ['c'] });
    expect(dragOver(third, band, true).selectedIds).toEqual(['c', 'a', 'b']);
    expect(dragOver(third, band).history.past).toEqual([]);
  });

  it('resizes by a handle of the one selected mark', () => {
    const chosen = changeEditor(makeEditor('select', 100, 300), { kind: 'select', shapeIds: ['a'] });
    expect(handleUnder({ x: 181, y: 141 }, chosen, 5)).toBe('bottom-right');
    const resized = dragOver(chosen, [
      [180, 140],
      [200, 200],
    ]);
    expect(visibleShapes(resized)[0]).toMatchObject({ x: 100, y: 100, width: 100, height: 100 });
    const all = changeEditor(chosen, { kind: 'select-all' });
    expect(handleUnder({ x: 181, y: 141 }, all, 5)).toBeNull();
  });
});

describe('the mouse on a call-out', () => {
  const callout: Shape = {
    id: 'c',
    kind: 'callout',
    ...DEFAULT_STYLE,
    x: 10,
    y: 10,
    width: 50,
    height: 40,
    toX: 200,
    toY: 200,
    magnification: 2,
  };
  const state = startEditor({ ...EMPTY_DRAWING, shapes: [callout] }, MEASURES);

  it('moves the enlarged picture alone', () => {
    const moved = dragOver(state, [
      [250, 250],
      [260, 270],
    ]);
    expect(visibleShapes(moved)).toEqual([{ ...callout, toX: 210, toY: 220 }]);
    expect(moved.selectedIds).toEqual(['c']);
  });

  it('moves all of it by what it enlarges', () => {
    const moved = dragOver(state, [
      [20, 10],
      [30, 30],
    ]);
    expect(visibleShapes(moved)).toEqual([{ ...callout, x: 20, y: 30, toX: 210, toY: 220 }]);
  });
});

describe('the mouse with the tool that crops', () => {
  const drawn = dragOver(makeEditor('crop'), [
    [100, 100],
    [300, 250],
  ]);

  it('draws a frame', () => {
    expect(drawn.cropFrame).toEqual({ x: 100, y: 100, width: 200, height: 150 });
    expect(drawn.history.past).toEqual([]);
  });

  it('moves the frame from within, resizes it by its handles, and draws another one beside it', () => {
    const moved = dragOver(drawn, [
      [150, 150],
      [160, 170],
    ]);
    expect(moved.cropFrame).toEqual({ x: 110, y: 120, width: 200, height: 150 });
    const resized = dragOver(drawn, [
      [100, 175],
      [50, 0],
    ]);
    expect(resized.cropFrame).toEqual({ x: 50, y: 100, width: 250, height: 150 });
    const another = dragOver(drawn, [
      [500, 400],
      [520, 440],
    ]);
    expect(another.cropFrame).toEqual({ x: 500, y: 400, width: 20, height: 40 });
  });

  it('leaves marks alone', () => {
    expect(dragOver(makeEditor('crop', 100), [[100, 110]]).selectedIds).toEqual([]);
  });
});

describe('a mark near a line', () => {
  const boxAt = (state: EditorState, id: string) => {
    const shape = visibleShapes(state).find((one) => one.id === id);
    if (shape?.kind !== 'rectangle') throw new Error(`no box ${id}`);
    return shape;
  };

  it('is laid along another one’s edge while it is moved, and along nothing where that is switched off', () => {
    const state = makeEditor('select', 100, 300);
    const points: [number, number][] = [
      [300, 120],
      [250, 200],
      [184, 203],
    ];
    // Its left edge comes to 184; the other one ends at 180. Its top comes to 183, where nothing is.
    expect(boxAt(dragOver(state, points, false, 6), 'b')).toMatchObject({ x: 180, y: 183 });
    expect(boxAt(dragOver(state, points, false, 0), 'b')).toMatchObject({ x: 184, y: 183 });
  });
});
