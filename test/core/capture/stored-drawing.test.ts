import { parseDrawing, serialiseDrawing } from '@core/capture/stored-drawing';
import { fail, succeed } from '@core/outcome';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDrawing } from './any-drawing';

describe('a stored drawing', () => {
  it('is read as it was written, whatever was drawn', () => {
    fc.assert(
      fc.property(anyDrawing, (drawing) => {
        expect(parseDrawing(serialiseDrawing(drawing))).toEqual(succeed(drawing));
      }),
      { numRuns: 300 },
    );
  });

  it('of the first version becomes one of the present version', () => {
    const stored = {
      version: 1,
      shapes: [
        { id: 'a', kind: 'arrow', fromX: 1, fromY: 2, toX: 3, toY: 4 },
        { id: 'b', kind: 'box', x: 1, y: 2, width: 3, height: 4 },
        { id: 'c', kind: 'redaction', x: 1, y: 2, width: 3, height: 4 },
      ],
    };
    expect(parseDrawing(JSON.stringify(stored))).toEqual(
      succeed({
        version: 2,
        crop: null,
        shapes: [
          { id: 'a', kind: 'arrow', color: 'red', weight: 'medium', fromX: 1, fromY: 2, toX: 3, toY: 4 },
          { id: 'b', kind: 'rectangle', color: 'red', weight: 'medium', x: 1, y: 2, width: 3, height: 4 },
          { id: 'c', kind: 'redaction', look: 'solid', x: 1, y: 2, width: 3, height: 4 },
        ],
      }),
    );
  });

  it('of a newer version is told from a damaged one', () => {
    expect(parseDrawing('{"version":3,"shapes":[]}')).toEqual(fail({ kind: 'newer-version' }));
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"version":2}',
      '{"version":2,"crop":null,"shapes":[{"kind":"box"}]}',
    ]) {
      expect(parseDrawing(text)).toEqual(fail({ kind: 'damaged' }));
    }
  });
});
