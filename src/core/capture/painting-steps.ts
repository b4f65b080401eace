import type { Shape, ShapeOf } from './shapes';

/** A shape that is painted over the picture and hides nothing on purpose. */
export type Mark = Exclude<Shape, { kind: 'redaction' | 'callout' }>;

/** One step of painting a drawing. `key` is the same for the same step of the same drawing, and no other step has it. */
export type PaintingStep =
  | { readonly kind: 'redaction'; readonly key: string; readonly shape: ShapeOf<'redaction'> }
  | {
      readonly kind: 'callout';
      readonly key: string;
      readonly shape: ShapeOf<'callout'>;
      /** What has to be hidden in what it enlarges. */
      readonly redactions: readonly ShapeOf<'redaction'>[];
    }
  | {
      readonly kind: 'mark';
      readonly key: string;
      readonly shape: Mark;
      /** What stands in a step; null in any other mark. */
      readonly number: number | null;
    };

/** The number of every step in a drawing, by its id: its place among the steps, from 1. */
export function stepNumbers(shapes: readonly Shape[]): ReadonlyMap<string, number> {
  return new Map(shapes.filter(({ kind }) => kind === 'step').map(({ id }, index) => [id, index + 1]));
}

/**
 * The steps in which a drawing is painted over its picture: redactions, call-outs, the redactions again, and the marks in
 * their order. A redaction lies directly on the picture whenever it was drawn, so that no mark can be mistaken for
 * something beneath it; it is painted twice because it also hides what a call-out shows in its place.
 */
export function paintingSteps(shapes: readonly Shape[]): readonly PaintingStep[] {
  const redactions = shapes.filter((shape) => shape.kind === 'redaction');
  const callouts = shapes.filter((shape) => shape.kind === 'callout');
  const numbers = stepNumbers(shapes);
  const redact = (when: string) =>
    redactions.map((shape): PaintingStep => ({ kind: 'redaction', key: `${when} ${shape.id}`, shape }));
  const marks = shapes
    .filter((shape) => shape.kind !== 'redaction' && shape.kind !== 'callout')
    .map(
      (shape): PaintingStep => ({
        kind: 'mark',
        key: `mark ${shape.id}`,
        shape,
        number: numbers.get(shape.id) ?? null,
      }),
    );
  if (callouts.length === 0) return [...redact('under'), ...marks];
  return [
    ...redact('under'),
    ...callouts.map((shape): PaintingStep => ({ kind: 'callout', key: `callout ${shape.id}`, shape, redactions })),
    ...redact('over'),
    ...marks,
  ];
}
