import {
  applyToDrawing,
  type DrawingChange,
  type DrawingHistory,
  type Reordering,
  redoDrawing,
  startDrawing,
  undoDrawing,
} from '@core/capture/drawing-history';
import { DEFAULT_STYLE, EMPTY_DRAWING, type Shape } from '@core/capture/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCrop } from './any-drawing';

const EMPTY = startDrawing(EMPTY_DRAWING);

function box(id: string, x = 0): Shape {
  return { id, kind: 'rectangle', ...DEFAULT_STYLE, x, y: 0, width: 10, height: 10 };
}

function draw(...changes: DrawingChange[]): DrawingHistory {
  return changes.reduce(applyToDrawing, EMPTY);
}

describe('a drawing', () => {
  it('takes shapes, moves them in their place and lets them go', () => {
    const two = draw({ kind: 'add', shapes: [box('a')] }, { kind: 'add', shapes: [box('b')] });
    expect(two.present.shapes).toEqual([box('a'), box('b')]);
    expect(applyToDrawing(two, { kind: 'replace', shapes: [box('a', 5)] }).present.shapes).toEqual([
      box('a', 5),
      box('b'),
    ]);
    expect(applyToDrawing(two, { kind: 'remove', shapeIds: ['a'] }).present.shapes).toEqual([box('b')]);
    expect(applyToDrawing(two, { kind: 'clear' }).present.shapes).toEqual([]);
  });

  it('makes no step of a change that changes nothing', () => {
    const one = draw({ kind: 'add', shapes: [box('a')] });
    expect(applyToDrawing(one, { kind: 'add', shapes: [box('a', 9)] })).toBe(one);
    expect(applyToDrawing(one, { kind: 'replace', shapes: [box('b')] })).toBe(one);
    expect(applyToDrawing(one, { kind: 'remove', shapeIds: ['b'] })).toBe(one);
    expect(applyToDrawing(EMPTY, { kind: 'clear' })).toBe(EMPTY);
  });

  it('takes shapes up and down among the others, together', () => {
    const four = draw({ kind: 'add', shapes: ['a', 'b', 'c', 'd'].map((id) => box(id)) });
    const order = (shapeIds: string[], to: Reordering) =>
      applyToDrawing(four, { kind: 'reorder', shapeIds, to })
        .present.shapes.map(({ id }) => id)
        .join('');
    expect(order(['a'], 'forward')).toBe('bacd');
    expect(order(['a', 'b'], 'forward')).toBe('cabd');
    expect(order(['b', 'd'], 'forward')).toBe('acbd');
    expect(order(['c', 'd'], 'backward')).toBe('acdb');
    expect(order(['b'], 'to-front')).toBe('acdb');
    expect(order(['d', 'b'], 'to-back')).toBe('bdac');
    expect(applyToDrawing(four, { kind: 'reorder', shapeIds: ['d'], to: 'to-front' })).toBe(four);
  });

  it('keeps a part of the picture, and all of it again', () => {
    const crop = { x: 1, y: 2, width: 30, height: 40 };
    const cropped = draw({ kind: 'crop', crop });
    expect(cropped.present.crop).toEqual(crop);
    expect(undoDrawing(cropped).present.crop).toBeNull();
    expect(applyToDrawing(cropped, { kind: 'crop', crop: null }).present.crop).toBeNull();
  });

  it('has nothing to undo at the beginning and nothing to redo at the end', () => {
    expect(undoDrawing(EMPTY)).toBe(EMPTY);
    expect(redoDrawing(EMPTY)).toBe(EMPTY);
  });

  it('forgets what was undone once something else is drawn', () => {
    const undone = undoDrawing(draw({ kind: 'add', shapes: [box('a')] }));
    const other = applyToDrawing(undone, { kind: 'add', shapes: [box('b')] });
    expect(redoDrawing(other)).toBe(other);
    expect(other.present.shapes).toEqual([box('b')]);
  });
});

describe('whatever is drawn', () => {
  const id = fc.constantFrom('a', 'b', 'c');
  const shape = fc.tuple(id, fc.nat()).map(([name, x]) => box(name, x));
  const change: fc.Arbitrary<DrawingChange> = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), shapes: fc.uniqueArray(shape, { selector: (made) => made.id }) }),
    fc.record({ kind: fc.constant('replace' as const), shapes: fc.array(shape) }),
    fc.record({ kind: fc.constant('remove' as const), shapeIds: fc.array(id) }),
    fc.record({
      kind: fc.constant('reorder' as const),
      shapeIds: fc.array(id),
      to: fc.constantFrom('forward' as const, 'backward' as const, 'to-front' as const, 'to-back' as const),
    }),
    fc.record({ kind: fc.constant('crop' as const), crop: anyCrop }),
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
