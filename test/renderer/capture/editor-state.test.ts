import type { Shape } from '@core/capture/shapes';
import { describe, expect, it } from 'vitest';
import {
  changeEditor,
  type EditorAction,
  selectedShape,
  startEditor,
  visibleShapes,
} from '../../../src/renderer/src/features/capture/editor-state';

const makeBox = (id: string, x = 10): Shape => ({ id, kind: 'box', x, y: 10, width: 40, height: 20 });

/** The editor after these actions, from an empty drawing. */
function editorAfter(...actions: EditorAction[]) {
  return actions.reduce(changeEditor, startEditor({ version: 1, shapes: [] }));
}

describe('drawing', () => {
  it('makes one step of the history out of a whole drag', () => {
    const state = editorAfter(
      { kind: 'add', shape: makeBox('a') },
      { kind: 'draft', shape: makeBox('a', 11) },
      { kind: 'draft', shape: makeBox('a', 12) },
      { kind: 'draft', shape: makeBox('a', 13) },
      { kind: 'settle' },
    );
    expect(visibleShapes(state)).toEqual([makeBox('a', 13)]);
    expect(visibleShapes(changeEditor(state, { kind: 'undo' }))).toEqual([makeBox('a', 10)]);
  });

  it('selects what was just drawn', () => {
    const state = editorAfter({ kind: 'draft', shape: makeBox('new') }, { kind: 'settle' });
    expect(selectedShape(state)?.id).toBe('new');
  });

  it('drops a new shape that is no larger than a slip of the mouse', () => {
    const slip: Shape = { id: 's', kind: 'redaction', x: 5, y: 5, width: 2, height: 30 };
    const state = editorAfter({ kind: 'draft', shape: slip }, { kind: 'settle' });
    expect(visibleShapes(state)).toEqual([]);
    expect(state.history.past).toEqual([]);
  });

  it('lets a shape that was dragged together spring back', () => {
    const state = editorAfter(
      { kind: 'add', shape: makeBox('a') },
      { kind: 'draft', shape: { id: 'a', kind: 'box', x: 10, y: 10, width: 0, height: 0 } },
      { kind: 'settle' },
    );
    expect(visibleShapes(state)).toEqual([makeBox('a')]);
  });

  it('adds nothing to the history when a shape was only touched', () => {
    const state = editorAfter(
      { kind: 'add', shape: makeBox('a') },
      { kind: 'draft', shape: makeBox('a') },
      { kind: 'settle' },
    );
    expect(state.history.past).toHaveLength(1);
  });

  it('settles what is being moved before it undoes', () => {
    const state = editorAfter(
      { kind: 'add', shape: makeBox('a') },
      { kind: 'draft', shape: makeBox('a', 99) },
      { kind: 'undo' },
    );
    expect(visibleShapes(state)).toEqual([makeBox('a')]);
    expect(visibleShapes(changeEditor(state, { kind: 'redo' }))).toEqual([makeBox('a', 99)]);
  });

  it('keeps a shape that another one is drawn over', () => {
    const state = editorAfter({ kind: 'draft', shape: makeBox('a') }, { kind: 'draft', shape: makeBox('b') });
    expect(visibleShapes(state).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('Escape', () => {
  it('goes back one step at a time: the drag, the tool, the selection', () => {
    const dragging = editorAfter(
      { kind: 'choose-tool', tool: 'box' },
      { kind: 'add', shape: makeBox('a') },
      { kind: 'draft', shape: makeBox('a', 50) },
    );
    const released = changeEditor(dragging, { kind: 'cancel' });
    expect(visibleShapes(released)).toEqual([makeBox('a')]);
    expect(released.tool).toBe('box');
    const withoutTool = changeEditor(released, { kind: 'cancel' });
    expect(withoutTool).toMatchObject({ tool: 'select', selectedId: 'a' });
    expect(changeEditor(withoutTool, { kind: 'cancel' }).selectedId).toBeNull();
  });
});

describe('the selection', () => {
  it('is empty once its shape was undone, and back when it is redone', () => {
    const undone = editorAfter({ kind: 'add', shape: makeBox('a') }, { kind: 'undo' });
    expect(selectedShape(undone)).toBeNull();
    expect(selectedShape(changeEditor(undone, { kind: 'redo' }))?.id).toBe('a');
  });

  it('ends when its shape is removed', () => {
    const state = editorAfter({ kind: 'add', shape: makeBox('a') }, { kind: 'remove', shapeId: 'a' });
    expect(state.selectedId).toBeNull();
    expect(visibleShapes(state)).toEqual([]);
  });
});
