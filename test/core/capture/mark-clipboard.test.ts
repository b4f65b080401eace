import { boundsOf } from '@core/capture/geometry';
import { copyMarks, duplicateMarks, readCopiedMarks } from '@core/capture/mark-clipboard';
import { DEFAULT_STYLE, type Shape } from '@core/capture/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDrawing, anyShape } from './any-drawing';

const measures = {
  picture: { width: 400, height: 300 },
  textWidth: (text: string, fontPx: number) => text.length * fontPx * 0.5,
};
const box = (id: string, x: number, y: number): Shape => ({
  id,
  kind: 'rectangle',
  ...DEFAULT_STYLE,
  x,
  y,
  width: 40,
  height: 20,
});
function countingIds() {
  let count = 0;
  return () => {
    count += 1;
    return `new ${count}`;
  };
}
const copy = (shapes: readonly Shape[], existing: readonly Shape[]) =>
  duplicateMarks(shapes, { existing, makeId: countingIds(), measures });

describe('marks on the clipboard', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(anyShape, { minLength: 1, maxLength: 8 }), (shapes) => {
        expect(readCopiedMarks(copyMarks(shapes))).toEqual(shapes);
      }),
    );
  });

  it('are not found in any other text', () => {
    for (const text of ['', 'https://exempel.se/odoo/sales/42', '{}', '{"fyraMarks":', '{"fyraMarks":1,"shapes":[]}']) {
      expect(readCopiedMarks(text), text).toBeNull();
    }
    expect(readCopiedMarks('{"fyraMarks":2,"shapes":[{"id":"a","kind":"hologram"}]}')).toBeNull();
    expect(readCopiedMarks('{"fyraMarks":1,"shapes":[{"id":"a","kind":"step","x":"1","y":2}]}')).toBeNull();
  });
});

describe('copies of marks', () => {
  it('lie beside the marks they were made of, and the next ones beside those', () => {
    const original = box('a', 10, 10);
    const [first] = copy([original], [original]);
    expect(first).toEqual({ ...box('new 1', 26, 26) });
    const [second] = copy([original], [original, { ...box('b', 26, 26) }]);
    expect(second).toEqual(box('new 1', 42, 42));
  });

  it('lie in the same place on another picture', () => {
    expect(copy([box('a', 10, 10), box('b', 90, 10)], [])).toEqual([box('new 1', 10, 10), box('new 2', 90, 10)]);
  });

  it('come into a picture that is smaller', () => {
    expect(copy([box('a', 900, 900)], [])).toEqual([box('new 1', 360, 280)]);
  });

  it('are made also where there is no room beside', () => {
    const corner = box('a', 360, 280);
    expect(copy([corner], [corner])).toEqual([box('new 1', 360, 280)]);
  });

  it('have ids of their own and the size they had', () => {
    fc.assert(
      fc.property(anyDrawing, ({ shapes }) => {
        const copies = copy(shapes, shapes);
        expect(copies.map(({ id }) => id)).toEqual(shapes.map((_shape, index) => `new ${index + 1}`));
        for (const [index, made] of copies.entries()) {
          const original = shapes[index];
          if (original === undefined) throw new Error('more copies than marks');
          expect(made.kind).toBe(original.kind);
          expect(boundsOf(made, measures).width).toBeCloseTo(boundsOf(original, measures).width, 5);
        }
      }),
    );
  });
});
