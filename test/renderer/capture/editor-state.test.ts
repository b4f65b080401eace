import { DEFAULT_LOOK } from '@core/capture/mark-look';
import {
  DEFAULT_STYLE,
  type Drawing,
  EMPTY_DRAWING,
  MARK_COLORS,
  type Shape,
  type ShapeOf,
} from '@core/capture/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeEditor,
  type EditorAction,
  type EditorState,
  selectedShapes,
  startEditor,
  visibleShapes,
} from '../../../src/renderer/src/features/capture/editor-state';
import { anyCrop, anyDrawing, anyShape } from '../../core/capture/any-drawing';

const MEASURES = {
  picture: { width: 800, height: 600 },
  textWidth: (text: string, fontPx: number) => text.length * fontPx * 0.5,
};
const makeBox = (id: string, x = 10): Shape => ({
  id,
  kind: 'rectangle',
  ...DEFAULT_STYLE,
  x,
  y: 10,
  width: 40,
  height: 20,
});
const makeText = (id: string, text: string): ShapeOf<'text'> => ({
  id,
  kind: 'text',
  ...DEFAULT_STYLE,
  x: 5,
  y: 5,
  text,
});
const add = (...shapes: Shape[]): EditorAction => ({ kind: 'add', shapes });
const draft = (...shapes: Shape[]): EditorAction => ({ kind: 'draft', shapes });

/** The editor after these actions, from an empty drawing. */
function editorAfter(...actions: EditorAction[]) {
  return actions.reduce(changeEditor, startEditor(EMPTY_DRAWING, MEASURES));
}
const idsOf = (shapes: readonly Shape[]) => shapes.map(({ id }) => id);

describe('drawing', () => {
  it('makes one step of the history out of a whole drag', () => {
    const state = editorAfter(
      add(makeBox('a')),
      draft(makeBox('a', 11)),
      draft(makeBox('a', 12)),
      draft(makeBox('a', 13)),
      { kind: 'settle' },
    );
    expect(visibleShapes(state)).toEqual([makeBox('a', 13)]);
    expect(visibleShapes(changeEditor(state, { kind: 'undo' }))).toEqual([makeBox('a', 10)]);
  });

  it('makes one step out of several shapes that move together', () => {
    const state = editorAfter(add(makeBox('a'), makeBox('b')), draft(makeBox('a', 50), makeBox('b', 50)), {
      kind: 'undo',
    });
    expect(visibleShapes(state)).toEqual([makeBox('a'), makeBox('b')]);
  });

  it('selects what was just drawn', () => {
    expect(idsOf(selectedShapes(editorAfter(draft(makeBox('new')), { kind: 'settle' })))).toEqual(['new']);
  });

  it('drops a new shape that is no larger than a slip of the mouse', () => {
    const slip: Shape = { id: 's', kind: 'redaction', look: 'solid', x: 5, y: 5, width: 2, height: 30 };
    const state = editorAfter(draft(slip), { kind: 'settle' });
    expect(visibleShapes(state)).toEqual([]);
    expect(state.history.past).toEqual([]);
    expect(state.selectedIds).toEqual([]);
  });

  it('lets a shape that was dragged together spring back', () => {
    const state = editorAfter(
      add(makeBox('a')),
      draft({ id: 'a', kind: 'rectangle', ...DEFAULT_STYLE, x: 10, y: 10, width: 0, height: 0 }),
      { kind: 'settle' },
    );
    expect(visibleShapes(state)).toEqual([makeBox('a')]);
  });

  it('adds nothing to the history when a shape was only touched', () => {
    const state = editorAfter(add(makeBox('a')), draft(makeBox('a')), { kind: 'settle' });
    expect(state.history.past).toHaveLength(1);
  });

  it('settles what is being moved before it undoes', () => {
    const state = editorAfter(add(makeBox('a')), draft(makeBox('a', 99)), { kind: 'undo' });
    expect(visibleShapes(state)).toEqual([makeBox('a')]);
    expect(visibleShapes(changeEditor(state, { kind: 'redo' }))).toEqual([makeBox('a', 99)]);
  });

  it('keeps a shape that another one is drawn over', () => {
    expect(idsOf(visibleShapes(editorAfter(draft(makeBox('a')), draft(makeBox('b')))))).toEqual(['a', 'b']);
  });
});

describe('writing', () => {
  it('is one step of the history, however much is typed', () => {
    const state = editorAfter(
      { kind: 'write', shape: makeText('t', '') },
      draft(makeText('t', 'H')),
      draft(makeText('t', 'Here')),
      { kind: 'settle' },
    );
    expect(visibleShapes(state)).toEqual([makeText('t', 'Here')]);
    expect(state.writingId).toBeNull();
    expect(visibleShapes(changeEditor(state, { kind: 'undo' }))).toEqual([]);
  });

  it('ends with Escape and keeps what was written', () => {
    const state = editorAfter({ kind: 'write', shape: makeText('t', '') }, draft(makeText('t', 'Here')), {
      kind: 'cancel',
    });
    expect(visibleShapes(state)).toEqual([makeText('t', 'Here')]);
    expect(state.selectedIds).toEqual(['t']);
  });

  it('leaves nothing of a text into which nothing was written', () => {
    const state = editorAfter({ kind: 'write', shape: makeText('t', '') }, { kind: 'settle' });
    expect(state.history.past).toEqual([]);
    expect(state.selectedIds).toEqual([]);
  });

  it('takes away a text that is emptied, and undo brings it back', () => {
    const emptied = editorAfter(
      add(makeText('t', 'Here')),
      { kind: 'write', shape: makeText('t', 'Here') },
      draft(makeText('t', '')),
      { kind: 'settle' },
    );
    expect(visibleShapes(emptied)).toEqual([]);
    expect(visibleShapes(changeEditor(emptied, { kind: 'undo' }))).toEqual([makeText('t', 'Here')]);
  });
});

describe('Escape', () => {
  it('goes back one step at a time: the drag, the tool, the selection', () => {
    const dragging = editorAfter(
      { kind: 'choose-tool', tool: 'rectangle' },
      add(makeBox('a')),
      draft(makeBox('a', 50)),
    );
    const released = changeEditor(dragging, { kind: 'cancel' });
    expect(visibleShapes(released)).toEqual([makeBox('a')]);
    expect(released.tool).toBe('rectangle');
    const withoutTool = changeEditor(released, { kind: 'cancel' });
    expect(withoutTool).toMatchObject({ tool: 'select', selectedIds: ['a'] });
    expect(changeEditor(withoutTool, { kind: 'cancel' }).selectedIds).toEqual([]);
  });
});

describe('the selection', () => {
  it('grows and shrinks by one', () => {
    const both = editorAfter(
      add(makeBox('a'), makeBox('b')),
      { kind: 'select', shapeIds: ['a'] },
      {
        kind: 'toggle',
        shapeId: 'b',
      },
    );
    expect(both.selectedIds).toEqual(['a', 'b']);
    expect(changeEditor(both, { kind: 'toggle', shapeId: 'a' }).selectedIds).toEqual(['b']);
  });

  it('is empty once its shape was undone, and there again when it is redone', () => {
    const undone = editorAfter(add(makeBox('a')), { kind: 'undo' });
    expect(undone.selectedIds).toEqual([]);
    expect(changeEditor(undone, { kind: 'redo' }).selectedIds).toEqual(['a']);
  });

  it('ends when its shape is removed, and is what comes back', () => {
    const removed = editorAfter(add(makeBox('a'), makeBox('b')), { kind: 'remove', shapeIds: ['a', 'b'] });
    expect(removed.selectedIds).toEqual([]);
    expect(changeEditor(removed, { kind: 'undo' }).selectedIds).toEqual(['a', 'b']);
  });

  it('takes a new look, which the next mark has too', () => {
    const state = editorAfter(
      add(makeBox('a'), makeBox('b')),
      { kind: 'select', shapeIds: ['b'] },
      {
        kind: 'restyle',
        look: { color: 'blue' },
      },
    );
    expect(visibleShapes(state)).toEqual([makeBox('a'), { ...makeBox('b'), color: 'blue' }]);
    expect(state.look).toEqual({ ...DEFAULT_LOOK, color: 'blue' });
    expect(visibleShapes(changeEditor(state, { kind: 'undo' }))).toEqual([makeBox('a'), makeBox('b')]);
  });
});

describe('cropping', () => {
  const frame = { x: 10, y: 20, width: 100, height: 50 };
  it('keeps what the frame holds as one step of the history', () => {
    const cropped = editorAfter(
      { kind: 'choose-tool', tool: 'crop' },
      { kind: 'frame-crop', frame },
      {
        kind: 'apply-crop',
      },
    );
    expect(cropped).toMatchObject({ tool: 'select', cropFrame: null });
    expect(cropped.history.present.crop).toEqual(frame);
    expect(changeEditor(cropped, { kind: 'undo' }).history.present.crop).toBeNull();
    expect(changeEditor(cropped, { kind: 'uncrop' }).history.present.crop).toBeNull();
  });

  it('begins around what is kept so far, and Escape changes nothing of it', () => {
    const again = editorAfter(
      { kind: 'choose-tool', tool: 'crop' },
      { kind: 'frame-crop', frame },
      { kind: 'apply-crop' },
      { kind: 'choose-tool', tool: 'crop' },
    );
    expect(again.cropFrame).toEqual(frame);
    const given = [{ kind: 'frame-crop', frame: { ...frame, x: 0 } } as const, { kind: 'cancel' } as const];
    const after = given.reduce<EditorState>(changeEditor, again);
    expect(after).toMatchObject({ tool: 'select', cropFrame: null });
    expect(after.history.present.crop).toEqual(frame);
  });

  it('by a frame around everything is no crop', () => {
    const whole = editorAfter({ kind: 'choose-tool', tool: 'crop' }, { kind: 'apply-crop' });
    expect(whole.history.past).toEqual([]);
    expect(whole.history.present.crop).toBeNull();
  });
});

describe('whatever somebody does in the editor', () => {
  const shape = anyShape.chain((made) => fc.constantFrom('a', 'b', 'c', 'd').map((id) => ({ ...made, id })));
  const shapes = fc.uniqueArray(shape, { selector: ({ id }) => id, maxLength: 3 });
  const shapeIds = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 });
  const look = fc.record(
    {
      color: fc.constantFrom(...MARK_COLORS),
      weight: fc.constantFrom('thin' as const, 'thick' as const),
      redaction: fc.constantFrom('solid' as const, 'blur' as const),
    },
    { requiredKeys: [] },
  );
  const of = <Kind extends string>(kind: Kind) => ({ kind: fc.constant(kind) });
  const action: fc.Arbitrary<EditorAction> = fc.oneof(
    fc.record({ ...of('choose-tool'), tool: fc.constantFrom('select' as const, 'crop' as const, 'arrow' as const) }),
    fc.record({ ...of('select'), shapeIds }),
    fc.record({ ...of('toggle'), shapeId: fc.constantFrom('a', 'b', 'c', 'd', 'e') }),
    fc.record(of('select-all')),
    fc.record({ ...of('add'), shapes }),
    fc.record({ ...of('draft'), shapes }),
    fc.record({
      ...of('write'),
      shape: fc.tuple(fc.constantFrom('a', 'b'), fc.string({ maxLength: 3 })).map(([id, text]) => makeText(id, text)),
    }),
    fc.record(of('settle')),
    fc.record(of('cancel')),
    fc.record({ ...of('remove'), shapeIds }),
    fc.record({ ...of('reorder'), to: fc.constantFrom('forward' as const, 'to-back' as const) }),
    fc.record({ ...of('restyle'), look }),
    anyCrop.map((frame) => ({ kind: 'frame-crop' as const, frame: frame ?? { x: 0, y: 0, width: 1, height: 1 } })),
    fc.record(of('apply-crop')),
    fc.record(of('uncrop')),
    fc.record(of('undo')),
    fc.record(of('redo')),
  );
  const run = (drawing: Drawing, actions: readonly EditorAction[]) =>
    actions.reduce(changeEditor, startEditor(drawing, MEASURES));

  it('undoing all of it returns the same document', () => {
    fc.assert(
      fc.property(anyDrawing, fc.array(action, { maxLength: 40 }), (drawing, actions) => {
        const settled = changeEditor(run(drawing, actions), { kind: 'settle' });
        const undone = settled.history.past.reduce((state) => changeEditor(state, { kind: 'undo' }), settled);
        expect(undone.history.present).toEqual(drawing);
      }),
    );
  });

  it('the selection names shapes that exist, each once', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const state = run(EMPTY_DRAWING, actions);
        const known = idsOf(visibleShapes(state));
        expect(known).toEqual([...new Set(known)]);
        expect(known).toEqual(expect.arrayContaining([...state.selectedIds]));
        expect(new Set(state.selectedIds).size).toBe(state.selectedIds.length);
      }),
    );
  });

  it('a look reaches all that is selected and nothing else', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 20 }), fc.constantFrom(...MARK_COLORS), (actions, color) => {
        const before = changeEditor(run(EMPTY_DRAWING, actions), { kind: 'settle' });
        const after = changeEditor(before, { kind: 'restyle', look: { color } });
        const chosen = new Set(before.selectedIds);
        for (const [index, shape] of visibleShapes(after).entries()) {
          if (chosen.has(shape.id) && shape.kind !== 'redaction') expect(shape.color).toBe(color);
          else expect(shape).toEqual(visibleShapes(before)[index]);
        }
      }),
    );
  });

  it('a frame to crop is there exactly as long as the tool is', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const state = run(EMPTY_DRAWING, actions);
        expect(state.cropFrame !== null).toBe(state.tool === 'crop');
      }),
    );
  });
});
