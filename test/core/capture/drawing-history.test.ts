import {
  applyToDrawing,
  type DrawingChange,
  type DrawingHistory,
  redoDrawing,
  startDrawing,
  undoDrawing,
} from '@core/capture/drawing-history';
import type { Shape } from '@core/capture/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const EMPTY = startDrawing({ version: 1, shapes: [] });

function box(id: string, x = 0): Shape {
  return { id, kind: 'box', x, y: 0, width: 10, height: 10 };
}

function draw(...changes: DrawingChange[]): DrawingHistory {
  return changes.reduce(applyToDrawing, EMPTY);
}

describe('a drawing', () => {
  it('takes shapes, moves them in their place and lets them go', () => {
    const two = draw({ kind: 'add', shape: box('a') }, { kind: 'add', shape: box('b') });
    expect(two.present.shapes).toEqual([box('a'), box('b')]);
    expect(applyToDrawing(two, { kind: 'replace', shape: box('a', 5) }).present.shapes).toEqual([
      box('a', 5),
      box('b'),
    ]);
    expect(applyToDrawing(two, { kind: 'remove', shapeId: 'a' }).present.shapes).toEqual([box('b')]);
    expect(applyToDrawing(two, { kind: 'clear' }).present.shapes).toEqual([]);
  });

  it('makes no step of a change that changes nothing', () => {
    const one = draw({ kind: 'add', shape: box('a') });
    expect(applyToDrawing(one, { kind: 'add', shape: box('a', 9) })).toBe(one);
    expect(applyToDrawing(one, { kind: 'replace', shape: box('b') })).toBe(one);
    expect(applyToDrawing(one, { kind: 'remove', shapeId: 'b' })).toBe(one);
    expect(applyToDrawing(EMPTY, { kind: 'clear' })).toBe(EMPTY);
  });

  it('has nothing to undo at the beginning and nothing to redo at the end', () => {
    expect(undoDrawing(EMPTY)).toBe(EMPTY);
    expect(redoDrawing(EMPTY)).toBe(EMPTY);
  });

  it('forgets what was undone once something else is drawn', () => {
    const undone = undoDrawing(draw({ kind: 'add', shape: box('a') }));
    const other = applyToDrawing(undone, { kind: 'add', shape: box('b') });
    expect(redoDrawing(other)).toBe(other);
    expect(other.present.shapes).toEqual([box('b')]);
  });
});

describe('whatever is drawn', () => {
  const id = fc.constantFrom('a', 'b', 'c');
  const shape = fc.tuple(id, fc.nat()).map(([name, x]) => box(name, x));
  const change: fc.Arbitrary<DrawingChange> = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), shape }),
    fc.record({ kind: fc.constant('replace' as const), shape }),
    fc.record({ kind: fc.constant('remove' as const), shapeId: id }),
    fc.constant({ kind: 'clear' as const }),
  );
  const times = (count: number, step: (history: DrawingHistory) => DrawingHistory, from: DrawingHistory) =>
    Array.from({ length: count }).reduce<DrawingHistory>(step, from);

  it('undoing all of it leads to the beginning, and redoing all of it back', () => {
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const drawn = draw(...changes);
        const undone = times(changes.length, undoDrawing, drawn);
        expect(undone.present).toEqual(EMPTY.present);
        expect(times(changes.length, redoDrawing, undone)).toEqual(drawn);
      }),
    );
  });

  it('undo and redo of one step lead back', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1 }), (changes) => {
        const drawn = draw(...changes);
        if (drawn.past.length > 0) expect(redoDrawing(undoDrawing(drawn))).toEqual(drawn);
      }),
    );
  });
});
