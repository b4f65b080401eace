import { type Drawing, MARK_COLORS, MARK_WEIGHTS, type Shape } from '@core/capture/shapes';
import fc from 'fast-check';

const id = fc.string({ minLength: 1, maxLength: 12 });
const measure = fc.oneof(
  fc.integer({ min: -5000, max: 5000 }),
  fc.double({ min: -5000, max: 5000, noNaN: true }).map((value) => value + 0),
);
const style = { color: fc.constantFrom(...MARK_COLORS), weight: fc.constantFrom(...MARK_WEIGHTS) };
const frame = { x: measure, y: measure, width: measure, height: measure };
const ends = { fromX: measure, fromY: measure, toX: measure, toY: measure };
const points = fc.array(fc.record({ x: measure, y: measure }), { minLength: 2, maxLength: 30 });
const text = fc.string({ unit: 'binary', maxLength: 40 });
const magnification = fc.double({ min: 1.5, max: 8, noNaN: true });

/** Any shape of any kind. */
export const anyShape: fc.Arbitrary<Shape> = fc.oneof(
  fc.record({ id, ...style, kind: fc.constantFrom('arrow' as const, 'line' as const), ...ends }),
  fc.record({ id, ...style, kind: fc.constantFrom('rectangle' as const, 'ellipse' as const), ...frame }),
  fc.record({ id, ...style, kind: fc.constantFrom('freehand' as const, 'marker' as const), points }),
  fc.record({ id, ...style, kind: fc.constant('text' as const), x: measure, y: measure, text }),
  fc.record({ id, ...style, kind: fc.constant('step' as const), x: measure, y: measure }),
  fc.record({
    id,
    kind: fc.constant('redaction' as const),
    look: fc.constantFrom('solid' as const, 'blur' as const),
    ...frame,
  }),
  fc.record({
    id,
    ...style,
    kind: fc.constant('callout' as const),
    ...frame,
    toX: measure,
    toY: measure,
    magnification,
  }),
);

const pixels = fc.integer({ min: 1, max: 5000 });
const offset = fc.integer({ min: 0, max: 5000 });

/** Any crop of a picture. */
export const anyCrop = fc.option(fc.record({ x: offset, y: offset, width: pixels, height: pixels }));

/** Any drawing, its shapes with ids of their own. */
export const anyDrawing: fc.Arbitrary<Drawing> = fc.record({
  version: fc.constant(2 as const),
  crop: anyCrop,
  shapes: fc.uniqueArray(anyShape, { selector: (shape) => shape.id, maxLength: 12 }),
});
